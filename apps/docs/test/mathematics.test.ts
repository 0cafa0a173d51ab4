import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, newPage, type OpenedSite, openSite, pageNames, patience, siteFolder } from './browser.js'

const pages = hasBrowser ? pageNames().filter((name) => /^(index|audit|errata|gallery\/.*)\.html$/.test(name)) : []

/** What only stands for mathematics: subscripts, superscripts, Greek letters, letters with a star. */
const plainSymbols = /\b[A-Za-z]_\w+|[α-ωΓΔ]\w?|\^\(|[₀-₉]|[∫√]|\b[A-Z]\*/gu

describe.skipIf(!hasBrowser)('mathematics', () => {
  it.each(pages)('is typeset on %s', (name) => {
    const { document } = parseHTML(readFileSync(join(siteFolder, name), 'utf8'))
    const content = document.querySelector('.vp-doc')
    for (const element of content?.querySelectorAll('code, pre, mjx-container, svg, .landing-figure') ?? [])
      element.remove()
    expect(content?.textContent?.match(plainSymbols) ?? []).toEqual([])
  })

  describe('says what its symbols mean', () => {
    let site: OpenedSite
    let page: Page
    beforeAll(async () => {
      site = await openSite()
      page = await newPage(site)
    }, patience)
    afterAll(() => site?.close())

    it.each([390, 1440])(
      'to who points at them or reaches them, at %i pixels',
      { timeout: patience },
      async (width) => {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(`${site.address}gallery/fig5.html`, { timeout: patience })
        const shown = (): Promise<string[]> =>
          page.locator('.explained').evaluateAll((elements) =>
            elements.flatMap((element) => {
              const { content } = getComputedStyle(element, '::after')
              return content === 'none' ? [] : [content]
            }),
          )
        const symbol = page.locator('.explained[tabindex]').first()
        expect(await shown()).toEqual([])
        await symbol.hover()
        expect(await shown()).toEqual(['"T_c: communication per area, nat/s/Hz/km²"'])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        await page.mouse.move(0, 0)
        await symbol.evaluate((element) => element.focus())
        await page.keyboard.press('Tab')
        expect((await shown())[0]).toContain('T_sum: area spectral efficiency of both services together')
      },
    )
  })
})
