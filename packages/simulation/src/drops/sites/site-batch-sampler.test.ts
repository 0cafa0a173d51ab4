import { defineNetwork, echoGain } from '@isacnet/model'
import {
  boundingRegion,
  nearestIndex,
  type PointPattern,
  poissonProcess,
  randomStream,
  readSites,
  siteCells,
  siteLayout,
  uniformInVoronoiCell,
  voronoiCell,
} from '@isacnet/stochastic-geometry'
import { describe, expect, it } from 'vitest'
import { defineSimulation } from '../../definition/simulation-definition.js'
import { mergeSimulationSums, noSimulationSums, type SimulationSums } from '../../estimate/simulation-sums.js'
import { summarize } from '../../estimate/summarize.js'
import { summarizeSites } from '../../estimate/summarize-sites.js'
import { blockSimulator } from '../../run/simulate-block.js'
import { receiverTrials } from '../../trials/receiver-trials.js'
import { dropTrials } from '../drop-trials.js'
import { gainsFor } from '../gains/gains-for.js'
import { populatedDrop } from '../geometry/populated-drop.js'

const simulated = (definition: Parameters<typeof blockSimulator>[0], blocks: number): SimulationSums => {
  const { simulate } = blockSimulator(definition)
  return Array.from({ length: blocks }, (_, block) => simulate(block)).reduce(mergeSimulationSums, noSimulationSums)
}

const places = (...sites: (readonly [number, number])[]) => ({
  x: Float64Array.from(sites, ([x]) => x),
  y: Float64Array.from(sites, ([, y]) => y),
})

/** ∫₀^∞ P(θ)/(1 + θ) dθ: the mean of ln(1 + SIR), by the trapezoidal rule in ln θ. */
const meanRate = (coverage: (threshold: number) => number): number => {
  let sum = 0
  const step = 0.05
  for (let t = -40; t < 40; t += step) sum += (coverage(Math.exp(t)) * step) / (1 + Math.exp(-t))
  return sum
}

describe('two sites with single antennas', { timeout: 60_000 }, () => {
  const [alpha, beta, N0] = [3.6, 1.7, 0.02]
  const layout = siteLayout(places([0, 0], [2, 1]))
  const network = defineNetwork({ Mt: 1, Mr: 2, alpha, beta, N0, xi2: 0.5, lambda: siteCells(layout).density })
  const definition = defineSimulation(network, { fidelity: 'channel', sites: layout, seed: 5 })
  const sites = summarizeSites(simulated(definition, 120), definition)
  // The cell of the first site: x + y/2 < 1.25 in the box, of area 2 · (1.25 + 0.75)/2.
  const n = 40
  const cell = Array.from({ length: n * n }, (_, i) => {
    const y = (Math.floor(i / n) + 0.5) / n
    const width = 1.25 - y / 2
    return { x: (((i % n) + 0.5) / n) * width, y, weight: width / (n * n) }
  })

  it('serve users as exponential gains make it', () => {
    const exact = cell.reduce((sum, { x, y, weight }) => {
      const [own, other] = [Math.hypot(x, y), Math.hypot(x - 2, y - 1)]
      const coverage = (T: number) => Math.exp(-T * N0 * own ** alpha) / (1 + T * (own / other) ** alpha)
      return sum + weight * meanRate(coverage)
    }, 0)
    expect(sites[0]!.area).toBeCloseTo(1, 12)
    const { mean, standardError } = sites[0]!.communication!.rate
    expect(standardError / mean).toBeLessThan(0.003)
    // The midpoint rule is off by about 2e-4 near the site.
    expect(Math.abs(mean - exact)).toBeLessThan(4.5 * standardError + 5e-4 * exact)
    expect(sites[0]!.communication!.ase.mean).toBeCloseTo(mean / 1, 12)
  })

  it('sense targets with a gain that a single antenna has in all directions', () => {
    const echo = echoGain(network)
    const distance = Math.hypot(2, 1)
    const exact = cell.reduce((sum, { x, y, weight }) => {
      const loss = Math.hypot(x, y) ** (2 * beta) / echo
      // Only the interferer's gain is exponential.
      const coverage = (T: number) => -Math.expm1(-Math.max(0, 1 / (T * loss) - N0) * distance ** alpha)
      return sum + weight * meanRate(coverage)
    }, 0)
    const { mean, standardError } = sites[0]!.sensing!.rate
    expect(standardError / mean).toBeLessThan(0.003)
    expect(Math.abs(mean - exact)).toBeLessThan(4.5 * standardError + 2e-3 * exact)
  })

  it('ask each other for nothing', () => {
    expect(sites.map(({ requests }) => requests.mean)).toEqual([0, 0])
    expect(sites[0]).not.toHaveProperty('abandonedShare')
  })
})

it('has the rates of a pattern on a torus, written to a file and read back', { timeout: 120_000 }, () => {
  const changes = { Mt: 8, K: 2, L: 2, J: 2, Q: 2 }
  const window = { kind: 'torus', width: 9, height: 9 } as const
  const pattern = poissonProcess(1).sample(window, randomStream('torus', 0, 'stations'))
  const count = pattern.x.length
  expect(count).toBeGreaterThan(60)

  // On the torus: the drops of the Poisson process, with these stations in every one of them.
  const torus = defineSimulation(defineNetwork({ ...changes, lambda: count / 81 }), { fidelity: 'channel' })
  const stream = (purpose: string) => randomStream('torus', 1, purpose)
  const batch = { communication: receiverTrials(count), sensing: receiverTrials(count) }
  const trials = dropTrials(torus, 20)
  const everyone = Int32Array.from({ length: count }, (_, b) => b)
  const onTorus = torusDrops(pattern, window, torus, stream)
  const drops = 1200
  const sums = { communication: { mean: 0, squared: 0 }, sensing: { mean: 0, squared: 0 } }
  for (let i = 0; i < drops; i++) {
    const network = onTorus()
    trials(network, gainsFor(torus)(network), stream('fading'), batch, everyone)
    for (const service of ['communication', 'sensing'] as const) {
      const mean = batch[service].rates.reduce((a, b) => a + b) / count
      sums[service].mean += mean / drops
      sums[service].squared += (mean * mean) / drops
    }
  }

  // In a file: five by five copies, users and targets within three km around one of them.
  const rows = ['x,y']
  for (let a = -2; a <= 2; a++)
    for (let b = -2; b <= 2; b++)
      for (let i = 0; i < count; i++) rows.push(`${1000 * (pattern.x[i]! + 9 * a)},${1000 * (pattern.y[i]! + 9 * b)}`)
  const sites = readSites(`${rows.join('\n')}\n`)
  const region = boundingRegion(places([-7.5, -7.5], [7.5, 7.5]))
  const layout = siteLayout(sites, { region })
  const definition = defineSimulation(defineNetwork({ ...changes, lambda: siteCells(layout).density }), {
    fidelity: 'channel',
    sites: layout,
    seed: 8,
  })
  const found = simulated(definition, 40)
  const middle = summarizeSites(found, definition).slice(12 * count, 13 * count)
  for (const service of ['communication', 'sensing'] as const) {
    const { mean, squared } = sums[service]
    const torusError = Math.sqrt((squared - mean * mean) / drops)
    const inFile = middle.reduce((sum, site) => sum + site[service]!.rate.mean / count, 0)
    // Sites of one drop share little: a third more than of independent ones.
    const error = Math.sqrt(middle.reduce((sum, site) => sum + site[service]!.rate.standardError ** 2, 0)) / count
    expect(torusError / mean).toBeLessThan(0.0045)
    expect(error / inFile).toBeLessThan(0.0045)
    // Beyond half of the torus there are copies here, and the mean of a PPP there.
    expect(Math.abs(inFile - mean)).toBeLessThan(4.5 * Math.hypot(torusError, 1.33 * error) + 0.003 * mean)
  }
})

/** Drops whose stations are always these. */
const torusDrops = (
  pattern: PointPattern,
  window: { readonly kind: 'torus'; readonly width: number; readonly height: number },
  definition: Parameters<typeof populatedDrop>[0],
  stream: (purpose: string) => ReturnType<typeof randomStream>,
) => {
  const index = nearestIndex(pattern, window)
  const cells = Array.from(pattern.x, (_, b) => voronoiCell(index, b))
  const populate = populatedDrop(definition)
  const [users, targets, abandonment] = ['users', 'targets', 'abandonment'].map(stream) as [
    ReturnType<typeof randomStream>,
    ReturnType<typeof randomStream>,
    ReturnType<typeof randomStream>,
  ]
  return () =>
    populate(
      {
        window,
        stations: pattern,
        index,
        cellAreas: new Float64Array(cells.length).fill(1),
        users: (b) => uniformInVoronoiCell(cells[b]!, definition.network.usersPerCell, users),
        targets: (b) => uniformInVoronoiCell(cells[b]!, definition.network.targetsPerCell, targets),
      },
      abandonment,
    )
}

const square = places([0, 0], [2, 0], [0, 2], [2, 2], [0.7, 1.2], [1.6, 0.5])

const definitionOf = (changes: Record<string, number>, options: Parameters<typeof defineSimulation>[1] = {}) => {
  const sites = siteLayout(square)
  return defineSimulation(defineNetwork({ lambda: siteCells(sites).density, ...changes }), {
    fidelity: 'channel',
    sites,
    ...options,
  })
}

it('has a typical user whose place is uniform in the region, and a typical cell', { timeout: 60_000 }, () => {
  const changes = { K: 2, L: 2, J: 1, Q: 2, Mt: 12 }
  for (const typical of ['user', 'cell'] as const) {
    const definition = definitionOf(changes, { typical, quantities: ['coverage:10dB', 'percentile-rate:20%'] })
    const sums = simulated(definition, 24)
    const overall = summarize(sums, 0.95, definition)
    const sites = summarizeSites(sums, definition)
    const total = sites.reduce((sum, { area }) => sum + area, 0)
    const weight = (area: number): number => (typical === 'user' ? area / total : 1 / sites.length)
    for (const service of ['communication', 'sensing'] as const) {
      const weighted = sites.reduce((sum, site) => sum + weight(site.area) * site[service]!.rate.mean, 0)
      const { mean, standardError } = overall[service]
      expect(Math.abs(mean - weighted), `${typical} ${service}`).toBeLessThan(4 * standardError)
      expect(standardError / mean).toBeLessThan(0.01)
      const { 'coverage:10dB': coverage } = overall[service].quantities!
      const covered = sites.reduce(
        (sum, site) => sum + weight(site.area) * site[service]!.quantities['coverage:10dB']!.mean,
        0,
      )
      expect(Math.abs(coverage!.mean - covered)).toBeLessThan(4 * coverage!.standardError)
    }
    // As many users are below the overall percentile as it says, if those of the cells are put together.
    const all = sites.map(({ communication }) => communication!.quantities['percentile-rate:20%']!.mean)
    const { mean } = overall.communication.quantities!['percentile-rate:20%']!
    expect(Math.min(...all)).toBeLessThan(mean)
    expect(Math.max(...all)).toBeGreaterThan(mean)
  }
})

it('counts what each site is asked for and abandons', { timeout: 60_000 }, () => {
  const definition = definitionOf({ K: 3, L: 2, J: 2, Q: 2, Mt: 6 })
  const sums = simulated(definition, 20)
  const sites = summarizeSites(sums, definition)
  const { nulling } = summarize(sums, 0.95, definition)
  const asked = sites.reduce((sum, { requests }) => sum + requests.mean, 0)
  expect(asked).toBeCloseTo(6 * (3 + 2), 9)
  expect(asked / 6).toBeCloseTo(nulling!.meanRequests, 9)
  const abandoned = sites.reduce((sum, { requests, abandonedShare }) => sum + requests.mean * abandonedShare!.mean, 0)
  expect(abandoned / asked).toBeCloseTo(nulling!.abandonedFraction, 9)
  expect(nulling!.abandonedFraction).toBeGreaterThan(0.1)
  const shares = sites.map(({ abandonedShare }) => abandonedShare!)
  for (const { mean, standardError } of shares.filter(({ mean }) => mean > 0.01))
    expect(standardError / mean).toBeLessThan(0.2)
  expect(shares.filter(({ standardError }) => standardError > 0).length).toBeGreaterThan(3)
})

it('tells how a single antenna is served by one site only with noise', { timeout: 60_000 }, () => {
  const layout = siteLayout(places([1, 1]), { region: boundingRegion(places([0, 0], [2, 2])) })
  const lambda = siteCells(layout).density
  expect(() => defineSimulation(defineNetwork({ lambda }), { fidelity: 'channel', sites: layout })).toThrow(
    'noisePower (N₀) must be > 0, where one site has nobody beyond a cluster of L = 1, got 0',
  )
  const definition = defineSimulation(defineNetwork({ lambda, N0: 0.5, Mt: 1, alpha: 3 }), {
    fidelity: 'channel',
    sites: layout,
  })
  const [site] = summarizeSites(simulated(definition, 30), definition)
  const n = 60
  let exact = 0
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const r = Math.hypot((2 * i + 1) / n - 1, (2 * k + 1) / n - 1)
      exact += meanRate((T) => Math.exp(-T * 0.5 * r ** 3)) / (n * n)
    }
  const { mean, standardError } = site!.communication!.rate
  expect(Math.abs(mean - exact)).toBeLessThan(4.5 * standardError + 3e-4 * exact)
})
