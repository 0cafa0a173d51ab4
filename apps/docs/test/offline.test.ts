import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, type OpenedSite, openSite, patience } from './browser.js'

describe.skipIf(!hasBrowser)('offline', () => {
  let site: OpenedSite
  beforeAll(async () => {
    site = await openSite()
  }, patience)
  afterAll(() => site?.close())

  it('the site works once it was loaded', { timeout: patience }, async () => {
    const context = await site.browser.newContext()
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    await page.goto(site.address)
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    // Pages of functions are kept once they were read.
    await page.goto(`${site.address}api/analysis/communicationRate.html`)
    await page.waitForFunction(() => '__vue_app__' in document.querySelector('#app')!)
    await context.setOffline(true)
    await page.goto(`${site.address}explorer.html?K=4`)
    await page.waitForSelector('.explorer[data-settled="true"]')
    expect(await page.locator('[data-readout="R_c"]').textContent()).toMatch(/^\d\.\d{4}nat/)
    await page.goto(`${site.address}errata.html`)
    expect(await page.locator('h1').textContent()).toContain('Errata')
    await page.goto(`${site.address}api/analysis/communicationRate.html`)
    expect(await page.locator('h1').textContent()).toContain('communicationRate()')
    await page.goto(`${site.address}api/analysis.html`)
    expect(await page.locator('h1').textContent()).toContain('@isacnet/analysis')
    await context.close()
  })
})
