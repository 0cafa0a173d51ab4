import { communicationRate, sirLaw } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initialExplorerState } from '../src/explorer/state/explorer-state.js'
import { presets } from '../src/explorer/state/presets.js'
import { seriousViolations } from './accessibility.js'
import { downloadOf, hasBrowser, newPage, type OpenedSite, openSite, patience } from './browser.js'

describe.skipIf(!hasBrowser)('the curves of the explorer', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    page = await newPage(site)
  }, patience)
  afterAll(() => site?.close())

  const settled = (): Promise<unknown> => page.waitForSelector('.explorer[data-settled="true"]')
  const open = async (query = ''): Promise<void> => {
    await page.goto(`${site.address}explorer.html${query}`)
    await settled()
  }
  const csv = async (): Promise<string[][]> => {
    const file = await downloadOf(page.locator('.view.curves .exports button', { hasText: 'CSV' }))
    return file
      .toString('utf8')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','))
  }

  it('are of a family and of pinned networks, as the package has them', { timeout: patience }, async () => {
    await open()
    await page.getByRole('button', { name: 'Pin this network' }).click()
    await page.locator('[data-parameter="transmitAntennas"]').fill('32')
    await page.locator('#curves-each').selectOption('communicationClusterSize')
    await page.locator('#curves-each-values').fill('1, 3')
    await page.locator('#curves-each-values').press('Enter')
    await settled()
    await page.waitForSelector('.view.curves .exports button:enabled')
    const rows = (await csv()).filter(
      ([, , x, quantity, method]) => x === '4' && quantity === 'communication-rate' && method === 'exact',
    )
    const rate = (changes: Record<string, number>): number =>
      communicationRate(defineNetwork({ ...initialExplorerState.values, usersPerCell: 4, ...changes })).value
    const expected = [
      ['L = 1', rate({ transmitAntennas: 32, communicationClusterSize: 1 })],
      ['L = 3', rate({ transmitAntennas: 32, communicationClusterSize: 3 })],
      ['pinned: M_t = 20', rate({})],
    ] as const
    expect(rows.map(([network]) => network)).toEqual(expected.map(([name]) => name))
    for (const [place, [name, value]] of expected.entries())
      expect(Number(rows[place]![5]) / value - 1, name).toBeCloseTo(0, 5)
    // What can't be a list is marked, and changes nothing.
    await page.locator('#curves-each-values').fill('1, x')
    await page.locator('#curves-each-values').press('Enter')
    expect(await page.locator('#curves-each-values-fault').textContent()).toContain('L must be an integer ≥ 1, got x')
    await page.getByRole('button', { name: /Take away: pinned/ }).click()
    await settled()
    expect(await page.locator('.view.curves .legend').textContent()).not.toContain('pinned')
    expect(await seriousViolations(page)).toEqual([])
  })

  it('go to K = 64 on a logarithmic axis, with a logarithmic height', { timeout: patience }, async () => {
    await open('?Mt=128&range=1..64&x=logarithmic&y=logarithmic&chart=communication-rate')
    const ticks = (await page.locator('.view.curves .charts svg text').allTextContents()).filter((text) =>
      /^\d+$/.test(text),
    )
    expect(ticks).toEqual(expect.arrayContaining(['1', '10']))
    await page.locator('#curves-to').fill('32')
    await page.locator('#curves-to').press('Enter')
    await page.waitForURL(/range=1..32/)
    await page.locator('#curves-to').fill('0.5')
    await page.locator('#curves-to').press('Enter')
    expect(await page.locator('#curves-to-fault').textContent()).toContain('to a greater one')
    expect(new URL(page.url()).searchParams.get('range')).toBe('1..32')
  })

  it('show any quantity of the table, also in large letters', { timeout: patience }, async () => {
    await open('?quantity=percentile-rate:5%25')
    const law = sirLaw(defineNetwork(initialExplorerState.values), 'communication')
    expect(await page.locator('[data-readout="percentile-rate:5% communication"]').textContent()).toBe(
      `${law.percentile(0.05).rate.value.toPrecision(5)}nat/s/Hz`,
    )
    expect(await page.locator('.view.curves .charts svg').count()).toBe(2)
  })

  it('have simulated marks whose intervals hold the curve', { timeout: patience }, async () => {
    await open('?marks=simulated&range=1..6&chart=communication-rate')
    await expect
      .poll(() => page.locator('.view.curves > .hint').textContent(), { timeout: patience })
      .toContain('crosses with 95 % intervals')
    expect(await page.locator('.view.curves .charts svg g[fill="none"] path').count()).toBeGreaterThan(0)
  })

  it('are gone back and forth through by the browser, and reset can be undone', { timeout: patience }, async () => {
    await open()
    const K = (): Promise<string> => page.locator('[data-parameter="usersPerCell"]').inputValue()
    await page.locator('[data-parameter="usersPerCell"]').fill('3')
    await page.waitForURL(/K=3/)
    await page.waitForTimeout(1200)
    await page.locator('[data-parameter="usersPerCell"]').fill('7')
    await page.waitForURL(/K=7/)
    await page.goBack()
    await expect.poll(K, { timeout: patience }).toBe('3')
    await page.goBack()
    await expect.poll(K, { timeout: patience }).toBe('5')
    await page.goForward()
    await expect.poll(K, { timeout: patience }).toBe('3')
    await page.getByRole('button', { name: 'Reset' }).click()
    await expect.poll(K, { timeout: patience }).toBe('5')
    await page.locator('[data-undo="reset"]').click()
    await expect.poll(K, { timeout: patience }).toBe('3')
  })

  it('begin with a preset', { timeout: patience }, async () => {
    await open()
    const place = presets.findIndex(({ title }) => title.includes('Figure 4'))
    await page.locator('#explorer-preset').selectOption(String(place))
    await settled()
    const legend = page.locator('.view.curves .legend')
    for (const name of ['L = 1', 'L = 2', 'L = 4'])
      await expect.poll(() => legend.textContent(), { timeout: patience }).toContain(name)
    await page.waitForURL(/each=L%3A1%2C2%2C4/)
  })
})
