/// <reference types="node" />
import { readFileSync } from 'node:fs'
import {
  bsCentricInterferenceExponent,
  communicationRate,
  meanGainRate,
  nullingGain,
  sensingRate,
} from '@isacnet/analysis'
import { defineNetwork, isFeasible } from '@isacnet/model'
import { integrateAdaptive, integrateLogTrapezoid, NonConvergenceError } from '@isacnet/quadrature'
import { beta, lowerIncompleteGamma } from '@isacnet/special-functions'
import {
  communicationCluster,
  nearestIndex,
  poissonProcess,
  randomStream,
  uniformInVoronoiCell,
  voronoiCell,
} from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'

type Changes = Readonly<Record<string, number>>
const communication = (
  changes: Changes,
  method: 'exact' | 'actual-requests' | 'theorem-1' | 'theorem-2' = 'exact',
): number => communicationRate(defineNetwork(changes), { method }).value
const sensing = (changes: Changes, method: 'exact' | 'theorem-3' = 'exact'): number =>
  sensingRate(defineNetwork(changes), { method }).value

const percent = (ratio: number): string => `${ratio >= 1 ? '+' : '−'}${(100 * Math.abs(ratio - 1)).toFixed(1)} %`
const nats = (value: number): string => value.toFixed(4)

/** The v that maximises v·∫(1 − e^{−zk(1/v − L)})/(zF) dz on (0, 1/L), by golden section. */
const bestLoad = (k: number, L: number): number => {
  const objective = (v: number): number => v * meanGainRate(k * (1 / v - L), 4, 1e-11).value
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [1e-3, 1 / L - 1e-3]
  while (high - low > 1e-6) {
    const left = high - golden * (high - low)
    const right = low + golden * (high - low)
    if (objective(left) < objective(right)) low = left
    else high = right
  }
  return (low + high) / 2
}

/** (15) read literally: the average over R once more, on top of (16), K = c = λ = 1, α = 2β = 4. */
const integratedTwice = (): number =>
  integrateAdaptive(
    (x) => {
      const z = Math.exp(x)
      const exponent = 1 + bsCentricInterferenceExponent(z, 0, { usersPerCell: 1, pathLossExponent: 4 })
      const average = integrateAdaptive(
        (R) => Math.exp(-R * exponent) * 2 * Math.PI * R * Math.exp(-Math.PI * R * R),
        0,
        8,
        { relativeTolerance: 1e-8, absoluteTolerance: 1e-14 },
      ).value
      return (z / (1 + z)) * average
    },
    -35,
    50,
    { relativeTolerance: 1e-7 },
  ).value

/** Achievable (T_c, T_s) at M_t = 20, J_max = 5, the Pareto points among them, and the vertices of their concave hull. */
const region = () => {
  const points: { Tc: number; Ts: number }[] = []
  const rates = new Map<string, number>()
  const once = (key: string, rate: () => number): number => {
    const value = rates.get(key) ?? rate()
    rates.set(key, value)
    return value
  }
  const transmitAntennas = 20
  for (let K = 1; K <= 20; K++)
    for (let L = 1; K * L <= 20; L++)
      for (let J = 1; J <= 5; J++)
        for (let Q = 1; K * L + J * (Q - 1) <= 20; Q++) {
          const network = {
            transmitAntennas,
            usersPerCell: K,
            communicationClusterSize: L,
            targetsPerCell: J,
            sensingClusterSize: Q,
          }
          expect(isFeasible(network)).toBe(true)
          const Rc = once(`c ${K} ${L} ${J * (Q - 1)}`, () => communication({ ...network }))
          const Rs = once(`s ${K} ${Q}`, () => sensing({ ...network }))
          points.push({ Tc: K * Rc, Ts: J * Rs })
        }
  points.sort((a, b) => b.Tc - a.Tc || b.Ts - a.Ts)
  const pareto: typeof points = []
  for (const point of points) if (pareto.every(({ Ts }) => point.Ts > Ts)) pareto.push(point)
  const hull: typeof points = []
  for (const p of pareto) {
    for (;;) {
      const [a, b] = hull.slice(-2)
      if (a === undefined || b === undefined) break
      const above = (b.Tc - a.Tc) * (p.Ts - a.Ts) - (b.Ts - a.Ts) * (p.Tc - a.Tc)
      if (above > 0) break
      hull.pop()
    }
    hull.push(p)
  }
  return { points, pareto, hull }
}

const divergence = (): string => {
  const printed = (z: number): number => Math.expm1(-z) + Math.sqrt(z) * lowerIncompleteGamma(0.5, z)
  expect(() => integrateLogTrapezoid((x) => -Math.expm1(-Math.exp(x)) / printed(Math.exp(x)))).toThrow(
    NonConvergenceError,
  )
  return 'diverges'
}

/** Requests that BSs get from users whose second nearest BS they are: K = 5, L = 2, 3600 BSs on a torus. */
const nullingRequests = () => {
  const window = { kind: 'torus', width: 60, height: 60 } as const
  const stream = randomStream(20261123, 0, 'requests')
  const sites = poissonProcess(1).sample(window, stream)
  const index = nearestIndex(sites, window)
  const counts = new Float64Array(sites.x.length)
  for (let site = 0; site < counts.length; site++) {
    const users = uniformInVoronoiCell(voronoiCell(index, site, window), 5, stream)
    for (let user = 0; user < 5; user++) {
      const [, neighbour] = communicationCluster(index, { x: users.x[user]!, y: users.y[user]! }, 2)
      counts[neighbour!] = counts[neighbour!]! + 1
    }
  }
  const mean = counts.reduce((sum, count) => sum + count) / counts.length
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length
  return {
    mean,
    deviation: Math.sqrt(variance),
    aboveBound: counts.filter((count) => count > 5).length / counts.length,
  }
}

/** The measured number of each row, in the words of ERRATA.md. */
const measured: Readonly<Record<string, () => readonly string[]>> = {
  E1: () => [2, 4].map((L) => percent(communication({ K: 5, L }, 'theorem-1') / communication({ K: 5, L }))),
  E2: () => {
    expect(communication({ K: 5 }, 'theorem-1')).toBe(communication({ K: 5 }))
    return ['0', nats(communication({ K: 5 }))]
  },
  // The printed exponent is that of a diversity order of 29, which M_t = 38 has here.
  E3: () => [nats(communication({ K: 5, L: 2, Mt: 38 })), nats(communication({ K: 5, L: 2 }))],
  E4: () => [divergence(), nats(communication({ K: 5 }, 'theorem-2'))],
  E5: () => [bestLoad(1, 1).toFixed(3), bestLoad(nullingGain(2, 4), 2).toFixed(3), bestLoad(1, 2).toFixed(3)],
  E6: () => {
    expect(() => beta(1 - 2 / 2, 1 + 2 / 2)).toThrow(RangeError)
    return ['B(1; 0, 2) = ∞', nats(sensing({}))]
  },
  E7: () => [nats(integratedTwice()), nats(sensing({}))],
  E8: () => [
    percent(sensing({ alpha: 3, lambda: 2 }) / sensing({ alpha: 3, lambda: 1 })),
    percent(sensing({ beta: 1.5, lambda: 2 }) / sensing({ beta: 1.5, lambda: 1 })),
  ],
  E9: () => [2, 3, 5].map((Q) => percent(sensing({ Q }, 'theorem-3') / sensing({ Q }))),
  E10: () => [nats(sensing({ K: 1 })), nats(sensing({ K: 5 })), nats(sensing({ K: 20 }))],
  E11: () => {
    const { points, pareto, hull } = region()
    return [`${points.length}`, `${pareto.length}`, `${hull.length}`]
  },
  E12: () => {
    const { pareto } = region()
    return [pareto[0]!, pareto[pareto.length - 1]!].map(({ Tc, Ts }) => `(${Tc.toFixed(2)}, ${Ts.toFixed(2)})`)
  },
  // v = b/M_r has the gain κ where b/√M_r has κM_r.
  E13: () => [nats(sensing({ Mr: 10 })), nats(sensing({ Mr: 1 }))],
  E14: () => {
    const { mean, deviation, aboveBound } = nullingRequests()
    // Four standard errors of a mean over 3600 BSs, whose counts are correlated with their neighbours'.
    expect(Math.abs(mean - 5)).toBeLessThan(0.3)
    const tight = { K: 5, L: 4 }
    const sensing = (J: number, sensingMethod: 'exact' | 'actual-requests') =>
      J * sensingRate(defineNetwork({ K: 2, J, Q: 3 }), { method: sensingMethod }).value
    return [
      deviation.toFixed(1),
      `${Math.round(100 * aboveBound)} %`,
      `${communication(tight, 'actual-requests').toFixed(2)} instead of ${communication(tight).toFixed(2)}`,
      `T_s = ${sensing(10, 'actual-requests').toFixed(1)} where`,
      `promises ${sensing(9, 'exact').toFixed(1)} and gives ${sensing(9, 'actual-requests').toFixed(1)}`,
    ]
  },
  E15: () => [
    percent(communication({ K: 1 }, 'theorem-2') / communication({ K: 1 })),
    percent(communication({ K: 5 }, 'theorem-2') / communication({ K: 5 })),
    percent(communication({ K: 5, L: 4 }, 'theorem-2') / communication({ K: 5, L: 4 })),
  ],
}

const errata = readFileSync(new URL('../../../ERRATA.md', import.meta.url), 'utf8')

it.each(Object.keys(measured))('%s says what is measured', { timeout: 60_000 }, (row) => {
  const line = errata.split('\n').find((text) => text.startsWith(`| ${row} |`))
  expect(line, `ERRATA.md has no row ${row}`).toBeDefined()
  for (const number of measured[row]!()) expect(line).toContain(number)
})

it('has no other rows', () => {
  const rows = errata.match(/^\| E\d+ \|/gm) ?? []
  expect(rows.length).toBe(Object.keys(measured).length)
})
