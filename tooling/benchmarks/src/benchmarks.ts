import { beamformingBenchmark } from './beamforming.bench.js'
import type { Benchmark } from './benchmark.js'
import { earlierRatesBenchmark } from './earlier-rates.bench.js'
import { explorerBenchmark } from './explorer.bench.js'
import { optimizationBenchmark } from './optimization.bench.js'
import { queueBenchmark } from './queue.bench.js'
import { ratesBenchmark } from './rates.bench.js'
import { simulationBenchmark, simulationMemoryBenchmark } from './simulation.bench.js'
import { sirLawBenchmark } from './sir-law.bench.js'
import { specialFunctionsBenchmark } from './special-functions.bench.js'
import { startBenchmark } from './start.bench.js'
import { stochasticGeometryBenchmark } from './stochastic-geometry.bench.js'

/** Every benchmark, in the order in which all are run and shown. */
export const benchmarks: readonly Benchmark[] = [
  specialFunctionsBenchmark,
  ratesBenchmark,
  sirLawBenchmark,
  earlierRatesBenchmark,
  optimizationBenchmark,
  beamformingBenchmark,
  stochasticGeometryBenchmark,
  simulationBenchmark,
  simulationMemoryBenchmark,
  queueBenchmark,
  startBenchmark,
  explorerBenchmark,
]
