import { mkdtempSync, rmSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildSite, findChromium, type SiteState } from './site-build.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The file that says whether the site is built; `null` where there is no browser to look at it with. */
    siteState: string | null
    /** The browser's program. */
    chromium: string | null
  }
}

/** Builds the site once for all tests that look at it; the others don't wait for it. */
export default ({ provide }: TestProject): (() => Promise<void>) | undefined => {
  const chromium = findChromium()
  provide('chromium', chromium)
  // Files that were asked for by name and look at no page need no site.
  const named = process.argv.filter((argument) => /\.test\.ts$|(^|\/)src(\/|$)/.test(argument))
  const looks =
    named.length === 0 ||
    named.some((name) => !/(^|\/)src(\/|$)|guide-examples|benchmarks-page|drag-latency/.test(name))
  if (chromium === null || !looks) {
    provide('siteState', null)
    return undefined
  }
  const directory = mkdtempSync(join(tmpdir(), 'isacnet-site-'))
  const file = join(directory, 'state.json')
  provide('siteState', file)
  const stop = new AbortController()
  const built = buildSite(stop.signal)
    .then((folder): SiteState => ({ folder }))
    .catch((error: unknown): SiteState => ({ failure: String(error) }))
    .then((state) => writeFile(`${file}.new`, JSON.stringify(state)).then(() => rename(`${file}.new`, file)))
  return async () => {
    stop.abort()
    await built
    rmSync(directory, { recursive: true })
  }
}
