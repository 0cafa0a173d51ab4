import type { Claim, ClaimFinding, ReadingFinding } from './claims/claim.js'
import type { AuditTools } from './evidence/audit-tools.js'
import { bestVerdict, verdicts, worstVerdict } from './evidence/verdict.js'

/**
 * Computes a claim and judges it. A reading is as good as the worst of its checks; the claim is as good as the best of its readings.
 *
 * @example
 * const finding = await auditClaim(findClaim('C3'), auditTools({ trials: 4096 }))
 * finding.verdict // 'holds'
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

/**
 * Computes claims one after another; the tools' `checkpoint` is called after each.
 *
 * @example
 * const findings = await auditClaims([findClaim('C3')], auditTools({ trials: 4096 }))
 * findings.map(({ id, verdict }) => `${id} ${verdict}`) // ['C3 holds']
 *
 * @param before - told which claim comes next, and how many are done.
 * @throws what the tools throw, such as an interruption.
 */
export const auditClaims = async (
  claims: readonly Claim[],
  tools: AuditTools,
  before?: (claim: Claim, done: number) => void,
): Promise<ClaimFinding[]> => {
  const findings: ClaimFinding[] = []
  for (const claim of claims) {
    before?.(claim, findings.length)
    findings.push(await auditClaim(claim, tools))
    await tools.checkpoint()
  }
  return findings
}

/** The verdicts of other readings: `Read otherwise it fails: every L that is feasible.` */
const otherwise = (readings: readonly ReadingFinding[], decisive: ReadingFinding): string[] =>
  verdicts.flatMap((verdict) => {
    const names = readings
      .filter((reading) => reading !== decisive && reading.verdict === verdict)
      .map(({ name }) => name)
    return names.length === 0 ? [] : [`Read otherwise it ${verdict}: ${names.join('; ')}.`]
  })
