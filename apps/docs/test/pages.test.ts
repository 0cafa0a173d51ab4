import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, type OpenedSite, openSite, pageNames, patience, watchPage } from './browser.js'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** What axe finds serious, or worse, in the page as it is. */
const seriousViolations = async (page: Page): Promise<string[]> => {
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: unknown): Promise<{ violations: Violation[] }> } }
    return (await axe.run({ resultTypes: ['violations'] })).violations
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}

const pages = hasBrowser ? pageNames() : []

/** Pages of the reference and of the gallery are laid out alike: axe looks at one of each. */
const inspected = (name: string): boolean => !/^(api\/(?!index|quadrature)|gallery\/fig(?!5)|404)/.test(name)

describe.skipIf(!hasBrowser)('every page opens, fits and is accessible', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    page = await site.browser.newPage({ reducedMotion: 'reduce', colorScheme: 'light', serviceWorkers: 'block' })
  }, patience)
  afterAll(() => site?.close())

  it.each(pages)('%s', { timeout: patience }, async (name) => {
    const { faults, stop } = watchPage(page, site.address)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(site.address + name, { timeout: patience })
    if (name === 'explorer.html') await page.waitForSelector('.explorer[data-settled="true"]', { timeout: patience })
    else await page.waitForFunction(() => document.querySelector('#app')?.hasAttribute('data-v-app'))
    expect(await page.locator('h1, .NotFound').count(), 'headings').toBeGreaterThan(0)

    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(widest, `at ${width} pixels`).toBeLessThanOrEqual(width)
    }
    if (inspected(name)) {
      await page.evaluate(axeSource)
      expect(await seriousViolations(page), 'light theme').toEqual([])
      await page.evaluate(() => document.documentElement.classList.add('dark'))
      expect(await seriousViolations(page), 'dark theme').toEqual([])
    }
    expect(faults).toEqual([])
    stop()
  })
})
