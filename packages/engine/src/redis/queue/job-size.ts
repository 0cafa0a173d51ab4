/** How long a job should take, in milliseconds: much longer than handing it over, much shorter than anybody waits. */
const jobDuration = 500

/** More blocks than this aren't put in a job, so that neither job nor result gets large. */
const mostBlocks = 64

/** How many jobs there are for each thread of a worker: the one it has, the next, and as many for slower ones to catch up. */
const jobsPerThread = 4

/** How many blocks a job has, and how many are asked for. No number of a result depends on it. */
export interface JobSizing {
  /** Learns from a job how long a block takes. */
  learn(blocks: number, milliseconds: number): void
  /** Blocks in a job, ≥ 1. */
  readonly blocks: number
  /** Blocks to ask for at once, with so many threads. */
  window(threads: number): number
}

export const jobSizing = (): JobSizing => {
  let perBlock: number | undefined
  const blocks = (): number =>
    perBlock === undefined ? 1 : Math.max(1, Math.min(mostBlocks, Math.floor(jobDuration / Math.max(perBlock, 1e-3))))
  return {
    learn: (count, milliseconds) => {
      const measured = milliseconds / count
      perBlock = perBlock === undefined ? measured : perBlock + (measured - perBlock) / 8
    },
    get blocks() {
      return blocks()
    },
    window: (threads) => {
      const all = jobsPerThread * Math.max(threads, 1) * blocks()
      // A simulation may need few blocks, which isn't known before its first.
      return perBlock === undefined ? Math.min(all, mostBlocks) : all
    },
  }
}
