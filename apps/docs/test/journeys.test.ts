import { communicationRate, sirLaw } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { analyticRates, optimizeAllocation, weightedSumObjective } from '@isacnet/optimization'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { initialExplorerState } from '../src/explorer/state/explorer-state.js'
import { allocationText } from '../src/explorer/views/number-format.js'
import { downloadOf, hasBrowser, newPage, type OpenedSite, openSite, patience, watchPage } from './browser.js'

/** In milliseconds, from the landing page. */
const aMinute = 60_000

describe.skipIf(!hasBrowser)('from the landing page, in less than a minute', () => {
  let site: OpenedSite
  let page: Page
  let began = 0
  beforeAll(async () => {
    site = await openSite()
  }, patience)
  afterAll(() => site?.close())
  beforeEach(async () => {
    page = await newPage(site)
    began = performance.now()
    await page.goto(site.address)
    await page.locator('.VPHome').getByRole('link', { name: 'Open the explorer' }).first().click()
    await page.waitForSelector('.explorer[data-settled="true"]')
  })
  afterEach(async () => {
    expect(performance.now() - began).toBeLessThan(aMinute)
    await page.context().close()
  })

  const settled = (): Promise<unknown> => page.waitForSelector('.explorer[data-settled="true"]')
  const set = (name: string, value: number): Promise<void> =>
    page.locator(`[data-parameter="${name}"]`).fill(String(value))

  it('a student compares cluster sizes, and reads a rate off', { timeout: patience }, async () => {
    const { faults, stop } = watchPage(page, site.address)
    await page.locator('#curves-each').selectOption('communicationClusterSize')
    await settled()
    expect(await page.locator('#curves-each-values').inputValue()).toBe('1, 2, 4')
    await page.locator('.more-choices').first().locator('summary').click()
    await page.locator('#curves-chart').selectOption('communication-rate')
    const charts = page.locator('.view.curves .charts')
    await expect.poll(() => charts.locator('svg').count(), { timeout: patience }).toBe(1)
    await charts.focus()
    await charts.press('ArrowLeft')
    await charts.press('ArrowLeft')
    const box = page.locator('.readout-box')
    // From K = 5, where the network is, one to the left.
    const at = (L: number): string => {
      const { values } = initialExplorerState
      const network = defineNetwork({ ...values, usersPerCell: 4, communicationClusterSize: L })
      return String(Number(communicationRate(network).value.toPrecision(6)))
    }
    const text = (await box.textContent()) ?? ''
    expect(text).toContain('K = 4')
    for (const L of [1, 2, 4]) expect(text).toContain(`L = ${L} · exact`)
    for (const L of [1, 2, 4]) expect(text.replaceAll('−', '-')).toContain(at(L).slice(0, 5))
    await page.waitForURL(/each=L%3A1%2C2%2C4/)
    stop()
    expect(faults).toEqual([])
  })

  it('a planner asks for a least rate, and takes the best allocation', { timeout: patience }, async () => {
    await page.getByRole('tab', { name: 'Region and optimum' }).click()
    await set('transmitAntennas', 12)
    await set('maxTargetsPerCell', 4)
    await page.locator('.limits summary').click()
    await page.locator('#limit-minSensingRate').fill('2')
    await page.locator('#limit-minSensingRate').press('Enter')
    await page.waitForSelector('.view.region .excluded')
    await page.waitForSelector('.view.region[data-settled="true"]')
    const network = defineNetwork({ Mt: 12, Jmax: 4 })
    const { allocation } = optimizeAllocation(
      { network, rates: analyticRates(network), constraints: { minSensingRate: 2 } },
      { objective: weightedSumObjective(0.5) },
    )
    expect(await page.locator('[data-result="optimum"]').textContent()).toBe(allocationText(allocation))
    await page.locator('[data-use="optimum"]').click()
    expect(await page.locator('[data-parameter="usersPerCell"]').inputValue()).toBe(String(allocation.usersPerCell))
    // And who is served badly there.
    await page.getByRole('tab', { name: 'Distribution' }).click()
    const law = sirLaw(defineNetwork({ Mt: 12, Jmax: 4, ...allocation }), 'communication')
    const rate = String(Number(law.percentile(0.05).rate.value.toPrecision(4)))
    await expect
      .poll(() => page.locator('table.law').textContent(), { timeout: patience })
      .toContain(rate.replace('e-', 'e−'))
  })

  it('a lecturer goes through a drop, and takes the picture along', { timeout: patience }, async () => {
    await page.getByRole('tab', { name: 'One drop' }).click()
    await page.waitForSelector('.drop-picture svg')
    await page.getByRole('button', { name: /No nulling/ }).click()
    await page.waitForURL(/stage=no-nulling/)
    await page.getByRole('button', { name: /2 Nulling/ }).click()
    await page.waitForURL(/stage=nulling/)
    await page.getByRole('button', { name: /Abandonment/ }).click()
    await page.waitForURL((url) => !url.searchParams.has('stage'))
    await page.waitForSelector('.view.drop .exports button:enabled')
    const file = await downloadOf(page.locator('.view.drop .exports button', { hasText: 'SVG' }))
    const svg = file.toString('utf8')
    for (const text of ['base station', 'isacnet topology', 'view=drop']) expect(svg).toContain(text)
    // Each step can be gone back.
    await page.goBack()
    await page.waitForURL(/stage=nulling/)
  })
})
