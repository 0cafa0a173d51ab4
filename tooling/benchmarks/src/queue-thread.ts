import { readFileSync } from 'node:fs'

/** The sums of a real block, and how long one is said to take, in ms. */
const { sums, milliseconds } = JSON.parse(readFileSync(process.env.QUEUE_BENCHMARK_BLOCK ?? '', 'utf8'))

/** A thread of a worker that computes nothing: every block has the same sums, at once. What a job costs is then the queue's. */
export default ({ count }: { readonly count: number }): { readonly sums: string; readonly milliseconds: number } => ({
  sums: JSON.stringify(Array.from({ length: count }, () => sums)),
  milliseconds: count * milliseconds,
})
