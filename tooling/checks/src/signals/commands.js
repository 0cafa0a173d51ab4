import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { finish, start } from './child.js'
import { contentOf, leftBehind, pathsIn } from './content.js'

/** @typedef {import('./child.js').Ended} Ended */

/**
 * The command that a signal met.
 *
 * @typedef {object} Meeting
 * @property {Ended} ended how the process ended that got the signal
 * @property {boolean} untouched whether nothing had been taken or written
 * @property {string[]} faults what isn't as it must be; nothing if all is
 *
 * A command in a configuration that is done in a second or so.
 *
 * @typedef {object} SignalledCommand
 * @property {string} name
 * @property {string} line as it may be typed
 * @property {() => Promise<number>} duration runs it undisturbed, and gives the seconds that it takes
 * @property {(send: (child: import('node:child_process').ChildProcess) => void) => Promise<Meeting>} meet runs it with a signal on its way,
 *   and then again, to its end
 */

const study = `
title: Signals
network: { M_t: 12, L: 2 }
sweep: [{ vary: K, values: [1, 3] }]
compute:
  - simulation: { fidelity: channel, trials: 3000 }
  - theorem: {}
output: { tables: [csv, parquet], plots: [svg] }
`

/** So much to write that it takes a while. */
const finished = `
title: Signals
network: { M_t: 20, L: 2 }
sweep:
  - { vary: K, values: [1, 2, 3, 4, 5, 6] }
  - { vary: alpha, values: [${Array.from({ length: 20 }, (_, i) => (3 + i / 10).toFixed(1)).join(', ')}] }
compute: [{ theorem: {} }]
output: { tables: [csv, parquet], plots: [svg, png] }
`

/**
 * The six commands that take something for long.
 *
 * @param {string} scratch a directory for all of them
 * @param {import('../redis-server.js').RedisServer} redis
 * @returns {Promise<SignalledCommand[]>}
 */
export const signalledCommands = async (scratch, redis) => {
  const scenario = join(scratch, 'study.yaml')
  writeFileSync(scenario, study)
  const points = join(scratch, 'points.yaml')
  writeFileSync(points, finished)
  const shards = ['1/2', '2/2'].map((shard) => ({ shard, out: join(scratch, `shard-${shard[0]}`) }))
  for (const { shard, out } of shards) await finish(['sweep', points, '--shard', shard, '--out', out, '--quiet'])
  const simulation = ['--set', 'K=2', '--set', 'Q=2', '--trials', '60_000', '--threads', '2', '--json']
  const fresh = directories(scratch)
  return [
    intoDirectory('simulate', fresh, (out) => {
      const file = join(out, 'run.json')
      return existsSync(file)
        ? ['simulate', '--resume', file, ...simulation.slice(4)]
        : ['simulate', ...simulation, '--out', file]
    }),
    intoDirectory('sweep', fresh, (out) => ['sweep', scenario, '--out', out, '--threads', '2']),
    intoDirectory('reproduce', fresh, (out) => [
      ...['reproduce', 'fig7', '--trials', '20_000', '--threads', '2'],
      ...['--format', 'svg,csv', '--out', out],
    ]),
    intoDirectory('audit', fresh, (out) => ['audit', 'C2', '--trials', '2000', '--threads', '2', '--out', out]),
    await worker(redis),
    intoDirectory('merge', fresh, (out) => ['merge', ...shards.map(({ out: shard }) => shard), '--out', out]),
  ]
}

/** @param {string} scratch */
const directories = (scratch) => {
  let number = 0
  return () => {
    const directory = join(scratch, `${number++}`)
    mkdirSync(directory)
    return directory
  }
}

/**
 * A command whose results are in a directory.
 *
 * @param {string} name
 * @param {() => string} fresh
 * @param {(out: string) => string[]} argv
 * @returns {SignalledCommand}
 */
const intoDirectory = (name, fresh, argv) => {
  /** @type {Record<string, string> | undefined} */
  let expected
  return {
    name,
    line: argv('out')
      .map((word) => word.replace(/^\/.*\//, ''))
      .join(' '),
    duration: async () => {
      const directory = fresh()
      const begin = performance.now()
      await finish(argv(join(directory, 'out')))
      const seconds = (performance.now() - begin) / 1000
      const content = contentOf(join(directory, 'out'))
      expected ??= content
      if (!isDeepStrictEqual(content, expected)) throw new Error(`${name}: two undisturbed runs differ`)
      rmSync(directory, { recursive: true })
      return seconds
    },
    meet: async (send) => {
      const directory = fresh()
      const out = join(directory, 'out')
      const { child, ended } = start(argv(out))
      send(child)
      const end = await ended
      const faults = leftBehind(directory).map((path) => `left ${path} behind`)
      const untouched = !existsSync(out)
      if (!untouched && pathsIn(out).length === 0) faults.push('left an empty directory')
      // Where there is nothing, the next run is the first; where all is there, it has nothing to do.
      if (!untouched && end.exitCode !== 0) {
        const next = await start(argv(out)).ended
        if (next.exitCode !== 0) faults.push(`the next run ended with ${next.exitCode}: ${next.stderr}`)
      }
      if (!untouched && !isDeepStrictEqual(contentOf(out), expected)) faults.push('the next run went on to other bytes')
      rmSync(directory, { recursive: true })
      return { ended: end, untouched, faults }
    },
  }
}

/**
 * A worker of a queue, while a study wants its blocks; a second one does what is left.
 *
 * @param {import('../redis-server.js').RedisServer} redis
 * @returns {Promise<SignalledCommand>}
 */
const worker = async (redis) => {
  const simulation = ['simulate', '--set', 'K=2', '--fidelity', 'channel', '--trials', '12_000', '--json']
  const expected = documentOf((await finish([...simulation, '--threads', '1'])).stdout)
  const env = { ISACNET_REDIS_URL: redis.url }
  let queues = 0
  /** @param {(child: import('node:child_process').ChildProcess, done: Promise<Ended>) => void} send */
  const meet = async (send) => {
    const queue = `${queues++}`
    const study = start([...simulation, '--engine', 'redis', '--queue', queue], env)
    let studied = false
    const done = study.ended.then((ended) => {
      studied = true
      return ended
    })
    const first = start(['worker', '--threads', '1', '--queue', queue], env)
    send(first.child, done)
    const end = await first.ended
    const untouched = !end.stderr.includes('is ready')
    const faults = []
    // A worker that has taken nothing changes nothing: its study is ended as well.
    if (untouched && !studied) study.child.kill('SIGTERM')
    else if (!studied) {
      const second = start(['worker', '--threads', '1', '--queue', queue], env)
      await done
      second.child.kill('SIGTERM')
      const { exitCode, signal, stderr } = await second.ended
      // It may have come too late to take anything.
      if (exitCode !== 143 && signal !== 'SIGTERM') faults.push(`the next worker ended with ${exitCode}: ${stderr}`)
    }
    const { exitCode, signal, stdout, stderr } = await done
    if (untouched && exitCode !== 0) {
      if (exitCode !== 143 && signal !== 'SIGTERM') faults.push(`the study ended with ${exitCode ?? signal}: ${stderr}`)
    } else if (exitCode !== 0) faults.push(`the study ended with ${exitCode ?? signal}: ${stderr}`)
    else if (!isDeepStrictEqual(documentOf(stdout), expected)) faults.push('the study has another result')
    const left = keys(redis, queue)
    if (left.length > 0) faults.push(`left ${left.join(', ')} in Redis`)
    return { ended: end, untouched, faults }
  }
  return {
    name: 'worker',
    line: 'worker --threads 1',
    duration: async () => {
      const begin = performance.now()
      let seconds = 0
      const { faults } = await meet((child, done) => {
        void done.then(() => {
          seconds = (performance.now() - begin) / 1000
          child.kill('SIGTERM')
        })
      })
      if (faults.length > 0) throw new Error(faults.join('; '))
      return seconds
    },
    meet,
  }
}

/**
 * @param {import('../redis-server.js').RedisServer} redis
 * @param {string} queue
 */
const keys = ({ port, password }, queue) =>
  execFileSync('redis-cli', ['-p', `${port}`, 'keys', `isacnet:${queue}:*`], {
    env: { ...process.env, REDISCLI_AUTH: password },
    encoding: 'utf8',
  })
    .split('\n')
    .filter((key) => key !== '')

/** @param {string} text */
const documentOf = (text) => {
  const { elapsedSeconds: _, ...document } = JSON.parse(text)
  return document
}
