import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageWeight } from '../scripts/search-weight.js'
import { hasBrowser, newPage, type OpenedSite, openSite, patience } from './browser.js'

it('weighs what explains more than what is looked up, and that more than internals', () => {
  const weights = ['guide/who-pays.html#a', 'guide/reference.html', 'errata.html#e1', 'api/analysis.html'].map((page) =>
    pageWeight(`/isacnet/${page}`),
  )
  expect(weights).toEqual(weights.toSorted((a, b) => b - a))
  expect(new Set(weights).size).toBe(weights.length)
})

describe.skipIf(!hasBrowser)('the site', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    page = await newPage(site)
  }, patience)
  afterAll(() => site?.close())

  it('finds pages of the guide before internals', { timeout: patience }, async () => {
    await page.goto(`${site.address}guide/index.html`, { timeout: patience })
    for (const query of ['sites', 'simulation', 'exact']) {
      await page.locator('.DocSearch-Button').click()
      await page.locator('.search-input').fill(query)
      const first = page.locator('.VPLocalSearchBox .result').first()
      await expect.poll(() => first.getAttribute('href'), { timeout: patience }).toMatch(/\/(guide|explorer)/)
      await page.keyboard.press('Escape')
      await page.waitForSelector('.VPLocalSearchBox', { state: 'detached' })
    }
  })

  it('says that the index of the search is being loaded', { timeout: patience }, async () => {
    let go = (): void => {}
    const gone = new Promise<void>((resolve) => {
      go = resolve
    })
    await page.route(/localSearchIndex/, async (route) => {
      await gone
      await route.continue()
    })
    await page.goto(`${site.address}guide/index.html`, { timeout: patience })
    await page.locator('.DocSearch-Button').click()
    const status = page.locator('.VPLocalSearchBox [role="status"]')
    await status.waitFor()
    expect(await status.textContent()).toBe('Loading what can be searched…')
    go()
    await status.waitFor({ state: 'detached' })
    await page.locator('.search-input').fill('nulling')
    await page.locator('.VPLocalSearchBox .result').first().waitFor()
  })

  it('has the tutorials in the order of their difficulty', { timeout: patience }, async () => {
    await page.goto(`${site.address}guide/index.html`, { timeout: patience })
    const links = await page
      .locator('.VPSidebarItem a[href*="/guide/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')?.replace(/^.*\/guide\/|\.html$/g, '')))
    expect(links).toEqual([
      '',
      'first-steps',
      'your-city',
      'reproduce',
      'choose-a-method',
      'who-pays',
      'scale-out',
      'other-languages',
      'extend',
      'command',
      'reference',
    ])
  })
})
