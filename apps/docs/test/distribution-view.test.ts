import { sirLaw } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initialExplorerState } from '../src/explorer/state/explorer-state.js'
import { seriousViolations } from './accessibility.js'
import { hasBrowser, newPage, type OpenedSite, openSite, patience, watchPage } from './browser.js'

const law = sirLaw(defineNetwork(initialExplorerState.values), 'communication')

describe.skipIf(!hasBrowser)('the view of the distribution', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    page = await newPage(site, { hasTouch: true })
  }, patience)
  afterAll(() => site?.close())

  const charts = () => page.locator('.view.distribution .charts')
  const chart = (index: number) => charts().locator('svg[role="img"]').nth(index)
  const box = () => page.locator('.view.distribution .readout-box')
  const entry = (text: string) => page.locator('.view.distribution .switches button', { hasText: text })
  const names = async (): Promise<string> =>
    (await chart(0).getAttribute('aria-label'))!.replace(/^.*?: |\. The values.*$/g, '')

  const open = async (query = '?view=distribution'): Promise<void> => {
    await page.goto(`${site.address}explorer.html${query}`, { timeout: patience })
    await page.waitForSelector('.view.distribution .exports button:enabled', { timeout: patience })
  }

  /** The value that the box has of a curve. */
  const read = async (name: string): Promise<number> => {
    const lines = await box()
      .locator(':scope > span')
      .evaluateAll((all) => all.map((line) => [...line.children].map((part) => part.textContent ?? '')))
    return Number(lines.find(([, found]) => found === name)?.[2]?.replaceAll('−', '-'))
  }
  const place = async (): Promise<number> =>
    Number(/= (.*)$/.exec((await box().locator('strong').textContent()) ?? '')?.[1]?.replace('−', '-'))

  it('is read by the pointer, by touch and by keys, all curves at a threshold', { timeout: patience }, async () => {
    const { faults, stop } = watchPage(page, site.address)
    await open()
    const expectExact = async (): Promise<number> => {
      const threshold = await place()
      const exact = law.coverage(10 ** (threshold / 10)).value
      expect(Math.abs((await read('exact')) / exact - 1), `${threshold} dB`).toBeLessThan(1e-5)
      expect(await read('Theorem 2')).not.toBeNaN()
      return threshold
    }
    const { x, y, width, height } = (await chart(0).boundingBox())!
    await page.mouse.move(x + width / 2, y + height / 2)
    const pointed = await expectExact()
    expect(Math.abs(pointed - 10)).toBeLessThan(5)
    await page.mouse.move(x, y - 40)
    await page.touchscreen.tap(x + 0.75 * width, y + height / 2)
    expect(await expectExact()).toBeGreaterThan(pointed)
    await page.keyboard.press('Escape')
    await charts().blur()
    await charts().focus()
    await page.keyboard.press('ArrowRight')
    const first = await expectExact()
    await page.keyboard.press('ArrowRight')
    expect(await expectExact()).toBe(first + 0.5)
    expect(await page.locator('.view.distribution [aria-live]').textContent()).toMatch(
      /^Coverage of a user, threshold θ \(dB\) = .*: exact 0\.\d+, /,
    )
    stop()
    expect(faults).toEqual([])
  })

  it('switches curves off and on, and a link has them', { timeout: patience }, async () => {
    await open()
    expect(await names()).toBe('exact, Theorem 1, as printed, Theorem 2')
    await entry('Theorem 2').click()
    await expect.poll(() => entry('Theorem 2').getAttribute('aria-pressed'), { timeout: patience }).toBe('false')
    await expect.poll(names, { timeout: patience }).toBe('exact, Theorem 1, as printed')
    // What is known already is there at once, and still an answer.
    await page.locator('.view.distribution .exports button').and(page.locator(':enabled')).first().waitFor()
    await entry('actual requests').click()
    await expect.poll(names, { timeout: patience }).toBe('exact, actual requests, Theorem 1, as printed')
    await page.waitForURL(/hide=(?!.*actual-requests)[^&]*theorem-2/)
    await open(new URL(page.url()).search)
    expect(await names()).toBe('exact, actual requests, Theorem 1, as printed')
    for (const text of ['exact', 'actual requests', 'Theorem 1']) await entry(text).first().click()
    await expect.poll(() => charts().textContent(), { timeout: patience }).toContain('switch on another method')
  })

  it.each([1440, 390])('has nothing serious for axe at %d pixels', { timeout: patience }, async (width) => {
    await page.setViewportSize({ width, height: 844 })
    try {
      await open()
      await charts().focus()
      await page.keyboard.press('ArrowRight')
      for (const theme of ['light', 'dark']) {
        await page.evaluate((name) => document.documentElement.classList.toggle('dark', name === 'dark'), theme)
        expect(await seriousViolations(page), theme).toEqual([])
      }
      const heights = await page
        .locator('.view.distribution :is(button, input)')
        .evaluateAll((all) =>
          all.map((element) => element.getBoundingClientRect().height).filter((height) => height > 0),
        )
      if (width < 1000) expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
    } finally {
      await page.setViewportSize({ width: 1440, height: 1000 })
    }
  })
})
