import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Provenance, provenanceText, revision } from '../provenance.js'
import { repositoryRoot, repositoryUrl, type WorkspacePackage } from '../workspace.js'
import { withSiteLinks } from './repository-links.js'
import { writePage } from './write-page.js'

const marks = /<!-- (?:accuracy|corners):(?:begin|end) -->/g

/** The accuracy tables of the packages' READMEs, which tests keep true, each with the text around it. */
export const writeAccuracyPage = (packages: readonly WorkspacePackage[], provenance: Provenance): void => {
  const at = revision(provenance)
  const sections = packages.flatMap(({ folder, name }) => {
    const readme = readFileSync(join(repositoryRoot, 'packages', folder, 'README.md'), 'utf8')
    const section = readme.split(/^(?=## )/m).find((text) => text.search(marks) >= 0)
    if (section === undefined) return []
    const text = section
      .replace(/^## .*\n/, '')
      .replace(marks, '')
      .trim()
    const source = `[${name}](${repositoryUrl}/blob/${at}/packages/${folder}/README.md)`
    return [`## ${name}\n\n${withSiteLinks(text, `packages/${folder}`, at)}\n\nFrom the README of ${source}.`]
  })
  if (sections.length === 0) throw new Error('no README has an accuracy table')
  writePage(
    'accuracy.md',
    `# Accuracy

How far numbers may be off, as measured against oracles that share no code with the packages: other languages, other methods, more
digits. The tables stand in the packages’ READMEs; tests compute them anew and fail when they say something else. This page is made
from them, ${provenanceText(provenance)}.

${sections.join('\n\n')}`,
    ['outline: 2'],
  )
}
