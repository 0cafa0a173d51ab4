import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, newPage, type OpenedSite, openSite, patience } from './browser.js'

describe.skipIf(!hasBrowser)('on a phone', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    page = await newPage(site, { viewport: { width: 390, height: 844 } })
  }, patience)
  afterAll(() => site?.close())

  /** Elements that reach beyond the window, or of whose content a part isn't seen; formulas count as a whole. */
  const cutOff = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.vp-doc *')]
        .filter((element) => element.closest('svg, mjx-assistive-mml, .header-anchor') === null)
        .filter((element) => element.checkVisibility())
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect()
          const hidden =
            getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
          return left < 0 || right > innerWidth || hidden
        })
        .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 80)}`),
    )

  it.each(['audit.html', 'errata.html'])('%s has nothing cut off', { timeout: patience }, async (name) => {
    await page.goto(site.address + name, { timeout: patience })
    expect(await cutOff()).toEqual([])
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    expect(await cutOff()).toEqual([])
  })

  it('the audit shows each claim as a card, with its details folded', { timeout: patience }, async () => {
    await page.goto(`${site.address}audit.html`, { timeout: patience })
    const cards = page.locator('.claims li')
    expect(await cards.count()).toBe(await page.locator('details').count())
    expect(await page.locator('details[open]').count()).toBe(0)
    for (const target of await cards
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
      expect(await page.locator(`h2${target}`).count(), target ?? '').toBe(1)
    await page.locator('details summary').first().click()
    expect(await page.locator('details[open] table td').first().isVisible()).toBe(true)
  })
})
