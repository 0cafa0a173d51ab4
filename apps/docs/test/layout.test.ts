import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explorerViews } from '../src/explorer/state/explorer-state.js'
import { hasBrowser, newPage, type OpenedSite, openSite, patience } from './browser.js'

describe.skipIf(!hasBrowser)('the layout of the explorer', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    page = await newPage(site)
  }, patience)
  afterAll(() => site?.close())

  const open = async (query: string): Promise<void> => {
    await page.goto(`${site.address}explorer.html${query}`)
    await page.waitForSelector('.explorer[data-settled="true"]')
  }

  it.each(explorerViews.flatMap((view) => [360, 768, 1440, 2560].map((width) => ({ view, width }))))(
    'cuts nothing off in the view $view at $width pixels',
    { timeout: patience },
    async ({ view, width }) => {
      await page.setViewportSize({ width, height: 900 })
      await open(`?view=${view}&Mt=8&K=2`)
      await page.waitForSelector(`#panel-${view} > .view`)
      const beyond = await page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement
        // What scrolls in itself is not cut off.
        const scrolls = '.scrolls, [role="tablist"], .drop-picture, .drop-scrolls, .sites-table'
        return [...document.querySelectorAll('.explorer *')]
          .filter((element) => element.closest(scrolls) === null && element.closest('svg') === null)
          .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
          .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`)
          .concat(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [])
      })
      expect(beyond).toEqual([])
    },
  )

  it('has sliders wide enough to set a value beside charts that stay in sight', { timeout: patience }, async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await open('')
    const slider = (await page.locator('[data-slider="usersPerCell"]').boundingBox())!
    expect(slider.width).toBeGreaterThanOrEqual(180)
    const chart = (await page.locator('.view.curves .charts svg').first().boundingBox())!
    expect(chart.y).toBeLessThan(600)
    await page.evaluate(() => window.scrollTo(0, 500))
    const [moved, numbers] = await Promise.all(
      ['[data-slider="usersPerCell"]', '[data-readout="R_c"]'].map((name) => page.locator(name).boundingBox()),
    )
    for (const box of [moved!, numbers!]) {
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.y + box.height).toBeLessThanOrEqual(900)
    }
  })

  it('shows slider, chart and numbers together on a phone', { timeout: patience }, async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open('')
    await page.locator('.drawer-handle').click()
    await page.waitForTimeout(300)
    for (const name of ['[data-slider="usersPerCell"]', '[data-readout="T_s"]', '.feasibility .bar']) {
      const box = (await page.locator(name).first().boundingBox())!
      expect(box.y, name).toBeGreaterThanOrEqual(0)
      expect(box.y + box.height, name).toBeLessThanOrEqual(844)
    }
    const chart = (await page.locator('.view.curves .charts svg').first().boundingBox())!
    const drawer = (await page.locator('.drawer-handle').boundingBox())!
    expect(chart.y).toBeGreaterThan(0)
    expect(chart.y + 0.8 * chart.height).toBeLessThan(drawer.y)
    // A finger needs room.
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.explorer button, .explorer select, .explorer input[type="range"]')]
        .filter((element) => element.offsetParent !== null)
        .map((element) => ({ text: element.outerHTML.slice(0, 90), height: element.getBoundingClientRect().height }))
        .filter(({ height }) => height < 43.5),
    )
    expect(small).toEqual([])
    await page.locator('.drawer-handle').press('Escape')
    expect(await page.locator('.drawer-handle').getAttribute('aria-expanded')).toBe('false')
  })
})
