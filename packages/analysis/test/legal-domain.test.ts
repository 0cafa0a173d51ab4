import { expect, it } from 'vitest'
import { readComputedRecord } from '../../../tooling/checks/src/computed-record.js'
import { type LegalOutcome, legalCases, legalOutcomesRecord, outcomeOf } from './legal-outcomes.js'

const cases = legalCases()

/** The outcomes of this code when the record was made; other code has none, and computes them here. */
const recorded: readonly LegalOutcome[] | undefined = readComputedRecord('analysis', legalOutcomesRecord)

it(`has a positive finite rate that knows its error, or says that there is none, for ${cases.length} networks of the legal domain`, {
  timeout: 900_000,
}, () => {
  const outcomes = recorded ?? cases.map(outcomeOf)
  expect(outcomes.length).toBe(cases.length)
  const faults = outcomes.flatMap((outcome, index) => {
    if (outcome === 'NonConvergenceError') return []
    const [value, errorEstimate] = typeof outcome === 'string' ? [Number.NaN, Number.NaN] : outcome
    const holds = value > 0 && value < Number.POSITIVE_INFINITY && errorEstimate > 0 && errorEstimate <= 1e-9 * value
    return holds ? [] : [{ name: cases[index]!.name, parameters: cases[index]!.parameters, outcome }]
  })
  expect(faults).toEqual([])
  expect(outcomes.filter((outcome) => typeof outcome !== 'string').length).toBeGreaterThan(1500)
})

it.skipIf(recorded === undefined)('computes what the record says', { timeout: 120_000 }, () => {
  for (let index = 7; index < cases.length; index += 20)
    expect(outcomeOf(cases[index]!), JSON.stringify(cases[index]!.parameters)).toEqual(recorded![index])
})
