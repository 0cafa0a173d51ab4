import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Provenance, provenanceText, revision } from '../provenance.js'
import { typeset } from '../symbols/typeset.js'
import { repositoryRoot, repositoryUrl } from '../workspace.js'
import { withSiteLinks } from './repository-links.js'
import { writePage } from './write-page.js'

/** `ERRATA.md` as a page; each row gets an anchor, such as `#e1`, and a heading of its own, so that it can be read on a phone. */
export const writeErrataPage = (provenance: Provenance): void => {
  const text = readFileSync(join(repositoryRoot, 'ERRATA.md'), 'utf8')
  const start = text.search(/^\|/m)
  const [introduction, table] = [text.slice(0, start), text.slice(start)]
  const [header = [], , ...rows] = table.trim().split('\n').map(cells)
  if (rows.length === 0) throw new Error('ERRATA.md has no table')
  const sections = rows.map(([name = '', where = '', ...others]) =>
    [
      `## ${name}: ${where} {#${name.toLowerCase()}}`,
      ...others.map((said, index) => `**${capitalised(header[index + 2] ?? '')}.** ${said}`),
    ].join('\n\n'),
  )
  const url = `${repositoryUrl}/blob/${revision(provenance)}`
  writePage(
    'errata.md',
    withSiteLinks(
      typeset(
        `${introduction.trim()}\n\nThis page is made from [ERRATA.md](${url}/ERRATA.md), ${provenanceText(provenance)}.\n\n${sections.join('\n\n')}`,
      ),
      '.',
      revision(provenance),
    ),
    ['outline: 2'],
  )
}

/** A row of a Markdown table; `\|` is no border. */
const cells = (row: string): string[] =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim())

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
