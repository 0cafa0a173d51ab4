import { beamformingBenchmark } from './beamforming.bench.js'
import { optimizationBenchmark } from './optimization.bench.js'
import { ratesBenchmark } from './rates.bench.js'
import { simulationBenchmark, simulationMemoryBenchmark } from './simulation.bench.js'
import { specialFunctionsBenchmark } from './special-functions.bench.js'
import { stochasticGeometryBenchmark } from './stochastic-geometry.bench.js'

const benchmarks: Readonly<Record<string, () => void | Promise<void>>> = {
  'special-functions': specialFunctionsBenchmark,
  rates: ratesBenchmark,
  optimization: optimizationBenchmark,
  beamforming: beamformingBenchmark,
  'stochastic-geometry': stochasticGeometryBenchmark,
  simulation: simulationBenchmark,
  'simulation-memory': simulationMemoryBenchmark,
}

// `pnpm bench` runs all; `pnpm bench rates` runs one.
const chosen = process.argv.slice(2)
for (const name of chosen.length === 0 ? Object.keys(benchmarks) : chosen) {
  const benchmark = benchmarks[name]
  if (benchmark === undefined)
    throw new RangeError(`no benchmark ${name}: there are ${Object.keys(benchmarks).join(', ')}`)
  await benchmark()
}
