import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { communicationRate, requestCounts, sensingRate, sirLaw } from '@isacnet/analysis'
import { topology, topologyDrop } from '@isacnet/drawing'
import { defineNetwork, fromNats } from '@isacnet/model'
import { achievableRegion, analyticRates, optimizeAllocation, weightedSumObjective } from '@isacnet/optimization'
import { defineSimulation } from '@isacnet/simulation'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initialExplorerState } from '../src/explorer/state/explorer-state.js'
import { type ExplorerParameter, explorerParameters } from '../src/explorer/state/parameters/explorer-parameters.js'
import { allocationText, rateText } from '../src/explorer/views/number-format.js'
import { seriousViolations } from './accessibility.js'
import { downloadOf, hasBrowser, newPage, type OpenedSite, openSite, patience, watchPage } from './browser.js'

const city = fileURLToPath(new URL('../pages/public/city.csv', import.meta.url))

const settled = (page: Page): Promise<unknown> =>
  page.waitForSelector('.explorer[data-settled="true"]', { timeout: patience })

const shown = (page: Page, quantity: string, method: string): Promise<string | null> =>
  page.locator(`[data-quantity="${quantity}"][data-method="${method}"]`).textContent()

/** The text that the table should have for a network, by the packages called here. */
const expectRates = async (
  page: Page,
  changes: Record<string, number>,
  unit: 'nats' | 'bits' = 'nats',
): Promise<void> => {
  const network = defineNetwork({ ...initialExplorerState.values, ...changes })
  const text = (nats: number): string => rateText(fromNats(nats, unit))
  const about = JSON.stringify(changes)
  const exact = communicationRate(network).value
  expect(await shown(page, 'R_c', 'exact'), about).toBe(text(exact))
  expect(await shown(page, 'T_c', 'exact'), about).toBe(text(network.baseStationDensity * network.usersPerCell * exact))
  if (network.noisePower === 0)
    expect(await shown(page, 'R_c', 'theorem-1'), about).toBe(
      text(communicationRate(network, { method: 'theorem-1' }).value),
    )
  const echo = sensingRate(network).value
  expect(await shown(page, 'R_s', 'exact'), about).toBe(text(echo))
  expect(await shown(page, 'T_s', 'exact'), about).toBe(
    text(network.baseStationDensity * network.targetsPerCell * echo),
  )
}

/** Another permitted value of each parameter; clutter counts only where its density is not 0. */
const moves: Readonly<Record<ExplorerParameter, number>> = {
  baseStationDensity: 2,
  transmitAntennas: 24,
  receiveAntennas: 16,
  usersPerCell: 3,
  communicationClusterSize: 3,
  targetsPerCell: 4,
  sensingClusterSize: 3,
  maxTargetsPerCell: 12,
  pathLossExponent: 3.5,
  echoPathLossExponent: 1.8,
  transmitPower: 2,
  radarCrossSection: 0.2,
  receiveFilterGain: 0.8,
  matchedFilterGain: 3,
  clutterDensity: 0.5,
  clutterCrossSection: 0.7,
  clutterResidual: 0.4,
  rmsBandwidth: 2e7,
  noisePower: 0.1,
}

describe.skipIf(!hasBrowser)('the explorer', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    page = await newPage(site)
  }, patience)
  afterAll(() => site?.close())

  /** Opens the explorer, with the table of all methods unfolded. */
  const open = async (query = ''): Promise<void> => {
    await page.goto(`${site.address}explorer.html${query}${query === '' ? '?' : '&'}table=open`, { timeout: patience })
    await settled(page)
  }

  it('shows what the packages compute, after every control is moved', { timeout: patience }, async () => {
    const { faults, stop } = watchPage(page, site.address)
    await open()
    await expectRates(page, {})
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('.parameter-group')) (details as HTMLDetailsElement).open = true
    })
    const changes: Record<string, number> = {}
    for (const { name } of explorerParameters) {
      changes[name] = moves[name]
      await page.locator(`[data-parameter="${name}"]`).fill(String(moves[name]))
      await settled(page)
      await expectRates(page, changes)
    }
    stop()
    expect(faults).toEqual([])
  })

  it('has sliders that the keyboard moves', { timeout: patience }, async () => {
    await open()
    for (const [name, value] of [
      ['usersPerCell', 6],
      ['pathLossExponent', 4.05],
    ] as const) {
      await page.locator(`[data-slider="${name}"]`).press('ArrowRight')
      await settled(page)
      expect(await page.locator(`[data-parameter="${name}"]`).inputValue()).toBe(String(value))
    }
    await expectRates(page, { usersPerCell: 6, pathLossExponent: 4.05 })
  })

  it('shows bits when bits are asked for, and both readings of a sensing cluster', { timeout: patience }, async () => {
    await open()
    await page.locator('#explorer-unit').selectOption('bits')
    await expectRates(page, {}, 'bits')
    await page.locator('#explorer-clusters').selectOption('target-centric')
    await settled(page)
    const network = defineNetwork(initialExplorerState.values)
    const exact = sensingRate(network, { sensingClusters: 'target-centric' }).value
    expect(await shown(page, 'R_s', 'exact')).toBe(rateText(fromNats(exact, 'bits')))
    expect(await shown(page, 'R_s', 'theorem-3')).toBe('—')
  })

  it('tells an overloaded network from none, and gives the rates of the methods that know it', {
    timeout: patience,
  }, async () => {
    await open()
    const reason = page.locator('.network-problem .reason')
    await page.locator('[data-parameter="usersPerCell"]').fill('12')
    await settled(page)
    expect(await reason.textContent()).toContain('Overloaded on average')
    expect(await page.locator('.feasibility .sentence').textContent()).toContain(
      '12·2 + 2·(2−1) = 26 of Mt = 20 degrees of freedom',
    )
    const network = defineNetwork({ ...initialExplorerState.values, usersPerCell: 12 })
    const actual = communicationRate(network, { method: 'actual-requests' }).value
    expect(await shown(page, 'R_c', 'actual-requests')).toBe(rateText(actual))
    expect(await shown(page, 'R_c', 'exact')).toBe('—')
    // The reason is the same for all the others, and said once.
    expect(
      (await page.locator('.rates .notes').textContent())?.match(/degrees of freedom are asked for/g),
    ).toHaveLength(1)
    const { serving } = requestCounts(network)
    expect(await page.locator('.requests .sentence').textContent()).toContain(serving.mean.toFixed(1))
    expect(await page.locator('.requests svg').count()).toBe(1 + 2)
    await page.locator('[data-parameter="usersPerCell"]').fill('21')
    await expect.poll(() => reason.textContent(), { timeout: patience }).toContain('21')
    expect(await page.locator('[data-quantity="R_c"]').count()).toBe(0)
    // Each button mends it on its own.
    expect(await page.locator('[data-mend]').allTextContents()).toEqual(['K = 20', 'Mt = 21'])
    await page.locator('[data-mend="usersPerCell"]').click()
    await page.locator('[data-mend="communicationClusterSize"]').waitFor({ state: 'detached' })
    await page.locator('[data-mend="transmitAntennas"]').click()
    await expect.poll(() => reason.textContent(), { timeout: patience }).toBe('')
    await settled(page)
    await expectRates(page, { usersPerCell: 20, transmitAntennas: 42 })
  })

  it.each(['2.5', 'many', '', '1,000', '0x10', '0'])(
    'marks what can’t be a number of users, ‘%s’, and changes nothing',
    { timeout: patience },
    async (typed) => {
      await open()
      const { faults, stop } = watchPage(page, site.address)
      const field = page.locator('[data-parameter="usersPerCell"]')
      await field.fill(typed)
      await expect
        .poll(() => page.locator('#parameter-usersPerCell-fault').textContent(), { timeout: patience })
        .toBe(`K must be an integer ≥ 1${typed === '' ? '' : `, got “${typed}”`}`)
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      expect(await page.locator('.network-problem .reason').textContent()).toBe('')
      await expectRates(page, {})
      await field.fill('4')
      await settled(page)
      expect(await field.getAttribute('aria-invalid')).toBe('false')
      await expectRates(page, { usersPerCell: 4 })
      stop()
      expect(faults).toEqual([])
    },
  )

  it('extends a slider by a value beyond it', { timeout: patience }, async () => {
    await open()
    await page.locator('[data-parameter="transmitAntennas"]').fill('128')
    await settled(page)
    const slider = page.locator('[data-slider="transmitAntennas"]')
    expect(await slider.getAttribute('max')).toBe('128')
    expect(await slider.inputValue()).toBe('128')
    await expectRates(page, { transmitAntennas: 128 })
  })

  it('restores everything from its link', { timeout: patience }, async () => {
    await open()
    await page.locator('[data-parameter="usersPerCell"]').fill('3')
    await page.locator('[data-parameter="noisePower"]').evaluate((field: HTMLInputElement) => {
      field.value = '0.25'
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await page.locator('#explorer-axis').selectOption('pathLossExponent')
    await page.locator('#explorer-unit').selectOption('bits')
    await page.waitForURL(/unit=bits/)
    const query = new URL(page.url()).search
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      K: '3',
      N0: '0.25',
      axis: 'alpha',
      unit: 'bits',
      table: 'open',
    })
    await page.goto(`${site.address}explorer.html${query}`)
    await settled(page)
    expect(await page.locator('[data-parameter="usersPerCell"]').inputValue()).toBe('3')
    expect(await page.locator('#explorer-axis').inputValue()).toBe('pathLossExponent')
    await expectRates(page, { usersPerCell: 3, noisePower: 0.25 }, 'bits')
  })

  it('names what it cannot read of a link', { timeout: patience }, async () => {
    await open('?K=4&L=two&Kk=3')
    expect(await page.locator('.problems span').textContent()).toBe(
      'Left out of the link: L must be an integer ≥ 1, got two; unknown parameter ‘Kk’: did you mean ‘K’?.',
    )
    await page.locator('.problems button').click()
    expect(await page.locator('.problems').isVisible()).toBe(false)
    await expectRates(page, { usersPerCell: 4 })
  })

  it('drops stale answers while a slider is dragged', { timeout: patience }, async () => {
    await open('?axis=alpha&alpha=3.5')
    await page.evaluate(async () => {
      const slider = document.querySelector('[data-slider="usersPerCell"]') as HTMLInputElement
      for (let move = 0; move < 60; move++) {
        slider.value = String(1 + (move % 9))
        slider.dispatchEvent(new Event('input', { bubbles: true }))
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      slider.value = '2'
      slider.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await settled(page)
    await expectRates(page, { pathLossExponent: 3.5, usersPerCell: 2 })
  })

  it('saves curves as SVG, PNG and CSV', { timeout: patience }, async () => {
    await open()
    const saved = (name: string): Promise<Buffer> =>
      downloadOf(page.locator('.view.curves .exports button', { hasText: name }))
    const svg = (await saved('SVG')).toString('utf8')
    expect(svg).toContain('<svg xmlns="http://www.w3.org/2000/svg"')
    expect(svg.match(/<path/g)?.length).toBeGreaterThanOrEqual(12)
    expect([...(await saved('PNG')).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    const csv = (await saved('CSV')).toString('utf8').trimEnd().split('\r\n')
    // Methods with mean requests end where the antennas are spent (K = 9).
    expect(csv).toHaveLength(1 + 2 * 6 * 9)
    // A picture says what it shows, and has the legend.
    for (const text of ['K = 5', 'exact', 'isacnet evaluate', `${site.address}explorer.html`])
      expect(svg).toContain(text)
    const tex = (await saved('PGFPlots')).toString('utf8')
    expect(tex).toContain('\\documentclass')
    expect(tex).toContain(`% ${site.address}explorer.html`)
    expect(tex.match(/\\addlegendentry/g)).toHaveLength(2 * 6)
  })

  it('shows the curves of a method that is switched on, beyond the limit too', { timeout: patience }, async () => {
    await open()
    const charts = page.locator('.view.curves .charts')
    expect(await charts.textContent()).toContain('K·L + J·(Q−1) >')
    await page.locator('[data-switch="method-actual-requests"]').click()
    await settled(page)
    expect(await charts.textContent()).not.toContain('K·L + J·(Q−1) >')
    await page.waitForURL(/hide=none/)
    await page.locator('[data-switch="method-exact"]').click()
    await page.waitForURL(/hide=exact/)
  })

  it('finds the region and the optimum that the package finds', { timeout: patience }, async () => {
    await open('?Mt=8&Jmax=3&rho=0.4&view=region')
    await page.waitForSelector('.view.region[data-settled="true"]', { timeout: patience })
    const network = defineNetwork({ Mt: 8, Jmax: 3 })
    const problem = { network, rates: analyticRates(network) }
    const { frontier, hull } = achievableRegion(problem)
    expect(await page.locator('.view.region .status').textContent()).toContain(`${frontier.length} Pareto points of `)
    expect(await page.locator('.view.region .status').textContent()).toContain(`${hull.length} of them on the hull`)
    const optimum = optimizeAllocation(problem, { objective: weightedSumObjective(0.4) })
    expect(await page.locator('[data-result="optimum"]').textContent()).toBe(allocationText(optimum.allocation))
    await page.locator('.charts.region').press('ArrowLeft')
    expect(await page.locator('.view.region .readout').textContent()).toContain(
      allocationText(frontier[0]!.performance.allocation),
    )
  })

  it('draws the drop that the package draws, and the next one', { timeout: patience }, async () => {
    await open('?view=drop&Q=3&J=5&L=1&Mt=16')
    const drop = async (seed: number) => {
      const network = defineNetwork({
        ...initialExplorerState.values,
        communicationClusterSize: 1,
        targetsPerCell: 5,
        sensingClusterSize: 3,
        transmitAntennas: 16,
      })
      const definition = defineSimulation(network, { fidelity: 'channel', sensingClusters: 'bs-centric', seed })
      return topology(definition, topologyDrop(definition))
    }
    const shown = async ({ counts }: Awaited<ReturnType<typeof drop>>) =>
      page.waitForFunction(
        (text) => document.querySelector('.drop .status')?.textContent === text,
        `${counts.stations} base stations, ${counts.requests} requests, ${counts.abandoned} of them abandoned.`,
      )
    for (const seed of [1, 2]) {
      const drawn = await drop(seed)
      await shown(drawn)
      expect(await page.locator('.drop-picture polygon').count()).toBe(drawn.stations.length)
      await page.getByRole('button', { name: 'Next drop' }).click()
    }
    expect(await page.locator('#drop-seed').inputValue()).toBe('3')
    await shown(await drop(3))
    await page.locator('#drop-others').check()
    await expect
      .poll(() => page.locator('.drop-picture svg').textContent(), { timeout: patience })
      .toContain('nulls for other cells')
    // What is old is dimmed until its successor is there, and no file is made of it.
    await page.locator('.drop').getByRole('button', { name: 'SVG' }).and(page.locator(':enabled')).waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it('samples drops as it is told, and says how', { timeout: patience }, async () => {
    await open('?view=drop')
    await page.getByText('How it is sampled').click()
    const distance = page.locator('#drop-hardCoreDistance')
    await distance.fill('0.4')
    await distance.press('Tab')
    const network = defineNetwork(initialExplorerState.values)
    const definition = defineSimulation(network, { fidelity: 'channel', hardCoreDistance: 0.4 })
    const { counts } = topology(definition, topologyDrop(definition))
    await page.waitForFunction(
      (text) => document.querySelector('.drop .status')?.textContent === text,
      `${counts.stations} base stations, ${counts.requests} requests, ${counts.abandoned} of them abandoned.`,
    )
    expect(await page.locator('#drop-deployment').inputValue()).toBe('matern')
    expect(await page.locator('.share').textContent()).toContain('--hard-core-distance 0.4')
    await distance.fill('near')
    await distance.press('Tab')
    expect(await distance.inputValue()).toBe('0.4')
    expect(await seriousViolations(page)).toEqual([])
  })

  it('maps the sites of a file, which stays on the page', { timeout: patience }, async () => {
    const text = await readFile(city, 'utf8')
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${request.postData() ?? ''}`))
    await page.goto(`${site.address}explorer.html?view=sites&K=3&lambda=9`)
    await page.locator('#sites-file').setInputFiles(city)
    await page.waitForSelector('.view.sites .answer[data-shows="answer"] td', { timeout: patience })
    const lines = text.trimEnd().split('\n')
    // A row that can't be read, one that stands where another does, and the header.
    expect(await page.locator('.sites-table tbody tr').count()).toBe(lines.length - 3)
    expect(await page.locator('.view.sites .drop-picture svg [aria-label="cells"] path').count()).toBe(lines.length - 2)
    expect(await page.locator('.sites-file').textContent()).toMatch(
      /^city\.csv, SHA-256 [0-9a-f]{12}…: not in the link/,
    )
    expect(await page.locator('.sites-notices li').count()).toBe(2)
    await page.locator('#sites-quantity').selectOption('area')
    await page.waitForFunction(
      () => document.querySelector('.sites-table th:nth-child(3)')?.textContent === 'area of the cell (km²)',
    )
    const cells = await page.locator('.sites-table tbody tr').first().locator('td').allTextContents()
    expect(Number(cells[2])).toBeCloseTo(Number(cells[1]), 3)
    for (const request of asked) expect(request).toMatch(/^GET $/)
    await page
      .locator('#sites-file')
      .setInputFiles({ name: 'bad.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') })
    await page.waitForSelector('.view.sites .answer[data-shows="failure"]', { timeout: patience })
    expect(await page.locator('.view.sites .reason').textContent()).toMatch(/column/)
    expect(await seriousViolations(page)).toEqual([])
  })

  describe('in its view of the distribution', () => {
    /** The table's numbers, as the packages have them. */
    const expectedRows = (changes: Record<string, number>, thresholdDb: number, unit: 'nats' | 'bits'): string[] => {
      const network = defineNetwork({ ...initialExplorerState.values, ...changes })
      const laws = (['communication', 'sensing'] as const).map((service) => sirLaw(network, service))
      const minus = (text: string): string => text.replace('-', '−')
      const short = (value: number): string => String(Number(value.toPrecision(4))).replace('e-', 'e−')
      return [
        [
          `coverage at ${minus(String(thresholdDb))} dB`,
          laws.map((law) => law.coverage(10 ** (thresholdDb / 10)).value.toPrecision(6)),
        ],
        ...[5, 50, 95].map((percentile) => [
          `${percentile} % don’t reach`,
          laws.map((law) => {
            const { sir, rate } = law.percentile(percentile / 100)
            const decibels = minus((10 * Math.log10(sir.value)).toFixed(2))
            return `${decibels}\u00a0dB, ${short(fromNats(rate.value, unit))}\u00a0${unit === 'nats' ? 'nat' : 'bit'}/s/Hz`
          }),
        ]),
        ['detection at 1e-6', ['', laws[1]!.mean((sir) => 1e-6 ** (1 / (1 + sir))).value.toPrecision(6)]],
      ].map(([head, cells]) => [head, ...(cells as string[])].join('|'))
    }
    const rows = (): Promise<string[]> =>
      page
        .locator('table.law tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent).join('|')))
    const expectTable = async (changes: Record<string, number>, threshold: number, unit: 'nats' | 'bits' = 'nats') =>
      expect
        .poll(async () => (await rows()).slice(0, 5), { timeout: patience })
        .toEqual(expectedRows(changes, threshold, unit))

    it('shows what the packages compute, at the threshold that is typed', { timeout: patience }, async () => {
      const { faults, stop } = watchPage(page, site.address)
      await open('?view=distribution')
      await expectTable({}, 0)
      const field = page.locator('#distribution-threshold')
      await field.fill('-3')
      await field.press('Enter')
      await expectTable({}, -3)
      await page.waitForURL(/threshold=-3/)
      expect(await page.locator('.share').textContent()).toContain('--thresholds -3 --percentiles 5,50,95')
      // What is no threshold is not taken.
      await field.fill('loud')
      await field.press('Enter')
      expect(await field.inputValue()).toBe('-3')
      await page.locator('[data-parameter="usersPerCell"]').fill('3')
      await page.locator('#explorer-unit').selectOption('bits')
      await expectTable({ usersPerCell: 3 }, -3, 'bits')
      await page.waitForURL(/K=3.*unit=bits/)
      await open(new URL(page.url()).search)
      await expectTable({ usersPerCell: 3 }, -3, 'bits')
      stop()
      expect(faults).toEqual([])
    })

    it('draws both services by every method that has a law, and saves them', { timeout: patience }, async () => {
      await open('?view=distribution')
      await page.waitForSelector('.view.distribution .exports button:enabled', { timeout: patience })
      const charts = page.locator('.view.distribution .charts svg')
      expect(await charts.count()).toBe(2)
      expect(await charts.first().getAttribute('aria-label')).toContain('Coverage of a user')
      const file = await downloadOf(page.locator('.view.distribution .exports button', { hasText: 'CSV' }))
      const csv = file.toString('utf8').trimEnd().split('\r\n')
      const law = sirLaw(defineNetwork(initialExplorerState.values), 'communication')
      const found = csv
        .map((line) => line.split(','))
        .filter(([service, method]) => `${service} ${method}` === 'communication exact')
      expect(found).toHaveLength(121)
      for (const [, , threshold, coverage] of found)
        expect(Math.abs(Number(coverage) / law.coverage(10 ** (Number(threshold) / 10)).value - 1)).toBeLessThan(1e-6)
    })

    it('says why there is none where values are no network', { timeout: patience }, async () => {
      await open('?view=distribution&K=30')
      await expect
        .poll(() => page.locator('.view.distribution').textContent(), { timeout: patience })
        .toContain('No distribution: ')
    })

    it('has all of it on a screen of 390 pixels', { timeout: patience }, async () => {
      await page.setViewportSize({ width: 390, height: 844 })
      try {
        await open('?view=distribution')
        await expectTable({}, 0)
        const beyond = await page.evaluate(() => {
          const { clientWidth, scrollWidth } = document.documentElement
          return [...document.querySelectorAll('.view.distribution *')]
            .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
            .map((element) => `${element.tagName} ${element.textContent}`)
            .concat(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [])
        })
        expect(beyond).toEqual([])
      } finally {
        await page.setViewportSize({ width: 1440, height: 1000 })
      }
    })
  })

  it.each(['curves', 'distribution', 'region', 'simulation'])(
    'has nothing serious for axe in its view of %s',
    { timeout: patience },
    async (view) => {
      await open(`?view=${view}&Mt=8&K=2`)
      if (view === 'region') await page.waitForSelector('.view.region[data-settled="true"]')
      for (const theme of ['light', 'dark']) {
        await page.evaluate((name) => document.documentElement.classList.toggle('dark', name === 'dark'), theme)
        expect(await seriousViolations(page), theme).toEqual([])
      }
    },
  )
})
