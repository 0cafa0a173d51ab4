import {
  type NearestIndex,
  nearestIndex,
  type PointPattern,
  poissonProcess,
  randomStream,
} from '@isacnet/stochastic-geometry'
import KDBush from 'kdbush'
import { Bench } from 'tinybench'
import type { Benchmark } from '../benchmark.js'

const seed = 20240611
const QUERIES = 2000
const VARIATES = 10_000
const WINDOW = { kind: 'rectangle', width: 20, height: 20 } as const

interface Rival {
  readonly name: string
  /** The sum of the answers, so that nothing is optimised away and rivals can be compared. */
  readonly run: () => number
}

const median = async (rivals: readonly Rival[], perCall: number): Promise<void> => {
  const bench = new Bench({ time: 400, warmupTime: 200 })
  let sink = 0
  for (const { name, run } of rivals)
    bench.add(name, () => {
      sink += run()
    })
  await bench.run()
  if (Number.isNaN(sink)) throw new Error('a benchmark produced NaN')
  const medians = bench.tasks.map((task) => {
    const { result } = task
    if (result.state !== 'completed') throw new Error(`the ${task.name} benchmark did not complete`)
    return (result.latency.p50 * 1e6) / perCall
  })
  for (const [i, { name }] of rivals.entries())
    console.log(
      `    ${name.padEnd(44)} ${medians[i]!.toFixed(0).padStart(6)}  ${(medians[i]! / medians[0]!).toFixed(1)}×`,
    )
}

const bruteForce = ({ x, y }: PointPattern, atX: number, atY: number): number => {
  let nearest = -1
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < x.length; i++) {
    const distance = (x[i]! - atX) ** 2 + (y[i]! - atY) ** 2
    if (distance < least) {
      least = distance
      nearest = i
    }
  }
  return nearest
}

/** KDBush has no nearest neighbour: boxes that are doubled until the disc in one holds a point. */
const kdbushNearest = (tree: KDBush, { x, y }: PointPattern, density: number, atX: number, atY: number): number => {
  for (let radius = 1 / Math.sqrt(density); ; radius *= 2) {
    let nearest = -1
    let least = radius * radius
    for (const i of tree.within(atX, atY, radius)) {
      const distance = (x[i]! - atX) ** 2 + (y[i]! - atY) ** 2
      if (distance <= least) {
        least = distance
        nearest = i
      }
    }
    if (nearest >= 0) return nearest
  }
}

const kdbush = ({ x, y }: PointPattern): KDBush => {
  const tree = new KDBush(x.length)
  for (let i = 0; i < x.length; i++) tree.add(x[i]!, y[i]!)
  return tree.finish()
}

const nearestBenchmark = async (density: number): Promise<void> => {
  const stream = randomStream(seed, 0, 'benchmark')
  const pattern = poissonProcess(density).sample(WINDOW, stream)
  const places = Array.from({ length: QUERIES }, () => [
    WINDOW.width * (stream.uniform() - 0.5),
    WINDOW.height * (stream.uniform() - 0.5),
  ]) as [number, number][]
  const sum = (nearest: (x: number, y: number) => number) => {
    let total = 0
    for (const [x, y] of places) total += nearest(x, y)
    return total
  }
  const gridSum = (index: NearestIndex) => sum((x, y) => index.nearest(x, y))
  const index = nearestIndex(pattern)
  const tree = kdbush(pattern)
  const rivals: Rival[] = [
    { name: 'nearestIndex', run: () => gridSum(index) },
    { name: 'nearestIndex, with its construction', run: () => gridSum(nearestIndex(pattern)) },
    { name: 'kdbush', run: () => sum((x, y) => kdbushNearest(tree, pattern, density, x, y)) },
    {
      name: 'kdbush, with its construction',
      run: () => {
        const built = kdbush(pattern)
        return sum((x, y) => kdbushNearest(built, pattern, density, x, y))
      },
    },
    { name: 'all distances', run: () => sum((x, y) => bruteForce(pattern, x, y)) },
  ]
  const expected = sum((x, y) => bruteForce(pattern, x, y))
  for (const { name, run } of rivals) if (run() !== expected) throw new Error(`${name} disagrees with all distances`)
  console.log(`  nearest of ${pattern.x.length} BSs, ${QUERIES} users: median ns a user`)
  await median(rivals, QUERIES)

  const several = new Int32Array(10)
  console.log(`  the 10 nearest of ${pattern.x.length} BSs: median ns a user`)
  await median(
    [
      { name: 'nearestSeveral', run: () => sum((x, y) => index.nearestSeveral(x, y, 10, several)[9]!) },
      {
        name: 'all distances, sorted',
        run: () => {
          const distances = new Float64Array(pattern.x.length)
          return sum((x, y) => {
            for (let i = 0; i < distances.length; i++)
              distances[i] = (pattern.x[i]! - x) ** 2 + (pattern.y[i]! - y) ** 2
            return distances.sort()[9]!
          })
        },
      },
    ],
    QUERIES,
  )
}

const normalBenchmark = async (): Promise<void> => {
  const stream = randomStream(seed, 0, 'normal')
  const polar = () => {
    for (;;) {
      const u = 2 * stream.uniform() - 1
      const v = 2 * stream.uniform() - 1
      const s = u * u + v * v
      if (s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s)
    }
  }
  /** Both variates of a pair are used. */
  let spare = Number.NaN
  const polarPair = () => {
    if (!Number.isNaN(spare)) {
      const value = spare
      spare = Number.NaN
      return value
    }
    for (;;) {
      const u = 2 * stream.uniform() - 1
      const v = 2 * stream.uniform() - 1
      const s = u * u + v * v
      if (s >= 1) continue
      const scale = Math.sqrt((-2 * Math.log(s)) / s)
      spare = scale * v
      return scale * u
    }
  }
  const boxMuller = () => Math.sqrt(-2 * Math.log(stream.uniform())) * Math.cos(2 * Math.PI * stream.uniform())
  const variates = {
    'normal, ziggurat': () => stream.normal(),
    'normal, polar': polarPair,
    'normal, polar, one of each pair': polar,
    'normal, Box–Muller': boxMuller,
  }
  const rivals = Object.entries(variates).map(([name, variate]) => {
    let sum = 0
    for (let i = 0; i < 100_000; i++) sum += variate() ** 2
    if (Math.abs(sum / 1e5 - 1) > 0.03) throw new Error(`${name}: a variance of ${sum / 1e5}`)
    return { name, run: repeated(variate) }
  })
  console.log('  variates on alea: median ns each')
  await median(rivals, VARIATES)
  await median(
    [
      { name: 'exponential, ziggurat', run: repeated(() => stream.exponential()) },
      { name: 'exponential, −ln u', run: repeated(() => -Math.log(stream.uniform())) },
    ],
    VARIATES,
  )
}

const repeated = (variate: () => number) => () => {
  let sum = 0
  for (let i = 0; i < VARIATES; i++) sum += variate()
  return sum
}

/** Association by the grid against kdbush and all distances; the ziggurat against other ways on the same generator. */
async function compareGeometry(): Promise<void> {
  console.log('stochastic geometry')
  for (const density of [1, 25]) await nearestBenchmark(density)
  await normalBenchmark()
}

export const stochasticGeometryBenchmark: Benchmark = {
  name: 'stochastic-geometry',
  title: 'Stochastic geometry',
  compares:
    'The nearest base stations by the grid, by kdbush and by all distances, which must name the same ones; and normal and ' +
    'exponential variates by the ziggurat beside other ways on the same generator.',
  seed,
  run: compareGeometry,
}
