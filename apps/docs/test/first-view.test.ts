import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, type OpenedSite, openSite, patience, siteFolder } from './browser.js'

describe.skipIf(!hasBrowser)('the first view of the explorer', () => {
  let site: OpenedSite
  beforeAll(async () => {
    site = await openSite()
  }, patience)
  afterAll(() => site?.close())

  it('needs less than 300 kB of JavaScript, gzipped', { timeout: patience }, async () => {
    const page = await site.browser.newPage({ serviceWorkers: 'block' })
    // A worker's script is asked for by the worker; requests of both are seen by the context.
    const asked = new Set<string>()
    page.context().on('request', (request) => asked.add(request.url()))
    await page.goto(`${site.address}explorer.html`, { timeout: patience })
    await page.waitForSelector('.explorer[data-settled="true"]', { timeout: patience })
    const sizes = [...asked]
      .filter((url) => url.endsWith('.js'))
      .map((url) => ({ url, size: gzipSync(readFileSync(join(siteFolder, url.slice(site.address.length)))).length }))
    const total = sizes.reduce((sum, { size }) => sum + size, 0)
    expect(sizes.some(({ url }) => url.includes('rates-worker'))).toBe(true)
    expect(total).toBeGreaterThan(20_000)
    expect(total, sizes.map(({ url, size }) => `${size} ${url}`).join('\n')).toBeLessThan(300_000)
    console.log(`The explorer's first view needs ${total} bytes of JavaScript, gzipped, in ${sizes.length} files.`)
    await page.context().close()
  })
})
