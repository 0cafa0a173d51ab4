import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { workerRunner } from '@isacnet/engine'
import { redisStudy } from '@isacnet/engine/redis'
import { defineNetwork } from '@isacnet/model'
import { resolveScenario } from '@isacnet/scenario'
import {
  type BlockRunner,
  blockSimulator,
  defineSimulation,
  type Fidelity,
  runSimulation,
  type SimulationDefinition,
} from '@isacnet/simulation'
import { simulationBlocks } from '@isacnet/simulation/blocks'
import { computationVersions, openStudyDirectory, runStudy } from '@isacnet/study'
import { Redis } from 'ioredis'
import { type RedisServer, redisIsInstalled, redisServer } from '../../../checks/src/redis-server.js'
import { type Benchmark, BenchmarkUnavailableError } from '../benchmark.js'
import { type BlockCosts, inShards, onQueue } from './scale-out.js'

const seed = 20261125
const paper = defineNetwork({ K: 5, L: 2, J: 2, Q: 2 })
const workerScript = fileURLToPath(new URL('../../../../packages/engine/test/worker-process.ts', import.meta.url))
/** Blocks that cost nothing, and the queue of those who compute them: each says that others are of another version. */
const instantQueue = 'instant'
const instantBlocks = { ...simulationBlocks, module: new URL('./queue-blocks.ts', import.meta.url).href }

/** How long a job of the queue should take, in ms; it is packages/engine/src/redis/queue/job-size.ts that says so. */
const jobDuration = 500

/** Seconds of the processor that this process has taken. */
const ownTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Seconds of the processor that another process has taken, by the kernel's ticks of 10 ms; NaN where there is no /proc. */
const timeOf = ({ pid }: ChildProcess): number => {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return Number.NaN
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Seconds of the processor that Redis has taken, and bytes that went in and out. */
const redisUse = async (client: Redis): Promise<{ readonly seconds: number; readonly bytes: number }> => {
  const information = `${await client.info('cpu')}\n${await client.info('stats')}`
  const number = (name: string): number => Number(new RegExp(`^${name}:(\\S+)`, 'm').exec(information)?.[1])
  return {
    seconds: number('used_cpu_user') + number('used_cpu_sys'),
    bytes: number('total_net_input_bytes') + number('total_net_output_bytes'),
  }
}

interface Block {
  readonly fidelity: Fidelity
  readonly trials: number
  /** Seconds of the processor: before the first block, and for one. */
  readonly preparation: number
  readonly cost: number
  /** Its sums as JSON. */
  readonly sums: string
}

const measureBlock = (fidelity: Fidelity, blocks: number): Block => {
  // As after the first points of a study: compiled.
  for (const alpha of [3.5, 3.6, 3.7])
    blockSimulator(defineSimulation(defineNetwork({ ...paper, pathLossExponent: alpha }), { seed, fidelity }))
  const begin = ownTime()
  const { simulate, trialsPerBlock } = blockSimulator(defineSimulation(paper, { seed, fidelity }))
  const preparation = ownTime() - begin
  for (let block = 0; block < 8; block++) simulate(block)
  const warm = ownTime()
  for (let block = 0; block < blocks; block++) simulate(block)
  const cost = (ownTime() - warm) / blocks
  return { fidelity, trials: trialsPerBlock, preparation, cost, sums: JSON.stringify(simulate(0)) }
}

/** Milliseconds. */
const ms = (seconds: number): string => `${(1000 * seconds).toFixed(seconds < 0.01 ? 3 : 1)} ms`
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** Workers in processes of their own, all ended at the end. */
const withWorkers = async <Result>(
  { url, processes, threads, made }: { url: string; processes: number; threads: number; made?: string },
  use: (children: readonly ChildProcess[]) => Promise<Result>,
): Promise<Result> => {
  const children = Array.from({ length: processes }, () =>
    spawn(process.execPath, ['--import', import.meta.resolve('tsx'), '--conditions', '@isacnet/source', workerScript], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        WORKER_OPTIONS: JSON.stringify({ url, threads, ...(made === undefined ? {} : { queue: instantQueue }) }),
        WORKER_MODULE: (made === undefined ? simulationBlocks : instantBlocks).module,
        ...(made === undefined ? {} : { QUEUE_BENCHMARK_BLOCK: made }),
      },
    }),
  )
  try {
    await Promise.all(children.map((child) => new Promise((resolve) => child.stdout.once('data', resolve))))
    return await use(children)
  } finally {
    await Promise.all(
      children.map((child) => {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGKILL')
        return ended
      }),
    )
  }
}

/** A study of one point, journalled as `isacnet sweep` does it. Gives the result as JSON. */
const runJournalled = async (
  { fidelity, trials }: Block,
  blocks: number,
  runnerFor: (definition: SimulationDefinition) => BlockRunner,
): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'isacnet-queue-benchmark-'))
  const study = await resolveScenario(`
network: { K: 5, L: 2, J: 2, Q: 2 }
compute: [{ simulation: { fidelity: ${fidelity}, trials: ${blocks * trials} } }]
seed: ${seed}
`)
  const directory = openStudyDirectory(path, { study, versions: computationVersions() })
  try {
    await runStudy(directory, { runnerFor })
    return JSON.stringify(directory.result(directory.tasks[0]!.key))
  } finally {
    directory.close()
    await rm(path, { recursive: true })
  }
}

/** Has every block at once. */
const instantRunner = ({ sums }: Block): BlockRunner => ({
  concurrency: 16,
  run: async () => JSON.parse(sums),
  close: async () => {},
})

interface Overhead {
  readonly study: number
  readonly redis: number
  readonly worker: number
}

/** The cost of the queue for each block, where blocks cost nothing. */
const overhead = async (
  { url }: RedisServer,
  client: Redis,
  block: Block,
  { processes, blocks, perJob }: { processes: number; blocks: number; perJob: number },
): Promise<Overhead> => {
  const folder = await mkdtemp(join(tmpdir(), 'isacnet-queue-benchmark-'))
  const made = join(folder, 'block.json')
  await writeFile(made, `{"sums":${block.sums},"milliseconds":${jobDuration / (perJob + 0.01)}}`)
  try {
    return await withWorkers({ url, processes, threads: 1, made }, async (children) => {
      const study = await redisStudy(instantBlocks, { url, queue: instantQueue, onNotice: console.error })
      try {
        await runJournalled(block, 500, study.runnerFor)
        const workers = (): number => children.reduce((sum, child) => sum + timeOf(child), 0)
        const before = { own: ownTime(), workers: workers(), redis: await redisUse(client), clock: performance.now() }
        const result = await runJournalled(block, blocks, study.runnerFor)
        const clock = (performance.now() - before.clock) / 1000
        const redis = await redisUse(client)
        const cost = {
          study: (ownTime() - before.own) / blocks,
          redis: (redis.seconds - before.redis.seconds) / blocks,
          worker: (workers() - before.workers) / blocks,
        }
        if (result !== (await runJournalled(block, blocks, () => instantRunner(block))))
          throw new Error('the queue gave other bits than this thread')
        console.log(
          `  ${String(processes).padStart(2)} ${String(perJob).padStart(8)} ${(blocks / clock).toFixed(0).padStart(12)} ` +
            [cost.study, cost.redis, cost.worker].map((seconds) => ms(seconds).padStart(11)).join('') +
            kilobytes((redis.bytes - before.redis.bytes) / blocks).padStart(12),
        )
        return cost
      } finally {
        await study.close()
      }
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The same real blocks by this thread, by threads of this process, and by a worker on the queue; the least of three rounds. */
const againstThreads = async ({ url }: RedisServer, client: Redis, { fidelity, trials }: Block): Promise<void> => {
  const blocks = 48
  const definition = defineSimulation(paper, { seed, fidelity })
  const { simulate } = blockSimulator(definition)
  const here: BlockRunner = { concurrency: 1, run: async (index) => simulate(index), close: async () => {} }
  const threads = workerRunner(simulationBlocks, definition, { threads: 2 })
  try {
    await withWorkers({ url, processes: 1, threads: 2 }, async (children) => {
      const study = await redisStudy(simulationBlocks, { url, onNotice: console.error })
      try {
        const runners = {
          'this thread': here,
          'threads, two': threads,
          'redis, two threads': study.runnerFor(definition),
        }
        const totalTime = async (): Promise<number> =>
          ownTime() + children.reduce((sum, child) => sum + timeOf(child), 0) + (await redisUse(client)).seconds
        const least = new Map<string, number>()
        const states = new Set<string>()
        for (let round = 0; round <= 3; round++)
          for (const [name, runner] of Object.entries(runners)) {
            const begin = await totalTime()
            states.add(JSON.stringify(await runSimulation(definition, { until: { trials: blocks * trials }, runner })))
            const seconds = (await totalTime()) - begin
            // The first warms up.
            if (round > 0) least.set(name, Math.min(seconds, least.get(name) ?? seconds))
          }
        if (states.size !== 1) throw new Error('the engines gave other bits')
        const alone = least.get('this thread')!
        console.log(`The rival: ${blocks} blocks of ${fidelity}, s of the processor of all who take part`)
        for (const [name, seconds] of least)
          console.log(
            `  ${name.padEnd(20)} ${seconds.toFixed(2)}, ${((100 * seconds) / alone).toFixed(0)} % of this thread’s`,
          )
      } finally {
        await study.close()
      }
    })
  } finally {
    await threads.close()
  }
}

/** Prints how many seconds of the processor a pool of one thread takes before its first block, its preparation included. */
const threadStartProgram = (definition: SimulationDefinition): string => `
import { workerRunner } from '@isacnet/engine'
import { simulationFromJson } from '@isacnet/simulation'
import { simulationBlocks } from '@isacnet/simulation/blocks'
const definition = simulationFromJson(${JSON.stringify(JSON.stringify(definition))})
const time = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6 }
const times = []
for (let round = 0; round < 3; round++) {
  const begin = time()
  const runner = workerRunner(simulationBlocks, definition, { threads: 1 })
  await runner.run(0)
  const first = time()
  for (let block = 1; block <= 10; block++) await runner.run(block)
  times.push(first - begin - (time() - first) / 10)
  await runner.close()
}
console.log(Math.min(...times))
`

/** The built packages where there are any: sources take longer to start. */
const measureThreadStart = async ({
  fidelity,
}: Block): Promise<{ readonly seconds: number; readonly built: boolean }> => {
  const built = existsSync(new URL('../../../../packages/simulation/dist/blocks.js', import.meta.url))
  const conditions = built ? [] : ['--import', 'tsx', '--conditions', '@isacnet/source']
  const program = threadStartProgram(defineSimulation(paper, { seed, fidelity }))
  const child = promisify(execFile)(process.execPath, [...conditions, '--input-type=module', '--eval', program], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  })
  return { seconds: Math.max(0, Number((await child).stdout)), built }
}

/** The gain of more cores for a study of many points. */
const table = (costs: BlockCosts, trialsPerBlock: number): void => {
  const study = { points: 500, blocksPerPoint: Math.ceil(1e6 / trialsPerBlock) }
  const blocks = study.points * study.blocksPerPoint
  const coresPerShard = 4
  const time = (seconds: number): string =>
    seconds < 120
      ? `${seconds.toFixed(0)} s`
      : seconds < 7200
        ? `${(seconds / 60).toFixed(0)} min`
        : `${(seconds / 3600).toFixed(1)} h`
  console.log(`${study.points} points of 10⁶ channel trials, ${blocks} blocks: arithmetic from what was measured`)
  console.log(`  cores   queue              limit          shards, ${coresPerShard} cores each or more`)
  for (const cores of [1, 10, 100, 1000, 10_000]) {
    const queue = onQueue(costs, study, cores)
    const { shards, ...apart } = inShards(costs, study, { cores, coresPerShard })
    const shown = ({ seconds, efficiency }: { readonly seconds: number; readonly efficiency: number }): string =>
      `${time(seconds).padStart(8)} ${(100 * efficiency).toFixed(0).padStart(3)} %`
    console.log(
      `  ${String(cores).padStart(6)} ${shown(queue)}   ${queue.limit.padEnd(14)} ${shown(apart)}  ${shards} shards`,
    )
  }
  const [mostStudy, mostRedis] = [1 / costs.study, 1 / costs.redis]
  console.log(
    `  one process of a study takes ${mostStudy.toFixed(0)} blocks/s, one Redis ${mostRedis.toFixed(0)}: ` +
      `${(mostStudy * costs.block).toFixed(0)} and ${(mostRedis * costs.block).toFixed(0)} cores of channel blocks`,
  )
}

const queueContest = async (): Promise<void> => {
  if (!redisIsInstalled) throw new BenchmarkUnavailableError('queue: no redis-server is installed')
  console.log('queue: blocks of M_t = 20, K = 5, L = J = Q = 2, s of the processor')
  const [gainLaw, channel] = [measureBlock('gain-law', 60), measureBlock('channel', 60)]
  for (const { fidelity, trials, preparation, cost, sums } of [gainLaw, channel])
    console.log(
      `  ${fidelity.padEnd(9)} ${trials} trials, ${ms(cost)}, prepared in ${ms(preparation)}, a result of ${kilobytes(sums.length)}`,
    )
  const blocks = 3000
  await runJournalled(channel, 500, () => instantRunner(channel))
  const begin = ownTime()
  await runJournalled(channel, blocks, () => instantRunner(channel))
  const merging = (ownTime() - begin) / blocks
  console.log(`  merging and journalling a block, without a queue: ${ms(merging)}`)

  const server = await redisServer()
  const client = new Redis({ port: server.port, password: server.password })
  try {
    console.log(
      'The queue, for each block: workers, blocks in a job, blocks/s by the clock; time of study, Redis, workers; traffic',
    )
    const usual = Math.max(1, Math.floor(jobDuration / 1000 / channel.cost))
    const measured: Overhead[] = []
    for (const processes of [1, 2, 4])
      measured.push(await overhead(server, client, channel, { processes, blocks, perJob: usual }))
    const mean = (kind: keyof Overhead): number =>
      measured.reduce((sum, overhead) => sum + overhead[kind], 0) / measured.length
    await overhead(server, client, channel, { processes: 2, blocks, perJob: 1 })
    await overhead(server, client, channel, { processes: 2, blocks: 2 * blocks, perJob: 64 })
    await againstThreads(server, client, channel)
    const { preparation, cost: block } = channel
    const { seconds: threadStart, built } = await measureThreadStart(channel)
    console.log(
      `A thread of the threads engine, up to its first block: ${ms(threadStart)}, from ${built ? 'a build' : 'sources'}`,
    )
    const costs = { study: mean('study'), redis: mean('redis'), worker: mean('worker') }
    table({ block, ...costs, merging, preparation, threadStart, blocksPerJob: usual }, channel.trials)
  } finally {
    client.disconnect()
    await server.remove()
  }
}

/** Has a Redis of its own on a port of the loopback interface. */
export const queueBenchmark: Benchmark = {
  name: 'queue',
  title: 'A queue on many machines',
  compares:
    'Processor time of the process of a study, of Redis and of workers for each block of a queue whose workers have every block at once; the same real blocks by this thread, by threads and by the queue, which must agree to the last bit. What 1 to 10 000 cores give is arithmetic from that.',
  seed,
  run: queueContest,
}
