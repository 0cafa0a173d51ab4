import { defineNetwork, UnknownNameError } from '@isacnet/model'
import { defineSimulation, initialState, runSimulation, type SimulationState } from '@isacnet/simulation'
import { describe, expect, it } from 'vitest'
import { readComputedRecord } from '../../../../tooling/checks/src/computed-record.js'
import { auditClaim } from '../audit-claim.js'
import { auditTools } from '../evidence/audit-tools.js'
import type { ClaimFinding } from './claim.js'
import { claims, findClaim } from './claims.js'

/** Few trials: verdicts that rest on theorems don't need more. */
const cheap = { trials: 2000 }

const trialsOfRecord = 20_000

/** The verdicts of the code as it was when the record was made; other code has none. */
const recorded: readonly ClaimFinding[] = readComputedRecord('audit', `findings-1-${trialsOfRecord}`) ?? []

const found = new Map<string, Promise<ClaimFinding>>()
const finding = (id: string): Promise<ClaimFinding> => {
  const inRecord = recorded.find((claim) => claim.id === id)
  const known =
    found.get(id) ?? (inRecord === undefined ? auditClaim(findClaim(id), auditTools(cheap)) : Promise.resolve(inRecord))
  found.set(id, known)
  return known
}

describe('the claims', { timeout: 120_000 }, () => {
  it('are C1 to C14, then others', () => {
    expect(claims.map(({ id }) => id)).toEqual(claims.map((_, index) => `C${index + 1}`))
    expect(claims.length).toBeGreaterThanOrEqual(14)
    expect(() => findClaim('C0')).toThrow(UnknownNameError)
  })

  it.each(claims.map(({ id }) => id))('%s: theory and simulation agree, and every finding has numbers', async (id) => {
    const { waysAgree, readings, explanation } = await finding(id)
    expect(waysAgree).toBe(true)
    expect(explanation).not.toMatch(/NaN|undefined|Infinity|\bnull\b/)
    for (const { checks } of readings)
      for (const { finding: text } of checks) {
        expect(text).toMatch(/\d/)
        expect(text).not.toMatch(/NaN|undefined|Infinity|\bnull\b/)
      }
  })

  it('has the certified optimum of C3 where the paper has it', async () => {
    const { verdict, explanation } = await finding('C3')
    expect(verdict).toBe('holds')
    expect(explanation).toContain('K = 12, L = 1')
  })

  it('tries every reading of what is ambiguous', async () => {
    const names = async (id: string) => (await finding(id)).readings.map(({ name }) => name)
    expect((await names('C6')).filter((name) => name.includes('M_r = 40')).length).toBeGreaterThan(0)
    expect((await names('C6')).filter((name) => name.startsWith('M_t = 40')).length).toBeGreaterThan(0)
    expect(await names('C7')).toEqual(['exact', 'exact, clusters around the target', 'Theorems 2 and 3'])
    expect((await names('C8')).length).toBeGreaterThan(3)
  })

  it('find what is true of numbers known from elsewhere', async () => {
    // Independent values: the hole costs 13.3 % of 1.3416 at ΔT = 1; R_s goes from 1.3416 (K = 1) to 1.4213 (K = 20).
    expect((await finding('C1')).explanation).toContain('13.3 %')
    const spread = (await finding('C13')).readings[0]!.checks[0]!.deviation!
    expect(spread).toBeCloseTo(1.4213 / 1.3416 - 1, 3)
  })

  it('C11: counts what abandonment changes', async () => {
    const { readings } = await finding('C11')
    for (const { evidence } of readings[0]!.checks)
      for (const { simulation, theory } of evidence) {
        expect(theory!.method).toBe('actual-requests')
        expect(theory!.value).toBeLessThanOrEqual(0)
        expect(simulation!.mean).toBeGreaterThan(-0.2)
        // More interferers never help; 5 standard errors of slack.
        expect(simulation!.mean).toBeLessThan(5 * simulation!.standardError)
      }
  })

  it('are the same every time, whoever simulates', async () => {
    const asked: SimulationState[] = []
    const again = await auditClaim(
      findClaim('C12'),
      auditTools({
        trials: recorded.length > 0 ? trialsOfRecord : cheap.trials,
        simulate: async (definition, until) => {
          const { state } = await runSimulation(definition, { until })
          asked.push(state)
          return state
        },
      }),
    )
    expect(asked.length).toBe(2)
    expect(again).toEqual(await finding('C12'))
    const other = await auditClaim(findClaim('C12'), auditTools({ ...cheap, seed: 2 }))
    expect(other).not.toEqual(again)
  })

  it('stop when told', async () => {
    const tools = auditTools({
      ...cheap,
      checkpoint: () => {
        throw new Error('enough')
      },
    })
    await expect(auditClaim(findClaim('C1'), tools)).rejects.toThrow('enough')
  })

  it('can be refuted: a simulation that says otherwise is reported', async () => {
    const wrong = defineSimulation(defineNetwork({ transmitAntennas: 5 }))
    const { state } = await runSimulation(wrong, { until: { trials: 20_000 }, from: initialState })
    const { waysAgree } = await auditClaim(findClaim('C12'), auditTools({ ...cheap, simulate: async () => state }))
    expect(waysAgree).toBe(false)
  })
})
