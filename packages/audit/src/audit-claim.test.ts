import { describe, expect, it } from 'vitest'
import { check } from './evidence/check.js'
import { evidence } from './evidence/evidence.js'
import {
  auditClaim,
  auditClaims,
  auditCsv,
  auditDocument,
  auditMarkdown,
  auditTools,
  type Check,
  type Claim,
  type Verdict,
} from './index.js'

const thresholds = { holds: 1, approximately: 2, reason: 'a test' }

const simulated = (mean: number) => ({
  sampled: 'gain-law',
  mean,
  standardError: 0.1,
  interval: [mean - 0.4, mean + 0.4] as const,
  confidence: 0.9999,
  trials: 10,
})

const checkWith = (deviation: number, theory = 1): Check =>
  check({
    statement: 'A statement.',
    measure: 'a measure',
    deviation,
    thresholds,
    found: `Found ${deviation}.`,
    why: 'Because.',
    evidence: [evidence('R_c | here', 'nat/s/Hz', { method: 'exact', value: theory }, simulated(1))],
  })

const claim = (readings: Readonly<Record<string, readonly Check[]>>): Claim => ({
  id: 'C0',
  title: 'A claim',
  statement: 'It is so.',
  source: 'Fig. 0',
  parameters: 'none',
  readings: Object.entries(readings).map(([name, checks]) => ({ name, examine: async () => checks })),
})

describe('a claim', () => {
  it('is as good as the best of its readings, and a reading as the worst of its checks', async () => {
    const verdictFor = async (readings: Record<string, readonly Check[]>): Promise<[Verdict, string]> => {
      const { verdict, decidedBy } = await auditClaim(claim(readings), auditTools())
      return [verdict, decidedBy]
    }
    expect(await verdictFor({ a: [checkWith(0), checkWith(0)] })).toEqual(['holds', 'a'])
    expect(await verdictFor({ a: [checkWith(0), checkWith(1.5)] })).toEqual(['holds approximately', 'a'])
    expect(await verdictFor({ a: [checkWith(0), checkWith(3)] })).toEqual(['fails', 'a'])
    expect(await verdictFor({ a: [checkWith(3)], b: [checkWith(0)], c: [checkWith(0)] })).toEqual(['holds', 'b'])
  })

  it('says why where it doesn’t hold, and what other readings come to', async () => {
    const { explanation } = await auditClaim(
      claim({ a: [checkWith(3)], b: [checkWith(1.5), checkWith(0.5)] }),
      auditTools(),
    )
    expect(explanation).toBe('Found 1.5. Because. Found 0.5. Read otherwise it fails: a.')
  })

  it('says whether theory and simulation agree', async () => {
    const ways = async (...theories: number[]) =>
      (await auditClaim(claim({ a: theories.map((value) => checkWith(0, value)) }), auditTools())).waysAgree
    expect(await ways(1, 1.3)).toBe(true)
    expect(await ways(1, 1.5)).toBe(false)
    const alone = { ...checkWith(0), evidence: [evidence('x', '', null, simulated(1))] }
    expect((await auditClaim(claim({ a: [alone] }), auditTools())).waysAgree).toBeNull()
  })

  it('agrees with a rate that is above the interval by no more than the bias', () => {
    const agrees = (value: number, bias: number) =>
      evidence('x', '', { method: 'exact', value }, simulated(1), bias).agrees
    expect([agrees(1.45, 0.1), agrees(1.45, 0), agrees(0.55, 0.1)]).toEqual([true, false, false])
  })
})

describe('an audit', () => {
  it('is written as JSON, CSV and Markdown', async () => {
    const findings = [
      await auditClaim(claim({ a: [checkWith(0)], b: [checkWith(Number.POSITIVE_INFINITY)] }), auditTools()),
    ]
    const document = auditDocument(findings, { version: '1.2.3', commit: null, seed: 1, trials: 10 })
    expect(document.summary).toEqual({ holds: 1, 'holds approximately': 0, fails: 0 })
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
    expect(auditCsv(document).trim().split('\r\n')).toHaveLength(3)
    const markdown = auditMarkdown(document)
    expect(markdown).toContain('| C0 | **holds** | A claim | yes |')
    expect(markdown).toContain('a measure = ∞')
    expect(markdown).toContain('R_c \\| here')
  })
})

describe('auditClaims', () => {
  const two = [claim({ a: [checkWith(0)] }), claim({ b: [checkWith(Number.POSITIVE_INFINITY)] })]

  it('finds of each what auditClaim finds, in order, and says what comes next', async () => {
    const said: unknown[] = []
    const found = await auditClaims(two, auditTools(), (next, done) => said.push([next, done]))
    expect(found).toEqual([await auditClaim(two[0]!, auditTools()), await auditClaim(two[1]!, auditTools())])
    expect(said).toEqual([
      [two[0], 0],
      [two[1], 1],
    ])
  })

  it('stops where the checkpoint throws', async () => {
    const begun: number[] = []
    const tools = auditTools({
      checkpoint: () => {
        throw new Error('enough')
      },
    })
    await expect(auditClaims(two, tools, (_, done) => begun.push(done))).rejects.toThrow('enough')
    expect(begun).toEqual([0])
  })
})
