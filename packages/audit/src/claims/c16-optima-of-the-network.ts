import { servicePerformance, serviceRate } from '@isacnet/analysis'
import { byService, defineNetwork, type Network, type Service } from '@isacnet/model'
import {
  type AllocationConstraints,
  actualRequestsSteps,
  customObjective,
  type Objective,
  optimizeAllocation,
  type SpatialAllocation,
  sensingObjective,
  weightedSumObjective,
} from '@isacnet/optimization'
import type { AuditTools } from '../evidence/audit-tools.js'
import { type Check, check } from '../evidence/check.js'
import { evidence, type SimulatedValue } from '../evidence/evidence.js'
import { ratesBy } from '../evidence/region-method.js'
import { change, decimal, listed } from '../text/number-text.js'
import type { Claim } from './claim.js'

/** An optimum that a figure shows. */
interface Case {
  readonly figure: string
  readonly symbol: string
  readonly network: Network
  readonly objective: Objective
  readonly constraints?: AllocationConstraints
}

const sensingRateObjective: Objective = {
  ...customObjective(({ sensing }) => sensing.rate, { name: 'sensing rate', monotone: true }),
  dependsOn: { communication: false, sensing: true },
}

const cases: readonly Case[] = [
  {
    figure: 'Fig. 8, M_t = 20, J_max = 10',
    symbol: 'T_s',
    network: defineNetwork({ transmitAntennas: 20, maxTargetsPerCell: 10 }),
    objective: sensingObjective,
  },
  {
    figure: 'Fig. 9, M_t = 10',
    symbol: 'R_s',
    network: defineNetwork({ transmitAntennas: 10, maxTargetsPerCell: 5 }),
    objective: sensingRateObjective,
  },
  {
    figure: 'Fig. 10, M_t = 20',
    symbol: 'T_s',
    network: defineNetwork({ transmitAntennas: 20, maxTargetsPerCell: 5 }),
    objective: sensingObjective,
  },
  {
    figure: 'Fig. 11, M_t = 30, L and Q ≥ 2',
    symbol: 'T_s',
    network: defineNetwork({ transmitAntennas: 30, maxTargetsPerCell: 5 }),
    objective: sensingObjective,
    constraints: { minCommunicationClusterSize: 2, minSensingClusterSize: 2 },
  },
  {
    figure: 'Fig. 12, M_t = 20, ρ = 0.5',
    symbol: 'T',
    network: defineNetwork({ transmitAntennas: 20, maxTargetsPerCell: 5 }),
    objective: weightedSumObjective(0.5),
  },
]

/** An allocation in the network as it is. */
interface Delivery {
  readonly allocation: SpatialAllocation
  /** By the theorem with the requests as they come. */
  readonly value: number
  readonly simulated: SimulatedValue
}

interface Found extends Case {
  /** The optimum's value by the exact theorem for mean requests. */
  readonly promise: number
  readonly promised: Delivery
  readonly best: Delivery
}

const actualRequests = { communicationMethod: 'actual-requests', sensingMethod: 'actual-requests' } as const

/** The objective of an allocation with these rates. */
const objectiveOf = (
  { network, objective }: Case,
  allocation: SpatialAllocation,
  rateOf: (service: Service, site: Network) => number,
): number => {
  const site = defineNetwork({ ...network, ...allocation })
  return objective.value({
    allocation,
    ...byService(({ service }) =>
      servicePerformance(service, site, { value: rateOf(service, site), errorEstimate: 0 }),
    ),
    degreesOfFreedomLeft: 0,
  })
}

const delivered = async (tools: AuditTools, one: Case, allocation: SpatialAllocation): Promise<Delivery> => {
  const summary = await tools.simulate(defineNetwork({ ...one.network, ...allocation }), { fidelity: 'channel' })
  const shifted = (by: Service | undefined): number =>
    objectiveOf(one, allocation, (service) => {
      const { mean, standardError } = summary[service]
      return service === by ? mean + standardError : mean
    })
  const mean = shifted(undefined)
  const standardError = Math.hypot(shifted('communication') - mean, shifted('sensing') - mean)
  const width = (summary.sensing.interval[1] - summary.sensing.mean) / summary.sensing.standardError
  return {
    allocation,
    value: objectiveOf(one, allocation, (service, site) => serviceRate(service, site, actualRequests).value),
    simulated: {
      sampled: 'channel',
      mean,
      standardError,
      interval: [mean - width * standardError, mean + width * standardError],
      confidence: summary.confidence,
      trials: summary.trials,
    },
  }
}

const find = async (tools: AuditTools, one: Case): Promise<Found> => {
  const { network, objective, constraints = {} } = one
  await tools.checkpoint()
  const optimum = optimizeAllocation(
    { network, rates: ratesBy('exact', network), constraints },
    { objective, findBindingConstraints: false, runnersUp: 0 },
  )
  const steps = actualRequestsSteps({ network, constraints }, { objective, runnersUp: 0 })
  let step = steps.next()
  for (let examined = 1; !step.done; examined++) {
    if (examined % 100 === 0) await tools.checkpoint()
    step = steps.next()
  }
  return {
    ...one,
    promise: optimum.value,
    promised: await delivered(tools, one, optimum.allocation),
    best: await delivered(tools, one, step.value.allocation),
  }
}

/** A relative deviation beyond what twice its standard error may explain. */
const surely = (value: SimulatedValue, reference: number, error: number): number =>
  Math.max(0, Math.abs(value.mean / reference - 1) - (2 * Math.hypot(value.standardError, error)) / reference)

const name = ({
  usersPerCell,
  communicationClusterSize,
  targetsPerCell,
  sensingClusterSize,
}: SpatialAllocation): string =>
  `(${usersPerCell}, ${communicationClusterSize}, ${targetsPerCell}, ${sensingClusterSize})`

/** The largest error of the theorem with the requests as they come (ACTUAL-REQUESTS.md). */
const theoremError = 0.0072

const deliveries = ({ figure, symbol, promised, best }: Found) =>
  [promised, best].map(({ allocation, value, simulated }) =>
    evidence(
      `${symbol} at ${name(allocation)}, ${figure}`,
      symbol === 'R_s' ? 'nat/s/Hz' : 'nat/s/Hz/km²',
      { method: 'actual-requests', value },
      simulated,
      0,
      theoremError * value,
    ),
  )

const examine = async (tools: AuditTools): Promise<Check[]> => {
  const all: Found[] = []
  for (const one of cases) all.push(await find(tools, one))
  const broken = all.map(({ promise, promised }) => surely(promised.simulated, promise, 0))
  const better = all.map(({ promised, best }) =>
    best.simulated.mean <= promised.simulated.mean
      ? 0
      : surely(best.simulated, promised.simulated.mean, promised.simulated.standardError),
  )
  return [
    check({
      statement: 'What the optima of Figures 8 to 12 promise is what the network delivers.',
      measure:
        'relative difference of the simulated objective from the theorem’s, less twice its standard error; the largest of the optima',
      deviation: Math.max(...broken),
      thresholds: {
        holds: 0.01,
        approximately: 0.05,
        reason: '1 % can’t be seen in a figure; up to 5 % the optimum is what it is said to be, roughly',
      },
      found: `${listed(
        all.map(
          ({ figure, symbol, promise, promised: { allocation, simulated } }) =>
            `${figure}: (K, L, J, Q) = ${name(allocation)} promises ${symbol} = ${decimal(promise)} and delivers ${decimal(simulated.mean)} (${change(simulated.mean / promise - 1)})`,
        ),
      )}.`,
      why: 'The optima spend all antennas, so that about half of the base stations are asked for more nulls than they can grant.',
      evidence: all.flatMap(deliveries),
    }),
    check({
      statement: 'No other allocation has more in the network as it is.',
      measure:
        'by how much another allocation’s simulated objective is larger, relative, less twice its standard error; the largest',
      deviation: Math.max(...better),
      thresholds: {
        holds: 0.01,
        approximately: 0.05,
        reason: 'less than 1 % is within what theorem and simulation can tell apart; up to 5 % little is lost',
      },
      found: `${listed(
        all.map(
          ({ figure, symbol, promised, best }) =>
            `${figure}: ${name(best.allocation)} has ${symbol} = ${decimal(best.simulated.mean)} (${change(best.simulated.mean / promised.simulated.mean - 1)})`,
        ),
      )}.`,
      why: 'Some of these have more than M_t requests and users on average, KL + J(Q − 1) > M_t, where the paper’s constraint forbids to look; others leave antennas to spare.',
    }),
  ]
}

/** C16: the optima of the figures, in the network as it is. */
export const claim16: Claim = {
  id: 'C16',
  title: 'The optima of Figures 8 to 12 are those of the network',
  statement:
    'The optimal (K, L, J, Q) maximises the ASE subject to the degrees of freedom, KL + J(Q − 1) ≤ M_t, by the average rates of mean requests.',
  source: 'Sections V and VI-C, Figs. 8 to 12',
  parameters:
    'α = 4, β = 2, J_max = 5 unless said otherwise, bs-centric clusters; Fig. 8 over all K and L; best allocations by the theorem with the requests as they come, over K ≤ M_t, L, Q ≤ 8 and at most twice the requests that are granted',
  figure: 'promised-sensing',
  readings: [{ name: 'in the network as it is', examine }],
}
