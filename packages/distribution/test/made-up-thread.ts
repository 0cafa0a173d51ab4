import { setTimeout as delay } from 'node:timers/promises'
import type { SimulationDefinition } from '@isacnet/simulation'
import type { BlockJob, JobAnswer } from '../src/block-job.js'
import { madeUpSums } from './made-up-sums.js'

const tried = new Set<number>()

/** Takes 10 ms for a block, without computing; and fails as the seed says, such as `dies at 7`. */
export default async ({ definition, first, count }: BlockJob): Promise<JobAnswer> => {
  const begin = performance.now()
  const simulation = JSON.parse(definition) as SimulationDefinition
  const [, way, place] = /^(fails|dies|kills|fails once) at (\d+)$/.exec(String(simulation.seed)) ?? []
  const bad = Number(place)
  await delay(10 * count)
  if (way !== undefined && first <= bad && bad < first + count) {
    const again = tried.has(bad)
    tried.add(bad)
    if (way === 'dies') process.exit(7)
    if (way === 'kills') process.kill(process.pid, 'SIGKILL')
    if (way === 'fails' || !again) return { failure: `block ${bad}: a fault in the test` }
  }
  const sums = Array.from({ length: count }, (_, i) => madeUpSums(simulation, first + i))
  return { sums: JSON.stringify(sums), milliseconds: performance.now() - begin }
}
