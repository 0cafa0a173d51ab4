import { readFileSync } from 'node:fs'

/** The sums of a real block, and how long one is said to take, in ms. */
const { sums, milliseconds } = JSON.parse(readFileSync(process.env.QUEUE_BENCHMARK_BLOCK ?? '', 'utf8'))

/** By the clock of this thread, blocks take as long as they are said to, and nothing else takes time. */
let clock = 0
performance.now = () => clock

/** Blocks that compute nothing: every one has the same sums, at once. What a job costs is then the queue's. */
export default () => (): unknown => {
  clock += milliseconds
  return sums
}
