import {
  type AuditDocument,
  auditDocument,
  auditMarkdown,
  type ClaimFinding,
  errorMapCsv,
  errorMaps,
} from '@isacnet/audit'
import { plainText, renderHeatMap } from '@isacnet/drawing'
import { auditSeed, auditTrials } from '../long-computations.js'
import { type Provenance, provenanceText, revision } from '../provenance.js'
import { withLiteralAsterisks } from './literal-asterisks.js'
import { writePage, writePublicFile } from './write-page.js'

/** The audit of the paper's claims and the maps of the theorems' errors. */
export const writeAuditPage = async (
  findings: readonly ClaimFinding[],
  provenance: Provenance,
  version: string,
): Promise<void> => {
  const document: AuditDocument = auditDocument(findings, {
    version,
    commit: revision(provenance),
    seed: auditSeed,
    trials: auditTrials,
  })
  const maps = await errorMaps()
  for (const map of maps) writePublicFile(`pictures/error-of-${map.id}.svg`, await renderHeatMap(map))
  writePublicFile('pictures/error-maps.csv', errorMapCsv(maps))
  writePublicFile('pictures/audit.json', `${JSON.stringify(document, null, 2)}\n`)
  const [title = '', ...rest] = auditMarkdown(document).split('\n')
  writePage(
    'audit.md',
    `${title}

Made by \`isacnet audit\` from ${provenanceText(provenance)}, seed ${auditSeed}. Data: [JSON](./pictures/audit.json){target=_self}.
Below: [where the printed theorems can be trusted](#where-can-each-printed-theorem-be-trusted).

${withLiteralAsterisks(rest.join('\n'))}

## Where can each printed theorem be trusted?

How far Theorems 1, 2 and 3 are off the exact rate. Data: [CSV](./pictures/error-maps.csv){target=_self}.

${maps
  .map(
    ({ id, title: name }) =>
      `![${plainText(name)}: relative error in per cent](/pictures/error-of-${id}.svg){width=820}`,
  )
  .join('\n\n')}`,
    ['outline: 2'],
  )
}
