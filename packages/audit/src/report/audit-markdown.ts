import type { ClaimFinding } from '../claims/claim.js'
import type { Check } from '../evidence/check.js'
import type { Evidence } from '../evidence/evidence.js'
import { decimal } from '../text/number-text.js'
import type { AuditDocument } from './audit-document.js'

/**
 * An audit as Markdown: a table of verdicts, then each claim with its readings, checks, criteria and numbers.
 *
 * @example
 * const document = auditDocument([], { version: '1.0.0', commit: null, seed: 1, trials: 4096 })
 * auditMarkdown(document).split('\n')[0] // '# Which of the paper’s claims hold'
 */
export const auditMarkdown = (document: AuditDocument): string => {
  const { claims, summary, simulation } = document
  return `${[
    '# Which of the paper’s claims hold',
    '',
    `${Object.entries(summary)
      .map(([verdict, count]) => `${count} ${verdict === 'fails' ? 'fail' : verdict.replace('holds', 'hold')}`)
      .join(', ')}. Verdicts are computed: each statement comes down to one deviation, which is compared with ` +
      'two thresholds that are declared beside it. A claim with several statements is as good as the worst of them; where the paper is ' +
      `ambiguous, every reading is tried and the claim is taken at its best. Simulations have the seed ${simulation.seed} and at least ` +
      `${simulation.trials} trials.`,
    '',
    '| claim | verdict | what the paper says | two ways agree |',
    '| --- | --- | --- | --- |',
    ...claims.map(
      ({ id, verdict, title, waysAgree }) =>
        `| ${id} | **${verdict}** | ${cell(title)} | ${waysAgree === null ? 'one way only' : waysAgree ? 'yes' : '**no**'} |`,
    ),
    ...claims.flatMap(claimLines),
  ].join('\n')}\n`
}

const claimLines = (claim: ClaimFinding): string[] => [
  '',
  `## ${claim.id}: ${claim.title}`,
  '',
  `**${claim.verdict}** (${claim.decidedBy}). ${claim.explanation}`,
  '',
  `- The paper (${claim.source}): ${claim.statement}`,
  `- Parameters: ${claim.parameters}.`,
  `- Computed by: ${claim.methods.join('; ')}.`,
  ...claim.readings.flatMap(({ name, verdict, checks }) => [
    '',
    `### ${claim.readings.length === 1 ? 'Checks' : `Read as: ${name} → ${verdict}`}`,
    ...checks.flatMap(checkLines),
  ]),
]

const checkLines = (check: Check): string[] => [
  '',
  `**${check.verdict}**: ${check.statement} ${check.finding}`,
  '',
  `Criterion: ${check.measure} = ${check.deviation === null ? '∞' : decimal(check.deviation, 3)}; holds up to ` +
    `${decimal(check.thresholds.holds)}, approximately up to ${decimal(check.thresholds.approximately)}, because ${check.thresholds.reason}.`,
  ...(check.evidence.length === 0
    ? []
    : [
        '',
        '| quantity | theory | simulation | agree |',
        '| --- | --- | --- | --- |',
        ...check.evidence.map(evidenceLine),
      ]),
]

const evidenceLine = ({ quantity, unit, theory, simulation, agrees }: Evidence): string => {
  const unitText = unit === '' ? '' : ` (${unit})`
  const computed = theory === null ? '' : `${decimal(theory.value, 5)} (${theory.method})`
  const sampled =
    simulation === null
      ? ''
      : `${decimal(simulation.mean, 5)} ± ${decimal(simulation.standardError, 2)} (${simulation.sampled})`
  return `| ${cell(`${quantity}${unitText}`)} | ${computed} | ${sampled} | ${agrees === null ? '' : agrees ? 'yes' : '**no**'} |`
}

const cell = (text: string): string => text.replaceAll('|', '\\|')
