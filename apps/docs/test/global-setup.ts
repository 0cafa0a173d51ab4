import type { TestProject } from 'vitest/node'
import { buildSite, findChromium } from './site-build.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built site; `null` where there is no browser to look at it with. */
    siteFolder: string | null
    /** The browser's program. */
    chromium: string | null
  }
}

/** Builds the site once for all tests that look at it. */
export default async ({ provide }: TestProject): Promise<void> => {
  const chromium = findChromium()
  provide('chromium', chromium)
  // Files that were asked for by name and look at no page need no site.
  const named = process.argv.filter((argument) => /\.test\.ts$|(^|\/)src(\/|$)/.test(argument))
  const looks =
    named.length === 0 ||
    named.some((name) => !/(^|\/)src(\/|$)|guide-examples|benchmarks-page|drag-latency/.test(name))
  provide('siteFolder', chromium !== null && looks ? await buildSite() : null)
}
