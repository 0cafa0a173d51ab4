import { NonConvergenceError } from '@isacnet/quadrature'
import { type LegalCase, legalCase, uniformNumbers } from './legal-networks.js'

/** How many networks of the legal domain the main suite has, and of which seed. */
const count = 2000
const seed = 77

/** Value and error estimate of a rate; or how it failed: `NonConvergenceError` says that it can't be had, anything else is a fault. */
export type LegalOutcome = readonly [value: number, errorEstimate: number] | string

export const legalCases = (): LegalCase[] => {
  const u = uniformNumbers(seed)
  return Array.from({ length: count }, () => legalCase(u))
}

export const outcomeOf = ({ rate }: LegalCase): LegalOutcome => {
  try {
    const { value, errorEstimate } = rate()
    return [value, errorEstimate]
  } catch (error) {
    return error instanceof NonConvergenceError ? error.name : String(error)
  }
}

/** The name of the committed record of all outcomes. */
export const legalOutcomesRecord = `legal-domain-${seed}-${count}`
