import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built site; `null` where there is no browser to look at it with. */
    siteFolder: string | null
    /** The browser's program. */
    chromium: string | null
  }
}

const run = promisify(execFile)
const app = fileURLToPath(new URL('..', import.meta.url))

/** The sub-path that the tests serve the site from. */
const base = '/isacnet/'

/** Builds the site once for all tests that look at it. `ISACNET_SITE_REUSE=1` takes the last build instead. */
export default async ({ provide }: TestProject): Promise<void> => {
  const chromium =
    [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
      (path) => path !== undefined && existsSync(path),
    ) ?? null
  provide('chromium', chromium)
  const folder = join(app, '.vitepress/dist')
  const reuse = process.env.ISACNET_SITE_REUSE === '1' && existsSync(join(folder, 'index.html'))
  // Files that were asked for by name and look at no page need no site.
  const named = process.argv.filter((argument) => /\.test\.ts$|(^|\/)src(\/|$)/.test(argument))
  const looks = named.length === 0 || named.some((name) => !/(^|\/)src(\/|$)|guide-examples/.test(name))
  const needed = chromium !== null && looks
  if (needed && !reuse) {
    const options = { cwd: app, env: { ...process.env, ISACNET_SITE_BASE: base, NODE_OPTIONS: '' } }
    const generate = ['--import', 'tsx', '--conditions', '@isacnet/source', 'scripts/generate.ts']
    await run(process.execPath, generate, options)
    const vitepress = dirname(createRequire(import.meta.url).resolve('vitepress/package.json'))
    await run(process.execPath, [join(vitepress, 'bin/vitepress.js'), 'build'], options)
  }
  provide('siteFolder', needed ? folder : null)
}
