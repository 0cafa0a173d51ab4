import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, type OpenedSite, openSite, patience, siteFolder } from './browser.js'
import { firstViewScripts } from './first-view-scripts.js'

describe.skipIf(!hasBrowser)('the first view of the explorer', () => {
  let site: OpenedSite
  beforeAll(async () => {
    site = await openSite()
  }, patience)
  afterAll(() => site?.close())

  it('needs at most 160 kB of JavaScript, gzipped', { timeout: patience }, async () => {
    const scripts = await firstViewScripts(site, siteFolder, patience)
    const total = scripts.reduce((sum, { size }) => sum + size, 0)
    expect(scripts.some(({ url }) => url.includes('theorem-worker'))).toBe(true)
    expect(total).toBeGreaterThan(20_000)
    expect(total, scripts.map(({ url, size }) => `${size} ${url}`).join('\n')).toBeLessThanOrEqual(160_000)
    console.log(`The explorer's first view needs ${total} bytes of JavaScript, gzipped, in ${scripts.length} files.`)
  })
})
