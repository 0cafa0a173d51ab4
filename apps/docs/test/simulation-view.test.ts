import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { communicationRate, sensingRate, sirLaw } from '@isacnet/analysis'
import { defineNetwork, services } from '@isacnet/model'
import { defineSimulation, runSimulation, type SimulationOptions, summarize } from '@isacnet/simulation'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initialExplorerState } from '../src/explorer/state/explorer-state.js'
import { seriousViolations } from './accessibility.js'
import { downloadOf, hasBrowser, newPage, type OpenedSite, openSite, patience, watchPage } from './browser.js'

const command = fileURLToPath(new URL('../../cli/src/main.ts', import.meta.url))
const network = defineNetwork(initialExplorerState.values)

interface Row {
  readonly trials: number
  readonly quantity: string
  readonly threshold: string
  readonly mean: number
  readonly low: string
  readonly high: string
  readonly exact: string
}

/** A mean of the same trials: only the last bits of logarithms and powers are the engine's own, Chromium's or Node's. */
const expectMean = (shown: number, mean: number): void => expect(shown / mean).toBeCloseTo(1, 13)

const expectInterval = ({ low, high }: Row, [least, greatest]: readonly number[]): void => {
  expect(Number(low)).toBeCloseTo(least!, 12)
  expect(Number(high)).toBeCloseTo(greatest!, 12)
}

/** The document that a command prints. */
const printed = (words: string): Promise<Record<string, unknown>> =>
  new Promise((resolve, reject) => {
    const argv = [...words.split(' ').slice(1), '--json', '--threads', '1']
    const child = spawn(process.execPath, [
      '--import',
      import.meta.resolve('tsx'),
      '--conditions',
      '@isacnet/source',
      command,
      ...argv,
    ])
    let text = ''
    child.stdout.on('data', (part) => (text += part))
    child.on('error', reject)
    child.on('close', () => resolve(JSON.parse(text)))
  })

describe.skipIf(!hasBrowser)('the view of a simulation', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    page = await newPage(site)
  }, patience)
  afterAll(() => site?.close())

  const status = (): Promise<string | null> => page.locator('.view.simulation .status').textContent()
  const button = (text: string) => page.locator('.view.simulation button', { hasText: text })

  const start = async (query = ''): Promise<void> => {
    await page.goto(`${site.address}explorer.html?view=simulation${query}`, { timeout: patience })
    await button('Start').click()
  }
  const stop = async (): Promise<void> => {
    await button('Stop').click()
    await expect.poll(status, { timeout: patience }).toMatch(/^(Stopped|Done)/)
  }

  const csv = async (): Promise<Row[]> => {
    const file = await downloadOf(page.locator('.view.simulation .exports button', { hasText: 'CSV' }))
    const [head, ...lines] = file.toString('utf8').trimEnd().split('\r\n')
    expect(head).toBe('trials,quantity,threshold_db,mean,low,high,confidence,exact,unit')
    return lines.map((line) => {
      const [trials, quantity = '', threshold = '', mean, low = '', high = '', , exact = ''] = line.split(',')
      return { trials: Number(trials), quantity, threshold, mean: Number(mean), low, high, exact }
    })
  }

  /** What the package finds in as many trials. */
  const simulated = async (trials: number, options: SimulationOptions) => {
    const { state } = await runSimulation(defineSimulation(network, options), { until: { trials } })
    return summarize(state.sums, 0.99)
  }

  it.each([
    ['gain-law', 1024],
    ['channel', 128],
  ] as const)(
    'reports %s from about 100 trials on, as the package finds it',
    { timeout: patience },
    async (fidelity, batch) => {
      const { faults, stop: unwatch } = watchPage(page, site.address)
      await start(`&seed=3&fidelity=${fidelity}`)
      await page.waitForSelector('[data-result="communication-coverage"]', { timeout: patience })
      await page.waitForFunction(
        (least) => Number(document.querySelector('[data-result="trials"]')?.textContent?.replace(/\D/g, '')) >= least,
        20 * batch,
        { timeout: patience },
      )
      await stop()
      // What is expected comes from a worker of its own, which may be later than the simulation.
      let rows = await csv()
      await expect
        .poll(
          async () => {
            rows = await csv()
            return rows.filter(({ exact }) => exact === '').length
          },
          { timeout: patience, interval: 500 },
        )
        .toBe(0)
      const history = rows.filter(({ quantity }) => quantity.endsWith('-rate'))
      expect(history.slice(0, 2).map(({ trials }) => trials)).toEqual([128, 128])
      // A single batch has no interval.
      for (const { trials, low, high } of history)
        expect([low, high].includes(''), String(trials)).toBe(trials <= batch)
      const { trials } = history.at(-1)!
      const summary = await simulated(trials, { fidelity, seed: 3 })
      expect(summary.trials).toBe(trials)
      const exact = { communication: communicationRate(network).value, sensing: sensingRate(network).value }
      for (const { service } of services) {
        const { mean, interval, coverage } = summary[service]
        const last = history.filter(({ quantity }) => quantity === `${service}-rate`).at(-1)!
        expectMean(last.mean, mean)
        expectInterval(last, interval)
        expect(Number(last.exact)).toBeCloseTo(exact[service], 7)
        const found = rows.filter(({ quantity }) => quantity === `${service}-coverage`)
        expect(found.map(({ threshold }) => Number(threshold))).toEqual(
          Array.from({ length: 31 }, (_, k) => 2 * k - 20),
        )
        const law = sirLaw(network, service)
        for (const [index, row] of found.entries()) {
          expect(row.trials).toBe(trials)
          expect(row.mean).toBe(coverage[index]!.mean)
          if (row.low !== '') expectInterval(row, coverage[index]!.interval)
          expect(Number(row.exact)).toBeCloseTo(law.coverage(10 ** (Number(row.threshold) / 10)).value, 5)
        }
      }
      unwatch()
      expect(faults).toEqual([])
    },
  )

  it('ends as the command that it shows does', { timeout: 2 * patience }, async () => {
    await start()
    const words = (await page.locator('.share code').textContent())!
    expect(words).toContain('--confidence 0.99 --relative-error 0.0001 --coverage')
    await expect.poll(status, { timeout: patience }).toMatch(/^Done/)
    const rows = await csv()
    const document = (await printed(words)) as {
      readonly trials: number
    } & Record<
      'communication' | 'sensing',
      {
        readonly rate: { readonly mean: number; readonly interval: readonly number[] }
        readonly coverage: readonly { readonly thresholdDb: number; readonly probability: number }[]
      }
    >
    for (const { service } of services) {
      const last = rows.filter(({ quantity }) => quantity === `${service}-rate`).at(-1)!
      const { rate, coverage } = document[service]
      expect(last.trials).toBe(document.trials)
      expectMean(last.mean, rate.mean)
      expectInterval(last, rate.interval)
      for (const row of rows.filter(({ quantity }) => quantity === `${service}-coverage`))
        expect(coverage.find(({ thresholdDb }) => thresholdDb === Number(row.threshold))!.probability).toBe(row.mean)
    }
  })

  it('covers the theorem, whose line is named beside it', { timeout: patience }, async () => {
    await start('&seed=3')
    await page.waitForSelector('[data-result="R_s"][data-low]', { timeout: patience })
    await stop()
    for (const [symbol, exact] of [
      ['R_c', communicationRate(network).value],
      ['R_s', sensingRate(network).value],
    ] as const) {
      const result = page.locator(`[data-result="${symbol}"]`)
      const [mean, low, high] = await result.evaluate(({ dataset }) =>
        [dataset.mean, dataset.low, dataset.high].map(Number),
      )
      // Five half-widths of a 99 % interval, wherever it was stopped: a false alarm has a probability below 1e-6.
      const room = 5 * (high! - mean!)
      expect(Math.abs(mean! - exact), symbol).toBeLessThan(room)
      expect(low!).toBeLessThan(high!)
      expect(room).toBeLessThan(0.5 * exact)
      expect(await result.textContent()).toMatch(/exact is (inside|outside)$/)
    }
    const charts = page.locator('.view.simulation .charts svg[role="img"]')
    expect(await charts.count()).toBe(4)
    expect(await charts.first().textContent()).toContain(`exact ${communicationRate(network).value.toPrecision(5)}`)
    expect(await charts.first().textContent()).toContain('Theorem 1, as printed')
    // As narrow as the interval is the axis: the printed theorem is beyond it.
    expect(await charts.first().textContent()).toContain('↑')
    expect(await charts.nth(1).getAttribute('aria-label')).toContain('Coverage of a user: exact, simulated')
  })

  it('is read by keys, and as a table', { timeout: patience }, async () => {
    await start('&seed=3')
    await page.waitForSelector('[data-result="communication-coverage"]', { timeout: patience })
    await stop()
    await page.locator('.view.simulation .charts').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.view.simulation .readout-box').textContent()).toMatch(/threshold θ.*exact.*simulated/)
    await page.getByText('Coverage in numbers').click()
    await page.waitForSelector('.simulated-coverage tbody tr', { timeout: patience })
    const rows = await page
      .locator('.simulated-coverage tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
    expect(rows.map(([threshold]) => threshold)).toEqual(
      Array.from({ length: 16 }, (_, k) => String(4 * k - 20).replace('-', '−')),
    )
    for (const row of rows) expect(row).toHaveLength(5)
    expect(rows[5]![2]).toBe(sirLaw(network, 'communication').coverage(1).value.toFixed(4))
  })

  it.each([1440, 390])(
    'has nothing serious for axe, and all of it, at %d pixels',
    { timeout: patience },
    async (width) => {
      await page.setViewportSize({ width, height: 844 })
      try {
        await start('&seed=3')
        await page.waitForSelector('[data-result="communication-coverage"]', { timeout: patience })
        await stop()
        await page.getByText('Coverage in numbers').click()
        for (const theme of ['light', 'dark']) {
          await page.evaluate((name) => document.documentElement.classList.toggle('dark', name === 'dark'), theme)
          expect(await seriousViolations(page), theme).toEqual([])
        }
        const beyond = await page.evaluate(() => {
          const { clientWidth } = document.documentElement
          return [...document.querySelectorAll('.view.simulation *')]
            .filter((element) => element.closest('.scrolls') === null && element.closest('svg svg') === null)
            .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
            .map((element) => `${element.tagName} ${element.textContent}`)
        })
        expect(beyond).toEqual([])
        const small = await page
          .locator('.view.simulation :is(button, select, summary, input)')
          .evaluateAll((all) =>
            all.map((element) => element.getBoundingClientRect().height).filter((height) => height > 0),
          )
        if (width < 1000) expect(Math.min(...small)).toBeGreaterThanOrEqual(44)
      } finally {
        await page.setViewportSize({ width: 1440, height: 1000 })
      }
    },
  )

  it('keeps its first trials when it is stopped before a block is whole', { timeout: patience }, async () => {
    await start('&fidelity=channel&Mt=96&K=12&L=4&J=10&Q=4')
    await page.waitForSelector('[data-result="R_s"]', { timeout: patience })
    await stop()
    const [, trials] = /^Stopped\. (\d+) trials\.$/.exec((await status())!.replaceAll('\u202f', ''))!
    const history = (await csv()).filter(({ quantity }) => quantity === 'communication-rate')
    expect(history.at(-1)!.trials).toBe(Number(trials))
    expect(history[0]!.trials).toBe(128)
    expect(await button('Start').isEnabled()).toBe(true)
  })

  it('is thrown away when the network changes', { timeout: patience }, async () => {
    await start()
    await page.waitForSelector('[data-result="R_s"]', { timeout: patience })
    await page.locator('[data-parameter="usersPerCell"]').fill('4')
    await expect.poll(() => page.locator('[data-result="R_s"]').count(), { timeout: patience }).toBe(0)
    expect(await status()).toContain('The network changed')
    expect(await button('Stop').isDisabled()).toBe(true)
  })
})
