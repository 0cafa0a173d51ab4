import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousViolations } from './accessibility.js'
import { hasBrowser, newPage, type OpenedSite, openSite, pageNames, patience, watchPage } from './browser.js'

/** There are hundreds of pages of functions, laid out alike: of these, as many as this between two that are opened. */
const stride = 25

const isOfReference = (name: string): boolean => /^api\/[^/]+\//.test(name)

const names = hasBrowser ? pageNames() : []
const pages = [
  ...names.filter((name) => !isOfReference(name)),
  ...names
    .filter(isOfReference)
    .filter((name, index) => index % stride === 0 || /\/(types|communicationRate)\.html$/.test(name)),
]

/** Pages of the reference and of the gallery are laid out alike: axe looks at few of them. */
const inspected = (name: string): boolean =>
  !/^(api\/(?!index|quadrature\.|analysis\/(types|communicationRate)\.)|gallery\/fig(?!5)|404)/.test(name)

describe.skipIf(!hasBrowser)('every page opens, fits and is accessible', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    page = await newPage(site)
  }, patience)
  afterAll(() => site?.close())

  it.each(pages)('%s', { timeout: patience }, async (name) => {
    const { faults, stop } = watchPage(page, site.address)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(site.address + name, { timeout: patience })
    if (name === 'explorer.html') await page.waitForSelector('.explorer[data-settled="true"]', { timeout: patience })
    else
      await page.waitForFunction(() => '__vue_app__' in document.querySelector('#app')!, undefined, {
        timeout: patience,
      })
    expect(await page.locator('h1, .NotFound').count(), 'headings').toBeGreaterThan(0)

    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(widest, `at ${width} pixels`).toBeLessThanOrEqual(width)
    }
    if (inspected(name)) {
      expect(await seriousViolations(page), 'light theme').toEqual([])
      await page.evaluate(() => document.documentElement.classList.add('dark'))
      expect(await seriousViolations(page), 'dark theme').toEqual([])
    }
    expect(faults).toEqual([])
    stop()
  })
})
