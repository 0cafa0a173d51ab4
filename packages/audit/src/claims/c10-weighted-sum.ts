import { defineNetwork } from '@isacnet/model'
import { type AllocationOptimum, optimizeAllocation, weightedSumObjective } from '@isacnet/optimization'
import type { AuditTools } from '../evidence/audit-tools.js'
import { type Check, check } from '../evidence/check.js'
import { rateEvidence } from '../evidence/rate-evidence.js'
import { maxTargetsPerCell, ratesBy, regionNetwork } from '../evidence/region-method.js'
import { shapeDeviation } from '../evidence/shape.js'
import { decimal, percent } from '../text/number-text.js'
import type { Claim } from './claim.js'

const transmitAntennas = 20
const weights = Array.from({ length: 21 }, (_, index) => index / 20)

const optima = async (tools: AuditTools): Promise<{ rho: number; optimum: AllocationOptimum }[]> => {
  const network = regionNetwork(transmitAntennas)
  const rates = ratesBy('exact', network)
  const found = []
  for (const rho of weights) {
    await tools.checkpoint()
    const optimum = optimizeAllocation(
      { network, rates },
      { objective: weightedSumObjective(rho), findBindingConstraints: false, runnersUp: 0 },
    )
    found.push({ rho, optimum })
  }
  return found
}

const examine = async (tools: AuditTools, sensing: 'rises' | 'falls'): Promise<Check[]> => {
  const found = await optima(tools)
  // At ρ = 0 only T_s counts, at ρ = 1 only T_c: whatever the other is there, is a matter of ties.
  const Tc = found.map(({ optimum }) => optimum.communication.ase)
  const Ts = found.map(({ optimum }) => optimum.sensing.ase)
  const communication = sensing === 'rises' ? 'falls' : 'rises'
  const deviation = Math.max(shapeDeviation(Tc, communication), shapeDeviation(Ts, sensing))
  const greater = found.map(
    ({ optimum }) => optimum.value / Math.max(optimum.communication.ase, optimum.sensing.ase) - 1,
  )
  const middle = found[10]!.optimum
  const network = defineNetwork({ transmitAntennas, ...middle.allocation })
  const evidence = [
    await rateEvidence(tools, 'communication-ase', network, 'the optimum for ρ = 0.5'),
    await rateEvidence(tools, 'sensing-ase', network, 'the optimum for ρ = 0.5'),
  ]
  return [
    check({
      statement: `As ρ grows, the sensing ASE ${sensing} and the communication ASE ${communication}.`,
      measure: 'largest step in the wrong direction, relative to the largest ASE',
      deviation,
      thresholds: {
        holds: 1e-9,
        approximately: 0.01,
        reason: 'a sequence is monotone or it isn’t; a step of less than 1 % can’t be seen',
      },
      found: `From ρ = 0 to 1, T_c goes from ${decimal(Tc[0]!)} to ${decimal(Tc.at(-1)!)} and T_s from ${decimal(Ts[0]!)} to ${decimal(Ts.at(-1)!)}.`,
      why: 'By (24), T = ρT_c + (1 − ρ)T_s, ρ is the weight of communication: the sentence has the two the wrong way round.',
      evidence,
    }),
    check({
      statement: 'T is never more than the larger of the two ASEs.',
      measure: 'by how much T exceeds the larger of T_c and T_s at the optimum, relative',
      deviation: Math.max(0, ...greater),
      thresholds: {
        holds: 1e-12,
        approximately: 0.01,
        reason: 'a mean is at most the larger of what it is of; 1e-12 is rounding',
      },
      found: `T is ${percent(-Math.min(...greater))} below the larger of T_c and T_s at most, and never above it; it is equal to it at ρ = 0 and ρ = 1.`,
    }),
  ]
}

/** C10: the weighted sum. */
export const claim10: Claim = {
  id: 'C10',
  title: 'Fig. 12: T_c and T_s are monotone in ρ, and the weighted sum lies below the larger corner',
  statement:
    'As ρ increases, the sensing/communication ASE increases/decreases monotonically; T is always less than the maximum of the sensing ASE and the communication ASE.',
  source: 'Section VI-C, Fig. 12',
  parameters: `M_t = ${transmitAntennas}, J_max = ${maxTargetsPerCell}, α = 4, β = 2, ρ = 0, 0.05, …, 1, exact rates, certified optima`,
  figure: 'fig12',
  readings: [
    { name: 'ρ weighs communication, as (24) has it', examine: (tools) => examine(tools, 'falls') },
    { name: 'as the sentence has it', examine: (tools) => examine(tools, 'rises') },
  ],
}
