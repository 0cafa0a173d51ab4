import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { repositoryRoot } from '../workspace.js'

/** The built command. */
const isacnet = join(repositoryRoot, 'apps/cli/bin/isacnet.cjs')

/**
 * @typedef {object} Ended
 * @property {number | null} exitCode
 * @property {NodeJS.Signals | null} signal
 * @property {string} stdout
 * @property {string} stderr
 *
 * @typedef {object} Started
 * @property {import('node:child_process').ChildProcess} child
 * @property {Promise<Ended>} ended
 */

/**
 * Starts the built command line in a process of its own.
 *
 * @param {readonly string[]} argv
 * @param {NodeJS.ProcessEnv} [env] beside what this process has
 * @returns {Started}
 */
export const start = (argv, env = {}) => {
  const child = spawn(process.execPath, [isacnet, ...argv], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = /** @type {Promise<Ended>} */ (
    new Promise((resolve, reject) => {
      let stdout = ''
      let stderr = ''
      child.stdout.setEncoding('utf8').on('data', (text) => {
        stdout += text
      })
      child.stderr.setEncoding('utf8').on('data', (text) => {
        stderr += text
      })
      child.on('error', reject)
      child.on('close', (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }))
    })
  )
  return { child, ended }
}

/**
 * Runs the command line to its end.
 *
 * @param {readonly string[]} argv
 * @throws {Error} if it fails
 */
export const finish = async (argv) => {
  const ended = await start(argv).ended
  if (ended.exitCode !== 0)
    throw new Error(`isacnet ${argv.join(' ')} ended with ${ended.exitCode ?? ended.signal}: ${ended.stderr}`)
  return ended
}
