import { beamformingBenchmark } from './benches/beamforming.bench.js'
import { controlVariateBenchmark } from './benches/control-variate.bench.js'
import { earlierRatesBenchmark } from './benches/earlier-rates.bench.js'
import { explorerBenchmark } from './benches/explorer.bench.js'
import { optimizationBenchmark } from './benches/optimization.bench.js'
import { queueBenchmark } from './benches/queue.bench.js'
import { ratesBenchmark } from './benches/rates.bench.js'
import { simulatedQuantitiesBenchmark } from './benches/simulated-quantities.bench.js'
import { simulationBenchmark, simulationMemoryBenchmark } from './benches/simulation.bench.js'
import { sirLawBenchmark } from './benches/sir-law.bench.js'
import { sitesBenchmark } from './benches/sites.bench.js'
import { specialFunctionsBenchmark } from './benches/special-functions.bench.js'
import { startBenchmark } from './benches/start.bench.js'
import { stochasticGeometryBenchmark } from './benches/stochastic-geometry.bench.js'
import type { Benchmark } from './benchmark.js'

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
  controlVariateBenchmark,
  simulatedQuantitiesBenchmark,
  sitesBenchmark,
  queueBenchmark,
  startBenchmark,
  explorerBenchmark,
]
