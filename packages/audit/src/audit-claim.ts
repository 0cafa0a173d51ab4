import type { AuditTools } from './audit-tools.js'
import type { Claim, ClaimFinding, ReadingFinding } from './claim.js'
import { bestVerdict, verdicts, worstVerdict } from './verdict.js'

/**
 * Computes a claim and judges it. A reading is as good as the worst of its checks; the claim is as good as the best of its readings.
 *
 * @throws what the tools throw, such as an interruption.
 */
export const auditClaim = async (claim: Claim, tools: AuditTools): Promise<ClaimFinding> => {
  const readings: ReadingFinding[] = []
  for (const { name, examine } of claim.readings) {
    const checks = await examine(tools)
    readings.push({ name, verdict: worstVerdict(checks.map(({ verdict }) => verdict)), checks })
  }
  const verdict = bestVerdict(readings.map((reading) => reading.verdict))
  const decisive = readings.find((reading) => reading.verdict === verdict)!
  const evidence = readings.flatMap(({ checks }) => checks.flatMap((one) => one.evidence))
  const compared = evidence.filter(({ agrees }) => agrees !== null)
  const { id, title, statement, source, parameters, figure = null } = claim
  return {
    id,
    title,
    statement,
    source,
    parameters,
    figure,
    verdict,
    decidedBy: decisive.name,
    explanation: [...decisive.checks.map(({ finding }) => finding), ...otherwise(readings, decisive)].join(' '),
    methods: [
      ...new Set(
        evidence.flatMap(({ theory, simulation }) => [
          ...(theory === null ? [] : [theory.method]),
          ...(simulation === null ? [] : [`simulation of ${simulation.sampled}`]),
        ]),
      ),
    ],
    waysAgree: compared.length === 0 ? null : compared.every(({ agrees }) => agrees === true),
    readings,
  }
}

/** What other readings come to: `Read otherwise it fails: every L that is feasible.` */
const otherwise = (readings: readonly ReadingFinding[], decisive: ReadingFinding): string[] =>
  verdicts.flatMap((verdict) => {
    const names = readings
      .filter((reading) => reading !== decisive && reading.verdict === verdict)
      .map(({ name }) => name)
    return names.length === 0 ? [] : [`Read otherwise it ${verdict}: ${names.join('; ')}.`]
  })
