import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const tsx = import.meta.resolve('tsx')

/**
 * Starts the command line from sources in a process of its own.
 *
 * @param options.preload - a module in this folder that every thread loads first.
 */
export const start = (
  argv: readonly string[],
  { preload, ...options }: SpawnOptions & { readonly preload?: string } = {},
): ChildProcess => {
  const env = options.env ?? process.env
  const nodeOptions =
    preload === undefined ? {} : { NODE_OPTIONS: `--import ${new URL(preload, import.meta.url).href}` }
  return spawn(process.execPath, ['--import', tsx, '--conditions', '@isacnet/source', main, ...argv], {
    ...options,
    env: { ...env, ...nodeOptions },
  })
}

export interface Ended {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export const end = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve, reject) => {
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }))
  })
