import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Whether there is a server to start; tests that need one are skipped otherwise. */
/** @type {boolean} */
export const redisIsInstalled = (() => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/**
 * A Redis of a test's own: on a port of the loopback interface, with a password, that keeps what it is told in a directory.
 *
 * @typedef {object} RedisServer
 * @property {string} url
 * @property {string} password
 * @property {number} port
 * @property {() => Promise<void>} start
 * @property {() => Promise<void>} kill ends it as a power cut would
 * @property {() => Promise<void>} remove ends it, and removes its directory
 */

/**
 * Starts a Redis.
 *
 * @returns {Promise<RedisServer>}
 */
export const redisServer = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'isacnet-redis-'))
  const password = `p@ss/${randomBytes(6).toString('hex')}`
  const port = await freePort()
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child
  const kill = async () => {
    if (child === undefined) return
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    child = undefined
  }
  const start = async () => {
    child = spawn(
      'redis-server',
      [
        ...['--bind', '127.0.0.1', '--port', `${port}`, '--requirepass', password, '--dir', directory],
        ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--daemonize', 'no'],
      ],
      { stdio: 'ignore' },
    )
    while (!(await answers(port))) await delay(20)
  }
  await start()
  return {
    url: `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    password,
    port,
    start,
    kill,
    remove: async () => {
      await kill()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
