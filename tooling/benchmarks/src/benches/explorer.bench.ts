import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Benchmark } from '../benchmark.js'

/** The browser and the site are the docs' own: so is what measures them. */
const measureExplorer = (): void => {
  const docs = fileURLToPath(new URL('../../../../apps/docs', import.meta.url))
  const args = [...process.execArgv, 'benchmark/explorer.ts']
  const { status } = spawnSync(process.execPath, args, { cwd: docs, stdio: 'inherit' })
  if (status !== 0) throw new Error(`the explorer's benchmark ended with ${status}`)
}

export const explorerBenchmark: Benchmark = {
  name: 'explorer',
  title: 'The explorer in a browser',
  compares:
    'In Chromium, over the built site: how long until the explorer can be used, with an empty and with a full cache; and what a ' +
    'dragged slider costs, with the curves computed in the worker and, by the same code, on the page’s own thread. The numbers shown ' +
    'in the end must be those of the packages.',
  run: measureExplorer,
}
