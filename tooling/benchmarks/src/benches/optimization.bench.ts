import { defineNetwork, type Network } from '@isacnet/model'
import {
  type AllocationProblem,
  achievableRegion,
  analyticRates,
  communicationObjective,
  type Objective,
  optimizeAllocation,
  type RateModel,
  sensingObjective,
  weightedSumObjective,
} from '@isacnet/optimization'
import type { Benchmark } from '../benchmark.js'

/** The aims on two cores: the region at M_t = 64 in 2 s, an optimum at M_t = 256 in 10 s. */
const aims: Readonly<Record<string, number>> = { 'region 64': 2, 'optimum 256': 10 }

const objectives: readonly Objective[] = [communicationObjective, sensingObjective, weightedSumObjective(0.5)]

/** Brute force grows with the third power of M_t; beyond this it would take minutes. */
const largestForBruteForce = 64

/**
 * Optima and regions with exact rates for M_t from 16 to 256, J_max = 10, and brute force beside them in the same run where that
 * ends: both must agree. Times are of the CPU, in seconds; every run starts without a rate. Growth is against the M_t before.
 */
const compareOptima = (): void => {
  console.log(
    'Optima (of T_c, T_s, ½T_c + ½T_s) and region (T_c, T_s), exact rates, J_max = 10: s of CPU, rates computed',
  )
  optimizeAllocation(problemOf(defineNetwork({ Mt: 12 })).problem, { objective: weightedSumObjective(0.5) })
  let earlier: number[] | undefined
  for (const Mt of [16, 32, 64, 128, 256]) {
    const network = defineNetwork({ Mt })
    const optima = objectives.map((objective) => {
      const { problem, computed } = problemOf(network)
      const { result, seconds } = timed(() => optimizeAllocation(problem, { objective, findBindingConstraints: false }))
      return { objective, result, seconds, computed: computed() }
    })
    const { problem, computed } = problemOf(network)
    const region = timed(() => achievableRegion(problem))
    const times = [...optima.map(({ seconds }) => seconds), region.seconds]
    const total = region.result.examined + region.result.pruned
    const lines = [
      `M_t = ${Mt}, ${total} allocations`,
      ...optima.map(
        ({ objective, result, seconds, computed }) =>
          `  optimum of ${objective.name}: ${shown(seconds, `optimum ${Mt}`)}, ${computed} rates, ${result.examined} examined`,
      ),
      `  region: ${shown(region.seconds, `region ${Mt}`)}, ${computed()} rates, ${region.result.examined} examined, ` +
        `${region.result.frontier.length} Pareto points`,
    ]
    if (earlier !== undefined)
      lines.push(
        `  against M_t = ${Mt / 2}: ${times.map((time, i) => `${(time / earlier![i]!).toFixed(1)}×`).join(', ')}`,
      )
    if (Mt <= largestForBruteForce)
      lines.push(
        `  ${againstBruteForce(
          network,
          optima.map(({ result }) => result.value),
          region.result.frontier,
        )}`,
      )
    console.log(lines.join('\n'))
    earlier = times
  }
}

const shown = (seconds: number, name: string): string =>
  `${seconds.toFixed(2)} s${aims[name] === undefined ? '' : ` (aim ${aims[name]})`}`

/** The problem of a network, with rates that are counted when they are computed. */
const problemOf = (network: Network): { problem: AllocationProblem; computed: () => number } => {
  let count = 0
  const exact = analyticRates(network)
  const rates: RateModel = {
    ...exact,
    communication: (K, L, D) => {
      count++
      return exact.communication(K, L, D)
    },
    sensing: (K, Q) => {
      count++
      return exact.sensing(K, Q)
    },
  }
  return { problem: { network, rates }, computed: () => count }
}

const timed = <Result>(run: () => Result): { result: Result; seconds: number } => {
  const before = process.cpuUsage()
  const result = run()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (user + system) / 1e6 }
}

/** Every allocation evaluated, each rate computed once; all results of the one run that this takes. */
const againstBruteForce = (
  network: Network,
  optima: readonly number[],
  frontier: readonly { readonly communication: number; readonly sensing: number }[],
): string => {
  const { transmitAntennas: Mt, maxTargetsPerCell: Jmax } = network
  const rates = analyticRates(network)
  const { result, seconds } = timed(() => {
    const points: { x: number; y: number }[] = []
    for (let K = 1; K <= Mt; K++)
      for (let L = 1; K * L <= Mt; L++)
        for (let J = 1; J <= Jmax; J++)
          for (let Q = 1; K * L + J * (Q - 1) <= Mt; Q++)
            points.push({
              x: K * rates.communication(K, L, Mt - K * L - J * (Q - 1) + 1).value,
              y: J * rates.sensing(K, Q).value,
            })
    return points
  })
  const best = [
    Math.max(...result.map(({ x }) => x)),
    Math.max(...result.map(({ y }) => y)),
    Math.max(...result.map(({ x, y }) => 0.5 * x + 0.5 * y)),
  ]
  best.forEach((value, i) => {
    if (!(Math.abs(optima[i]! / value - 1) < 1e-8))
      throw new Error(`M_t = ${Mt}: ${optima[i]} is not the largest, ${value} is`)
  })
  let most = Number.NEGATIVE_INFINITY
  const pareto = result
    .sort((a, b) => b.x - a.x || b.y - a.y)
    .filter(({ y }) => {
      // Points that differ by rounding only are one.
      if (y <= most * (1 + 1e-8)) return false
      most = y
      return true
    })
  if (pareto.length !== frontier.length)
    throw new Error(`M_t = ${Mt}: ${frontier.length} Pareto points, not ${pareto.length}`)
  frontier.forEach(({ communication, sensing }, i) => {
    const { x, y } = pareto[i]!
    if (!(Math.abs(communication / x - 1) < 1e-8 && Math.abs(sensing / y - 1) < 1e-8))
      throw new Error(`M_t = ${Mt}: the Pareto point (${communication}, ${sensing}) should be (${x}, ${y})`)
  })
  return `brute force: ${seconds.toFixed(2)} s, ${result.length} examined, the same optima and Pareto points`
}

export const optimizationBenchmark: Benchmark = {
  name: 'optimization',
  title: 'Optima and regions',
  compares:
    'Certified optima and the region of communication and sensing beside brute force over every allocation, which must find the ' +
    'same; and how the time grows with the antennas, beyond where brute force ends.',
  run: compareOptima,
}
