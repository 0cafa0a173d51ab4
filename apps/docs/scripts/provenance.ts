import { execFileSync } from 'node:child_process'
import { repositoryRoot } from './workspace.js'

/** Which state of the sources a generated page was made from. */
export interface Provenance {
  /** 40 digits, with `-dirty` where files differ from the commit; `unknown` outside a repository. */
  readonly commit: string
  /** The commit's date, `2026-01-31`; the empty string outside a repository. */
  readonly date: string
}

/** A page's date is that of its sources: built again from the same commit, it is the same page. */
export const provenance = (): Provenance => {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: repositoryRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    return {
      commit: git('describe', '--always', '--dirty', '--abbrev=40', '--exclude=*'),
      date: git('log', '-1', '--format=%cs'),
    }
  } catch {
    return { commit: 'unknown', date: '' }
  }
}

/** The commit without `-dirty`, or the main branch: something that a link to the sources can name. */
export const revision = ({ commit }: Provenance): string =>
  /^[0-9a-f]{40}/.test(commit) ? commit.slice(0, 40) : 'main'

/** As pages say it: `commit 0123456789 of 2026-01-31`. */
export const provenanceText = ({ commit, date }: Provenance): string =>
  date === ''
    ? 'outside a repository'
    : `commit \`${commit.slice(0, 10)}${commit.endsWith('-dirty') ? '-dirty' : ''}\` of ${date}`
