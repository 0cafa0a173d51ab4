import { Worker } from 'node:worker_threads'

/** In a thread, since the main one may compute for minutes without a pause. It writes what is there: the file system's clock dates it. */
const source = `
const { openSync, readFileSync, writeSync, fsyncSync, closeSync } = require('node:fs')
const { path, content, period } = require('node:worker_threads').workerData
const timer = setInterval(() => {
  try {
    const file = openSync(path, 'r+')
    try {
      if (readFileSync(file, 'utf8') !== content) return clearInterval(timer)
      writeSync(file, content, 0)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (error.code === 'ENOENT') clearInterval(timer)
  }
}, period)
`

/**
 * Writes a file anew every `period` milliseconds for as long as this process lives, and the file is there and has the content.
 *
 * @returns a function that ends it.
 */
export const giveSignsOfLife = (path: string, content: string, period: number): (() => void) => {
  const worker = new Worker(source, {
    eval: true,
    execArgv: [],
    workerData: { path, content, period },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
  })
  // A lock without signs of life holds for the lease.
  worker.on('error', () => {})
  worker.unref()
  return () => void worker.terminate()
}
