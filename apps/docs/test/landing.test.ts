import { defineNetwork } from '@isacnet/model'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPermalink } from '../src/explorer/state/link/permalink.js'
import { spentAntennas } from '../src/landing/spent-antennas.js'
import { hasBrowser, newPage, type OpenedSite, openSite, patience, watchPage } from './browser.js'

const widths = [320, 360, 390, 768, 959, 1024, 1440, 2560]

/** What stands on the page, none inside another. */
const parts = [
  '.VPHero .name',
  '.VPHero .text',
  '.VPHero .tagline',
  '.VPHero .action',
  '.landing-figure figcaption',
  '.landing-chart',
  '.landing-knob',
  '.landing-reading',
  '.landing-install h2',
  '.landing-install > p',
  '.landing-install .tabs label',
  '.landing-install div[class*="language-"].active',
  '.landing-reasons .item',
]

interface Box {
  readonly name: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const boxes = (page: Page): Promise<Box[]> =>
  page.evaluate(
    (selectors) =>
      selectors.flatMap((selector) =>
        [...document.querySelectorAll(selector)].map((element, index) => {
          const { left, right, top, bottom } = element.getBoundingClientRect()
          return { name: `${selector} ${index}`, left, right, top: top + scrollY, bottom: bottom + scrollY }
        }),
      ),
    parts,
  )

/** Pairs that lie over each other by more than a rounded pixel. */
const overlaps = (all: readonly Box[]): string[] =>
  all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter(
        (other) =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
      )
      .map((other) => `${one.name} and ${other.name}`),
  )

describe.skipIf(!hasBrowser)('the landing page', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    page = await newPage(site)
  }, patience)
  afterAll(() => site?.close())

  const open = async (): Promise<void> => {
    await page.goto(`${site.address}index.html`, { timeout: patience })
    await page.waitForSelector('.landing-chart svg', { timeout: patience })
  }

  it.each(widths)(
    'has nothing over anything, and nothing cut off, at %i pixels',
    { timeout: patience },
    async (width) => {
      await page.setViewportSize({ width, height: 900 })
      await open()
      const found = await boxes(page)
      for (const selector of parts)
        expect(
          found.some(({ name }) => name.startsWith(selector)),
          selector,
        ).toBe(true)
      expect(overlaps(found)).toEqual([])
      const outside = found.filter(
        ({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom <= top,
      )
      expect(outside).toEqual([])
      // Of a heading or a cell, the text must not be wider than its box either.
      const clipped = await page.evaluate(
        (selectors) =>
          selectors
            .filter((selector) => !selector.includes('language-'))
            .flatMap((selector) =>
              [...document.querySelectorAll(selector)].filter(
                (element) => element.scrollWidth > element.clientWidth + 1,
              ),
            )
            .map((element) => element.outerHTML.slice(0, 100)),
        parts.filter((selector) => !/label|name|text/.test(selector)),
      )
      expect(clipped).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    },
  )

  it('has a figure that moves when it is touched', { timeout: patience }, async () => {
    const { faults, stop } = watchPage(page, site.address)
    await page.setViewportSize({ width: 1440, height: 900 })
    await open()
    const line = (): Promise<string | null> => page.locator('.landing-chart svg path').last().getAttribute('d')
    const shown = async (symbol: string): Promise<string> =>
      ((await page.locator(`[data-result="${symbol}"]`).textContent()) ?? '').replace(/.*= /, '')
    const before = await line()
    await page.locator('#landing-L').fill('2')
    await page.locator('#landing-Q').fill('2')
    expect(await line()).not.toBe(before)
    const points = spentAntennas({ communication: 2, sensing: 2 })
    // 12 users are too many now.
    expect(await shown('T_c')).toBe(points.at(-1)?.communication.toFixed(2))
    await page.locator('#landing-K').fill('3')
    expect(await shown('T_c')).toBe(points[2]?.communication.toFixed(2))
    expect(await shown('T_s')).toBe(points[2]?.sensing.toFixed(2))

    const link = (await page.locator('.landing-reading a').getAttribute('href')) ?? ''
    const { state, problems } = readPermalink(link.replace(/^.*\?/, ''))
    expect(problems).toEqual([])
    expect(defineNetwork(state.values)).toEqual(defineNetwork({ K: 3, L: 2, J: 5, Q: 2 }))

    const { width, height } = (await page.locator('.landing-chart svg').boundingBox())!
    await page.locator('.landing-chart svg').click({ position: { x: width - 30, y: height / 2 } })
    expect(await shown('T_c')).toBe(points.at(-1)?.communication.toFixed(2))
    expect(faults).toEqual([])
    stop()
  })

  it('has a picture of it before any script', { timeout: patience }, async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 900 } })
    const still = await context.newPage()
    await still.goto(`${site.address}index.html`, { timeout: patience })
    const picture = still.locator('.landing-chart img').first()
    expect(await picture.isVisible()).toBe(true)
    expect((await picture.boundingBox())?.width).toBeGreaterThan(250)
    await context.close()
  })
})
