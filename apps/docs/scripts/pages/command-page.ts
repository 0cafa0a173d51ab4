import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Provenance, revision } from '../provenance.js'
import { repositoryRoot } from '../workspace.js'
import { withSiteLinks } from './repository-links.js'
import { writePage } from './write-page.js'

/** The README of the command, whose examples a test executes, as a page of the guide. */
export const writeCommandPage = (provenance: Provenance): void => {
  const readme = readFileSync(join(repositoryRoot, 'apps/cli/README.md'), 'utf8').replace(
    /^# isacnet$/m,
    '# The command `isacnet`',
  )
  writePage('guide/command.md', withSiteLinks(readme, 'apps/cli', revision(provenance)), ['outline: 2'])
}
