import { defineNetwork } from '@isacnet/model'
import { achievableRegion, analyticRates, optimizeAllocation, weightedSumObjective } from '@isacnet/optimization'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allocationText } from '../src/explorer/views/number-format.js'
import { seriousViolations } from './accessibility.js'
import { hasBrowser, newPage, type OpenedSite, openSite, patience } from './browser.js'

const network = defineNetwork({ Mt: 8, Jmax: 3 })
const problem = { network, rates: analyticRates(network) }

describe.skipIf(!hasBrowser)('the planner’s question', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    page = await newPage(site)
  }, patience)
  afterAll(() => site?.close())

  const settled = (): Promise<unknown> => page.waitForSelector('.view.region[data-settled="true"]')
  const open = async (query = ''): Promise<void> => {
    await page.goto(`${site.address}explorer.html?view=region&Mt=8&Jmax=3${query}`)
    await settled()
  }
  const best = (): Promise<string | null> => page.locator('[data-result="optimum"]').textContent()

  it('has the best of every weight at once, as the package finds it', { timeout: patience }, async () => {
    await open()
    for (const rho of [0, 0.13, 0.35, 0.5, 0.77, 1]) {
      await page.locator('#region-weight').fill(String(rho))
      await settled()
      const { allocation } = optimizeAllocation(problem, { objective: weightedSumObjective(rho) })
      await expect.poll(best, { timeout: patience, message: `ρ = ${rho}` }).toBe(allocationText(allocation))
    }
  })

  it('shades what limits exclude, says what binds, and has them in the link', { timeout: patience }, async () => {
    await open()
    expect(await page.locator('.view.region .excluded').count()).toBe(0)
    await page.locator('.limits summary').click()
    await page.locator('#limit-minSensingRate').fill('1.5')
    await page.locator('#limit-minSensingRate').press('Tab')
    await page.waitForSelector('.view.region .excluded')
    await settled()
    const constraints = { minSensingRate: 1.5 }
    const { frontier } = achievableRegion({ ...problem, constraints })
    expect(await page.locator('.view.region .answer-content .status').textContent()).toContain(
      `${frontier.length} Pareto points of `,
    )
    const optimum = optimizeAllocation({ ...problem, constraints }, { objective: weightedSumObjective(0.5) })
    await expect.poll(best, { timeout: patience }).toBe(allocationText(optimum.allocation))
    await page.waitForURL(/limits=R_s%7E1.5/)
    expect(await page.locator('[data-export="command"]').textContent()).toContain('--min-sensing-rate 1.5')
    // What nothing reaches is said to be so, in the symbols of the page.
    await page.locator('#limit-minSensingRate').fill('50')
    await page.locator('#limit-minSensingRate').press('Tab')
    await expect
      .poll(() => page.locator('.view.region .answer-content .status').textContent(), { timeout: patience })
      .toMatch(/^no allocation is feasible: .*must be at most/)
    expect(await page.locator('[data-result="optimum"]').count()).toBe(0)
    await page.locator('#limit-minSensingRate').fill('lots')
    await page.locator('#limit-minSensingRate').press('Tab')
    expect(await page.locator('#limit-minSensingRate-fault').textContent()).toContain('got “lots”')
    expect(await seriousViolations(page)).toEqual([])
  })

  it('gives the network the allocation of a point, of the best and of the next', { timeout: patience }, async () => {
    await open()
    const value = (name: string): Promise<string> => page.locator(`[data-parameter="${name}"]`).inputValue()
    await page.locator('.charts.region').press('ArrowLeft')
    await page.locator('[data-use="selected"]').click()
    const { allocation: first } = achievableRegion(problem).frontier[0]!.performance
    expect(Number(await value('usersPerCell'))).toBe(first.usersPerCell)
    expect(Number(await value('sensingClusterSize'))).toBe(first.sensingClusterSize)
    await page.locator('[data-use="optimum"]').click()
    const optimum = optimizeAllocation(problem, { objective: weightedSumObjective(0.5) })
    expect(Number(await value('targetsPerCell'))).toBe(optimum.allocation.targetsPerCell)
    await page.locator('[data-use="next-1"]').click()
    expect(Number(await value('communicationClusterSize'))).toBe(
      optimum.runnersUp[0]!.allocation.communicationClusterSize,
    )
  })

  it('searches with actual requests, which know overload', { timeout: patience }, async () => {
    await page.goto(`${site.address}explorer.html?view=region&Mt=3&Jmax=2&method=actual-requests`)
    await settled()
    expect(await page.locator('.why').textContent()).toContain('were evaluated')
    expect(await page.locator('[data-export="command"]').textContent()).toContain(
      '--communication-method actual-requests --sensing-method actual-requests',
    )
  })
})
