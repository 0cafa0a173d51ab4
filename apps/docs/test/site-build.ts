import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { serveFolder } from './static-server.js'

const run = promisify(execFile)
const app = fileURLToPath(new URL('..', import.meta.url))

/** The sub-path that the site is served from where it is looked at by a program. */
const base = '/isacnet/'

/** The browser's program, if this machine has one. */
export const findChromium = (): string | null =>
  [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null

/** Builds the site and returns its folder. `ISACNET_SITE_REUSE=1` takes the last build instead. */
export const buildSite = async (signal?: AbortSignal): Promise<string> => {
  const folder = join(app, '.vitepress/dist')
  if (process.env.ISACNET_SITE_REUSE === '1' && existsSync(join(folder, 'index.html'))) return folder
  const options = {
    cwd: app,
    ...(signal && { signal }),
    env: { ...process.env, ISACNET_SITE_BASE: base, NODE_OPTIONS: '' },
  }
  const generate = ['--import', 'tsx', '--conditions', '@isacnet/source', 'scripts/generate.ts']
  await run(process.execPath, generate, options)
  const vitepress = dirname(createRequire(import.meta.url).resolve('vitepress/package.json'))
  await run(process.execPath, [join(vitepress, 'bin/vitepress.js'), 'build'], options)
  return folder
}

/** How the build of the site has ended. */
export type SiteState = { readonly folder: string } | { readonly failure: string }

/** Waits until the file says how the build has ended, and returns the site's folder. */
export const builtSite = async (stateFile: string): Promise<string> => {
  for (;;) {
    const text = existsSync(stateFile) ? readFileSync(stateFile, 'utf8') : ''
    if (text !== '') {
      const state: SiteState = JSON.parse(text)
      if ('failure' in state) throw new Error(`the site could not be built: ${state.failure}`)
      return state.folder
    }
    await setTimeout(100)
  }
}

/** The site in a browser, served as a static host does. */
export interface OpenedSite {
  /** With the base. */
  readonly address: string
  readonly browser: Browser
  close(): Promise<void>
}

export const openFolder = async (folder: string, executablePath: string): Promise<OpenedSite> => {
  const server = await serveFolder(folder, base)
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  return {
    address: server.address,
    browser,
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
