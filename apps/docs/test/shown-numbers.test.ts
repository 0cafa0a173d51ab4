import { fileURLToPath } from 'node:url'
import { communicationRate, sensingRate } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import {
  type AllocationProblem,
  achievableRegion,
  analyticRates,
  optimizeAllocation,
  weightedSumObjective,
} from '@isacnet/optimization'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { initialExplorerState } from '../src/explorer/state/explorer-state.js'
import { interactiveLimits } from '../src/explorer/state/interactive-limits.js'
import type { ExplorerParameter } from '../src/explorer/state/parameters/explorer-parameters.js'
import { allocationText, rateText } from '../src/explorer/views/number-format.js'
import { seriousViolations } from './accessibility.js'
import { hasBrowser, newPage, type OpenedSite, openSite, patience } from './browser.js'

declare global {
  interface Window {
    readonly workerHook: {
      add(rule: { parameter: ExplorerParameter; value: number; kind: 'held' | 'stuck' | 'failing' }): void
      release(): void
    }
  }
}

const workerHook = fileURLToPath(new URL('worker-hook.js', import.meta.url))

describe.skipIf(!hasBrowser)('the numbers shown are those of the values shown', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
  }, patience)
  afterAll(() => site?.close())
  beforeEach(async () => {
    page = await newPage(site)
    await page.addInitScript({ path: workerHook })
  })
  afterEach(() => page.context().close())

  const settled = (): Promise<unknown> => page.waitForSelector('.explorer[data-settled="true"]')
  const open = async (query = ''): Promise<void> => {
    await page.goto(`${site.address}explorer.html${query}${query === '' ? '?' : '&'}table=open`)
    await settled()
  }
  const fill = (name: ExplorerParameter, value: number): Promise<void> =>
    page.locator(`[data-parameter="${name}"]`).fill(String(value))
  const rule = (parameter: ExplorerParameter, value: number, kind: 'held' | 'stuck' | 'failing'): Promise<void> =>
    page.evaluate((added) => window.workerHook.add(added), { parameter, value, kind })
  const release = (): Promise<void> => page.evaluate(() => window.workerHook.release())
  const frame = (label: string) => page.locator(`.answer[aria-label="${label}"]`)
  const table = () => frame('Rates of this network')
  const rate = (symbol: 'R_c' | 'R_s'): Promise<string | null> =>
    page.locator(`[data-quantity="${symbol}"][data-method="exact"]`).textContent()

  const expectRates = async (changes: Partial<Record<ExplorerParameter, number>>): Promise<void> => {
    const network = defineNetwork({ ...initialExplorerState.values, ...changes })
    expect(await rate('R_c')).toBe(rateText(communicationRate(network).value))
    expect(await rate('R_s')).toBe(rateText(sensingRate(network).value))
    expect(await table().getAttribute('class')).toBe('answer')
    expect(await table().getAttribute('aria-busy')).toBe('false')
    expect(await table().getAttribute('data-shows')).toBe('answer')
  }
  /** Waits until what a frame shows is marked as old, and looks at it as a reader does. */
  const expectOld = async (label: string): Promise<void> => {
    await page.waitForSelector(`.answer.old[aria-label="${label}"][aria-busy="true"]`)
    await expect.poll(() => frame(label).locator('.computing').textContent()).toMatch(/^computing…/)
    await expect
      .poll(() =>
        frame(label)
          .locator('.answer-content')
          .evaluate((content) => Number(getComputedStyle(content).opacity)),
      )
      .toBeLessThan(0.5)
  }
  const expectFailure = async (label: string, reason: string | RegExp): Promise<void> => {
    await page.waitForSelector(`.answer[data-shows="failure"][aria-label="${label}"]:not(.old)`)
    expect(await frame(label).locator('> .reason').textContent()).toMatch(reason)
    expect(await frame(label).locator('.answer-content').isVisible()).toBe(false)
  }
  const workers = () => page.workers().length

  it('α = 1000, then 4.5', { timeout: patience }, async () => {
    await open()
    await fill('pathLossExponent', 1000)
    await fill('pathLossExponent', 4.5)
    await settled()
    await expectRates({ pathLossExponent: 4.5 })
  })

  it('a request that is never answered, then another', { timeout: patience }, async () => {
    await open()
    await rule('pathLossExponent', 1000, 'stuck')
    await fill('pathLossExponent', 1000)
    await expectFailure('Rates of this network', 'takes too long')
    await expectFailure('Curves', 'takes too long')
    expect(await seriousViolations(page)).toEqual([])
    await expect.poll(workers, { timeout: patience }).toBe(0)
    await fill('pathLossExponent', 4.5)
    await settled()
    await expectRates({ pathLossExponent: 4.5 })
    // One for the numbers, one for the curves, one ahead of the slider.
    await expect.poll(workers, { timeout: patience }).toBe(3)
  })

  it('a request that is stuck, overtaken by another', { timeout: patience }, async () => {
    await open()
    await rule('pathLossExponent', 1000, 'stuck')
    await fill('pathLossExponent', 1000)
    await fill('pathLossExponent', 4.5)
    await settled()
    await expectRates({ pathLossExponent: 4.5 })
    await expect.poll(workers, { timeout: patience }).toBe(3)
  })

  it('a slow request, followed by a fast one', { timeout: patience }, async () => {
    await open()
    const before = await rate('R_c')
    await rule('pathLossExponent', 3, 'held')
    await fill('pathLossExponent', 3)
    await expectOld('Rates of this network')
    await expectOld('Curves')
    expect(await rate('R_c')).toBe(before)
    expect(await page.locator('.view.curves .exports button', { hasText: 'CSV' }).isDisabled()).toBe(true)
    // The command is of the values that are shown beside it.
    expect(await page.locator('[data-export="command"]').textContent()).toContain('--set alpha=3 ')
    await fill('pathLossExponent', 4.5)
    await settled()
    await expectRates({ pathLossExponent: 4.5 })
    // The answer to the slow one comes when nobody waits for it any more; the one after it shows that it has come.
    await release()
    await fill('pathLossExponent', 5)
    await settled()
    await expectRates({ pathLossExponent: 5 })
  })

  it('a slow request that is answered at last', { timeout: patience }, async () => {
    await open()
    await rule('usersPerCell', 7, 'held')
    await fill('usersPerCell', 7)
    await expectOld('Rates of this network')
    await release()
    await settled()
    await expectRates({ usersPerCell: 7 })
  })

  it('the old values, chosen again while new ones are computed', { timeout: patience }, async () => {
    await open()
    await rule('usersPerCell', 7, 'held')
    await fill('usersPerCell', 7)
    await expectOld('Rates of this network')
    await fill('usersPerCell', 5)
    await expect.poll(() => table().getAttribute('class'), { timeout: patience }).toBe('answer')
    await expectRates({})
    await release()
    await settled()
    await expectRates({})
  })

  it('a request that fails has its reason in their place', { timeout: patience }, async () => {
    await open()
    await rule('pathLossExponent', 4.5, 'failing')
    await fill('pathLossExponent', 4.5)
    await expectFailure('Rates of this network', 'it failed on purpose')
    await expectFailure('Curves', 'it failed on purpose')
    await release()
    await table().getByRole('button', { name: 'Try again' }).click()
    for (const label of ['Rates of this network', 'Curves'])
      await page.waitForSelector(`.answer[data-shows="answer"][aria-label="${label}"]`)
    await settled()
    await expectRates({ pathLossExponent: 4.5 })
    expect(await frame('Curves').getAttribute('data-shows')).toBe('answer')
  })

  it('a worker that cannot be loaded is said to be', { timeout: patience }, async () => {
    await page.context().route(/theorem-worker[^/]*\.js/, (route) => route.abort())
    await page.goto(`${site.address}explorer.html`)
    await expectFailure('Numbers of this network', 'could not be loaded')
    expect(await page.locator('[data-quantity]').count()).toBe(0)
  })

  it('curves don’t ask again for what their axis goes through', { timeout: patience }, async () => {
    await open('?axis=K')
    await rule('usersPerCell', 7, 'held')
    await fill('usersPerCell', 7)
    await expectOld('Rates of this network')
    expect(await frame('Curves').getAttribute('class')).toBe('answer')
    expect(await frame('Curves').getAttribute('aria-busy')).toBe('false')
    await release()
    await settled()
    await expectRates({ usersPerCell: 7 })
  })

  describe('in the region', () => {
    const regionSettled = (): Promise<unknown> => page.waitForSelector('.view.region[data-settled="true"]')
    const expectRegion = async (problem: AllocationProblem, rho: number): Promise<void> => {
      const { frontier, hull } = achievableRegion(problem)
      const status = await page.locator('.view.region .answer-content .status').textContent()
      expect(status).toContain(`${frontier.length} Pareto points of `)
      expect(status).toContain(`${hull.length} of them on the hull`)
      const optimum = optimizeAllocation(problem, {
        objective: weightedSumObjective(rho),
        findBindingConstraints: false,
      })
      expect(await page.locator('[data-result="optimum"]').textContent()).toBe(allocationText(optimum.allocation))
      expect(await page.locator('.view.region .why li').first().textContent()).toContain(
        `${rho.toFixed(2)} · Tc + ${(1 - rho).toFixed(2)} · Ts = ${rateText(optimum.value)}`,
      )
      expect(await frame('Region').getAttribute('class')).toBe('answer')
      expect(await frame('Optimum').getAttribute('class')).toBe('answer')
    }
    const problem = (changes: Record<string, number>): AllocationProblem => {
      const network = defineNetwork(changes)
      return { network, rates: analyticRates(network, { relativeTolerance: 1e-7 }) }
    }

    it('M_t = 20, then 64, then another weight', { timeout: patience }, async () => {
      await open('?view=region')
      await regionSettled()
      await expectRegion(problem({}), 0.5)
      const old = await page.locator('.view.region .answer-content .status').textContent()
      await rule('transmitAntennas', 64, 'held')
      await fill('transmitAntennas', 64)
      await expectOld('Region')
      await expectOld('Optimum')
      expect(await page.locator('.view.region .answer-content .status').textContent()).toBe(old)
      expect(await page.locator('.view.region .exports button').first().isDisabled()).toBe(true)
      await release()
      await regionSettled()
      await expectRegion(problem({ transmitAntennas: 64 }), 0.5)
      // The region stays what it is; the optimum doesn't.
      await rule('transmitAntennas', 64, 'held')
      await page.locator('#region-weight').fill('0.8')
      await expectOld('Optimum')
      expect(await frame('Region').getAttribute('class')).toBe('answer')
      await release()
      await regionSettled()
      await expectRegion(problem({ transmitAntennas: 64 }), 0.8)
    })

    it('says where it ends, and comes back', { timeout: patience }, async () => {
      await open('?view=region')
      await regionSettled()
      const { transmitAntennas } = interactiveLimits.region
      await fill('transmitAntennas', transmitAntennas + 1)
      await expectFailure('Region', `up to M_t = ${transmitAntennas}`)
      // What is not shown isn't saved, and what can't be helped isn't tried again.
      expect(await page.locator('.view.region .exports button:enabled').count()).toBe(0)
      expect(await frame('Region').getByRole('button', { name: 'Try again' }).isVisible()).toBe(false)
      expect(await page.locator('.view.region [data-result]').count()).toBe(0)
      await fill('transmitAntennas', 12)
      await regionSettled()
      await expectRegion(problem({ transmitAntennas: 12 }), 0.5)
    })
  })

  it('a drop of other values is old, and then of these', { timeout: patience }, async () => {
    await open('?view=drop')
    const heading = async (): Promise<string> =>
      ((await page.locator('.drop-picture svg > text').first().textContent()) ?? '').replace(/[\s\u200b]/g, '')
    await expect.poll(heading, { timeout: patience }).toContain('K=5')
    await rule('usersPerCell', 3, 'held')
    await fill('usersPerCell', 3)
    await expectOld('Drop')
    await release()
    await expect.poll(heading, { timeout: patience }).toContain('K=3')
    expect(await frame('Drop').getAttribute('class')).toBe('answer')
    await fill('transmitAntennas', 1000)
    await fill('communicationClusterSize', 300)
    await expectFailure('Drop', 'up to K·L')
  })

  describe('leaving the page', () => {
    const startSimulation = async (): Promise<void> => {
      await page.locator('.view.simulation button', { hasText: 'Start' }).click()
      await page.waitForSelector('[data-result="R_s"]')
    }
    const goTo = (link: string): Promise<void> => page.locator(`.VPNavBar a[href$="${link}"]`).first().click()

    it('during a simulation leaves no worker', { timeout: patience }, async () => {
      await open('?view=simulation')
      await startSimulation()
      // One for the numbers, one that simulates; another one may have what is expected.
      expect(workers()).toBeGreaterThanOrEqual(2)
      await goTo('/gallery/')
      await page.waitForURL('**/gallery/')
      await expect.poll(workers, { timeout: patience }).toBe(0)
    })

    it('while a view is being loaded starts none', { timeout: patience }, async () => {
      await open()
      let asked = (): void => {}
      const askedFor = new Promise<void>((resolve) => {
        asked = resolve
      })
      let go = (): void => {}
      const gone = new Promise<void>((resolve) => {
        go = resolve
      })
      await page.route(/region-view[^/]*\.js/, async (route) => {
        asked()
        await gone
        await route.continue()
      })
      await page.getByRole('tab', { name: 'Region' }).click()
      await askedFor
      await goTo('/gallery/')
      await page.waitForURL('**/gallery/')
      await page.waitForSelector('.explorer', { state: 'detached' })
      const loaded = page.waitForResponse(/region-view[^/]*\.js/)
      go()
      await (await loaded).finished()
      await expect.poll(workers, { timeout: patience }).toBe(0)
      // A worker would be started as soon as the script has run.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
      expect(workers()).toBe(0)
    })

    it('by the browser’s own means ends workers too, and coming back asks again', { timeout: patience }, async () => {
      await open('?view=simulation')
      await startSimulation()
      await rule('usersPerCell', 4, 'held')
      await page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
      await expect.poll(workers, { timeout: patience }).toBe(0)
      expect(await page.locator('.view.simulation > .status').textContent()).toContain(
        'Stopped when the page was left.',
      )
      await fill('usersPerCell', 4)
      await expectOld('Rates of this network')
      await page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
      await release()
      await page.evaluate(() => window.dispatchEvent(new Event('pageshow')))
      await settled()
      await expectRates({ usersPerCell: 4 })
    })

    it('leaves the address of the next page alone, and finds its own again', { timeout: patience }, async () => {
      await open()
      // In one go, so that the state is not in the address yet.
      await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('[data-parameter="usersPerCell"]')!
        field.value = '4'
        field.dispatchEvent(new Event('input', { bubbles: true }))
        document.querySelector<HTMLElement>('.VPNavBar a[href$="/gallery/"]')!.click()
      })
      await page.waitForURL('**/gallery/')
      await page.waitForSelector('.explorer', { state: 'detached' })
      // Longer than a change of the state takes to be written.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)))
      expect(new URL(page.url()).search).toBe('')
      await page.goBack()
      await page.waitForURL('**/explorer.html?K=4&table=open')
      await settled()
      await expectRates({ usersPerCell: 4 })
    })

    it('for the same page without a query shows what that address describes', { timeout: patience }, async () => {
      await open('?K=4')
      await expectRates({ usersPerCell: 4 })
      await goTo('/explorer.html')
      await expect
        .poll(() => page.locator('[data-parameter="usersPerCell"]').inputValue(), { timeout: patience })
        .toBe('5')
      await settled()
      const { value } = communicationRate(defineNetwork(initialExplorerState.values))
      expect(await page.locator('[data-readout="R_c"]').textContent()).toBe(`${value.toPrecision(5)}nat/s/Hz`)
      await page.goBack()
      await expect
        .poll(() => page.locator('[data-parameter="usersPerCell"]').inputValue(), { timeout: patience })
        .toBe('4')
      await settled()
      await expectRates({ usersPerCell: 4 })
    })
  })
})
