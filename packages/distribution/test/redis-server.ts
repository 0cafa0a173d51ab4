import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Whether there is a server to start; tests that need one are skipped otherwise. */
export const redisIsInstalled: boolean = (() => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** A Redis of a test's own: on a port of the loopback interface, with a password, that keeps what it is told in a directory. */
export interface RedisServer {
  readonly url: string
  readonly password: string
  readonly port: number
  start(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Ends it, and removes its directory. */
  remove(): Promise<void>
}

export const redisServer = async (): Promise<RedisServer> => {
  const directory = await mkdtemp(join(tmpdir(), 'isacnet-redis-'))
  const password = `p@ss/${randomBytes(6).toString('hex')}`
  const port = await freePort()
  let child: ChildProcess | undefined
  const kill = async (): Promise<void> => {
    if (child === undefined) return
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    child = undefined
  }
  const start = async (): Promise<void> => {
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

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
