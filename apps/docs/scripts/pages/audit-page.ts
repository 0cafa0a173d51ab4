import {
  type AuditDocument,
  auditDocument,
  type Check,
  type ClaimFinding,
  type Evidence,
  errorMapCsv,
  errorMaps,
} from '@isacnet/audit'
import { plainText, renderHeatMap } from '@isacnet/drawing'
import { auditSeed, auditTrials } from '../long-computations.js'
import { type Provenance, provenanceText, revision } from '../provenance.js'
import { typeset } from '../symbols/typeset.js'
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
  const pictures = maps.map(
    ({ id, title }) => `![${plainText(title)}: relative error in per cent](/pictures/error-of-${id}.svg){width=820}`,
  )
  writePage('audit.md', `${auditPage(document, provenanceText(provenance))}\n\n${pictures.join('\n\n')}`, [
    'outline: 2',
    'pageClass: audit',
  ])
}

/** Claims as cards, then each with its verdict; what it rests on is folded. The pictures follow. */
const auditPage = (
  { claims, summary, simulation }: AuditDocument,
  madeFrom: string,
): string => `# Which of the paper’s claims hold

Made by \`isacnet audit\` from ${madeFrom}, seed ${auditSeed}. Data: [JSON](./pictures/audit.json){target=_self}.
Below: [where the printed theorems can be trusted](#where-can-each-printed-theorem-be-trusted).

${Object.entries(summary)
  .map(([verdict, count]) => `${count} ${verdict === 'fails' ? 'fail' : verdict.replace('holds', 'hold')}`)
  .join(
    ', ',
  )}. Verdicts are computed: each statement comes down to one deviation, which is compared with two thresholds that are
declared beside it. A claim with several statements is as good as the worst of them; where the paper is ambiguous, every reading is
tried and the claim is taken at its best. Simulations have the seed ${simulation.seed} and at least ${simulation.trials} trials.

<div class="claims">

${claims.map(({ id, verdict, title }) => `- [${id}](#${anchor(id)}) ${badge(verdict)}\n\n  ${text(title)}`).join('\n')}

</div>

${claims.map(section).join('\n\n')}

## Where can each printed theorem be trusted?

How far Theorems 1, 2 and 3 are off the exact rate. Data: [CSV](./pictures/error-maps.csv){target=_self}.`

const anchor = (id: string): string => id.toLowerCase()

/** What claims say, as Markdown. */
const text = (said: string): string => withLiteralAsterisks(typeset(said))

const badge = (verdict: string): string => `<span class="verdict ${verdict.replaceAll(' ', '-')}">${verdict}</span>`

const section = (claim: ClaimFinding): string => `## ${claim.id}: ${text(claim.title)} {#${anchor(claim.id)}}

${badge(claim.verdict)} (${text(claim.decidedBy)}). ${text(claim.explanation)}

The paper (${text(claim.source)}): ${text(claim.statement)}

<details>
<summary>How it is judged${claim.waysAgree === null ? '' : `; theory and simulation ${claim.waysAgree ? 'agree' : 'don’t agree'}`}</summary>

Parameters: ${text(claim.parameters)}.

Computed by: ${text(claim.methods.join('; '))}.

${claim.readings
  .map(({ name, verdict, checks }) =>
    [
      ...(claim.readings.length === 1 ? [] : [`**Read as: ${text(name)} → ${verdict}**`]),
      ...checks.map((check) => checkText(check)),
    ].join('\n\n'),
  )
  .join('\n\n')}

</details>`

const checkText = (check: Check): string =>
  [
    `${badge(check.verdict)}: ${text(check.statement)} ${text(check.finding)}`,
    text(
      `Criterion: ${check.measure} = ${check.deviation === null ? '∞' : decimal(check.deviation, 3)}; holds up to ` +
        `${decimal(check.thresholds.holds)}, approximately up to ${decimal(check.thresholds.approximately)}, because ${check.thresholds.reason}.`,
    ),
    ...(check.evidence.length === 0
      ? []
      : [
          [
            '| quantity | theory | simulation | agree |',
            '| --- | --- | --- | --- |',
            ...check.evidence.map(evidenceRow),
          ].join('\n'),
        ]),
  ].join('\n\n')

const evidenceRow = ({ quantity, unit, theory, simulation, agrees }: Evidence): string => {
  const cells = [
    `${quantity}${unit === '' ? '' : ` (${unit})`}`,
    theory === null ? '' : `${decimal(theory.value, 5)} (${theory.method})`,
    simulation === null
      ? ''
      : `${decimal(simulation.mean, 5)} ± ${decimal(simulation.standardError, 2)} (${simulation.sampled})`,
    agrees === null ? '' : agrees ? 'yes' : '**no**',
  ]
  return `| ${cells.map((cell) => text(cell.replaceAll('|', '\\|'))).join(' | ')} |`
}

/** A number as sentences have it, with a true minus sign. */
const decimal = (value: number, significantDigits = 4): string =>
  String(Number(value.toPrecision(significantDigits))).replace('-', '−')
