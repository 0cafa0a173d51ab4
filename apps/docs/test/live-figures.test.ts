import { communicationRate, sirLaw } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seriousViolations } from './accessibility.js'
import { hasBrowser, newPage, type OpenedSite, openSite, patience, watchPage } from './browser.js'

const rate = (K: number, L: number): number => communicationRate(defineNetwork({ K, L })).value
const worst = (K: number, L: number): number =>
  sirLaw(defineNetwork({ K, L }), 'communication').percentile(0.05).rate.value
const percent = (ratio: number): string => `${ratio < 1 ? '−' : '+'}${Math.abs(100 * (ratio - 1)).toFixed(1)} %`

const figures = [
  {
    name: 'users-and-rates',
    page: 'guide/',
    /** Numbers that the statement has, by the package itself. */
    numbers: (K: number, L: number) => [rate(K, L).toFixed(2), (K * rate(K, L)).toFixed(2), rate(K + 1, L).toFixed(2)],
  },
  {
    name: 'theorems-off',
    page: 'guide/choose-a-method.html',
    numbers: (K: number, L: number) => [
      ...(['theorem-1', 'theorem-2'] as const).map((method) =>
        percent(communicationRate(defineNetwork({ K, L }), { method }).value / rate(K, L)),
      ),
      rate(K, L).toFixed(4),
    ],
  },
  {
    name: 'who-pays',
    page: 'guide/who-pays.html',
    numbers: (K: number, L: number) => [percent(rate(K, L) / rate(K, 1)), percent(worst(K, L) / worst(K, 1))],
  },
]

describe.skipIf(!hasBrowser)('live figures of the guide', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
  }, patience)
  afterAll(() => site?.close())
  beforeEach(async () => {
    page = await newPage(site)
  })
  afterEach(() => page.context().close())

  const figure = (name: string) => page.locator(`.live-figure[data-figure="${name}"]`)
  const statement = async (name: string): Promise<string> =>
    ((await figure(name).locator('.live-statement').textContent()) ?? '').trim()
  const open = async ({ name, page: path }: { name: string; page: string }): Promise<void> => {
    await page.goto(site.address + path)
    await figure(name).scrollIntoViewIfNeeded()
    await page.waitForSelector(`.live-figure[data-figure="${name}"][data-live="live"] svg[role="img"]`)
  }

  it.each(figures)(
    '$name: the numbers follow the sliders',
    { timeout: patience },
    async ({ name, numbers, ...rest }) => {
      const { faults, stop } = watchPage(page, site.address)
      await open({ name, ...rest })
      const [users, cluster] = [0, 1].map((index) => figure(name).locator('input[type=range]').nth(index))
      const at = async (): Promise<[number, number]> => [
        Number(await users!.inputValue()),
        Number(await cluster!.inputValue()),
      ]

      for (const number of numbers(...(await at()))) expect(await statement(name)).toContain(number)
      // As one does without a mouse.
      await users!.focus()
      const before = await statement(name)
      for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowLeft')
      await expect.poll(() => statement(name), { timeout: patience }).not.toBe(before)
      expect((await at())[0]).toBe(3)
      await cluster!.fill('3')
      await expect.poll(() => statement(name), { timeout: patience }).toContain('clusters of 3')
      for (const number of numbers(3, 3)) expect(await statement(name)).toContain(number)
      expect(await figure(name).locator('svg[role="img"]').getAttribute('aria-label')).toContain(await statement(name))

      const link = figure(name).getByRole('link', { name: 'This network in the explorer' })
      expect(await link.getAttribute('href')).toMatch(/explorer\.html\?K=3&L=3&J=1&Q=1&view=(curves|distribution)$/)

      await users!.fill('10')
      await expect.poll(() => statement(name), { timeout: patience }).toContain('more than 20 antennas have')

      expect(await seriousViolations(page), 'light theme').toEqual([])
      await page.evaluate(() => document.documentElement.classList.add('dark'))
      expect(await seriousViolations(page), 'dark theme').toEqual([])
      expect(faults).toEqual([])
      stop()
    },
  )

  it.each(figures)(
    '$name: without a script the statement is there, as it is first with one',
    { timeout: patience },
    async (which) => {
      await open(which)
      const live = await statement(which.name)
      const context = await site.browser.newContext({ javaScriptEnabled: false })
      const plain = await context.newPage()
      await plain.goto(site.address + which.page)
      const text = await plain.locator(`.live-figure[data-figure="${which.name}"] .live-statement`).textContent()
      expect(text?.trim()).toBe(live)
      await context.close()
    },
  )

  it('are loaded when they come near the view', { timeout: patience }, async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const figureScript = (url: string): boolean => /(mount-live-figure|theorems-off)[^/]*\.js/.test(url)
    await page.goto(`${site.address}guide/choose-a-method.html`, { waitUntil: 'networkidle' })
    expect(asked.filter(figureScript)).toEqual([])
    await figure('theorems-off').scrollIntoViewIfNeeded()
    await page.waitForSelector('.live-figure[data-live="live"]')
    expect(asked.filter(figureScript).length).toBeGreaterThan(0)
  })
})
