import { cellMeans, stationRequests, topology, topologyDrop } from '@isacnet/drawing'
import { defineNetwork, fromNats } from '@isacnet/model'
import { defineSimulation, dropStages } from '@isacnet/simulation'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initialExplorerState } from '../src/explorer/state/explorer-state.js'
import { seriousViolations } from './accessibility.js'
import { downloadOf, hasBrowser, newPage, type OpenedSite, openSite, patience, watchPage } from './browser.js'

/** A drop in which some requests are abandoned. */
const query = '?view=drop&Mt=12&K=3&Q=3&seed=3'

const dropOf = (withheld: readonly number[] = []) => {
  const changes = { transmitAntennas: 12, usersPerCell: 3, sensingClusterSize: 3 }
  const network = defineNetwork({ ...initialExplorerState.values, ...changes })
  const definition = defineSimulation(network, { fidelity: 'channel', seed: 3 })
  return topology(definition, topologyDrop(definition), { otherRequests: true, rates: true, withheld })
}

describe.skipIf(!hasBrowser)('a drop in the explorer', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    page = await newPage(site)
  }, patience)
  afterAll(() => site?.close())

  const drawn = (): Promise<unknown> =>
    page.waitForSelector('.drop .answer[data-shows="answer"]:not(.old) .drop-picture svg')
  const open = async (more = ''): Promise<void> => {
    await page.goto(`${site.address}explorer.html${query}${more}`)
    await drawn()
  }
  const rate = (kind: string, index: number, stage: string): Promise<string | null> =>
    page.locator(`[data-rate="${kind} ${index} ${stage}"]`).textContent()
  const expectRates = async (drop: ReturnType<typeof dropOf>, unit: 'nats' | 'bits' = 'nats'): Promise<void> => {
    for (const [kind, receivers] of [
      ['communication', drop.users],
      ['sensing', drop.targets],
    ] as const)
      for (const { index, station, rates } of receivers) {
        if (station !== drop.cell) continue
        for (const stage of dropStages)
          await expect
            .poll(() => rate(kind, index, stage), { timeout: patience })
            .toBe(fromNats(rates![stage], unit).toFixed(2))
      }
  }

  it('has everybody’s rate at each stage, in the table, in the picture and in a sentence', {
    timeout: patience,
  }, async () => {
    const { faults, stop } = watchPage(page, site.address)
    await open()
    const drop = dropOf()
    expect(drop.counts.abandoned).toBeGreaterThan(10)
    await expectRates(drop)
    for (const stage of dropStages) {
      const { users, targets } = cellMeans(drop, stage)!
      const button = page.locator(`[data-stage="${stage}"]`)
      expect(await button.textContent()).toContain(`users ${users.toFixed(2)} · targets ${targets.toFixed(2)}`)
      await button.click()
      expect(await button.getAttribute('aria-pressed')).toBe('true')
      const own = drop.users.find(({ station }) => station === drop.cell)!
      await expect
        .poll(() => page.locator('.drop-picture [aria-label="rates"]').textContent())
        .toContain(own.rates![stage].toFixed(2))
      await expect
        .poll(() => page.locator('.drop-picture g[data-request]').count())
        .toBe(stage === 'no-nulling' ? 0 : drop.requests.length)
      if (stage !== 'abandonment') await page.waitForURL(new RegExp(`stage=${stage}`))
      const command = await page.locator('[data-export="command"]').textContent()
      expect(command?.includes(`--stage ${stage}`)).toBe(stage !== 'abandonment')
    }
    expect(await page.locator('.drop-sentence').textContent()).toContain(
      `Of ${drop.counts.requests} requests in the drop ${drop.counts.abandoned} are abandoned`,
    )
    await page.locator('#explorer-unit').selectOption('bits')
    await expectRates(drop, 'bits')
    stop()
    expect(faults).toEqual([])
  })

  it('leaves out a request that is toggled, and puts that in the link and the command', {
    timeout: patience,
  }, async () => {
    await open()
    await page.locator('[data-toggle="2"]').uncheck()
    await expectRates(dropOf([2]))
    await page.waitForURL(/without=2/)
    expect(await page.locator('[data-export="command"]').textContent()).toMatch(/ --without 2$/)
    await open('&without=2,5&stage=nulling')
    await expectRates(dropOf([2, 5]))
    expect(await page.locator('[data-toggle]:not(:checked)').count()).toBe(2)
    // Another drop is told from its beginning.
    await page.getByRole('button', { name: 'Next drop' }).click()
    await page.waitForURL(/seed=4/)
    expect(page.url()).not.toContain('without')
  })

  it('says of a base station who asked it and what became of that: by mouse, keyboard and touch', {
    timeout: patience,
  }, async () => {
    await open()
    const drop = dropOf()
    const { view } = drop
    const busiest = drop.stations
      .filter(({ x, y }) => x > view.left && x < view.right && y > view.bottom && y < view.top)
      .toSorted((one, other) => other.requests - one.requests)[0]!
    const made = stationRequests(drop, busiest.index, 'abandonment')
    const refused = made.filter(({ granted }) => !granted).length
    expect(refused).toBeGreaterThan(0)
    const told = page.locator('.drop-station')
    const expectTold = async (): Promise<void> => {
      await expect.poll(() => told.textContent(), { timeout: patience }).toContain(`Base station ${busiest.index}`)
      expect(await told.textContent()).toContain(`asked by (${made.length})`)
      expect(await told.textContent()).toContain(`nulls (${made.length - refused} of at most 9)`)
      expect(await told.textContent()).toContain(`abandoned (${refused})`)
      expect(await page.locator('[data-shown-station] g').count()).toBe(made.length)
    }
    const mark = page.locator(`.drop-picture [data-station="${busiest.index}"]`)
    await mark.scrollIntoViewIfNeeded()
    const box = (await mark.boundingBox())!
    const middle = [box.x + box.width / 2, box.y + box.height / 2] as const
    await page.mouse.move(...middle)
    await expectTold()
    await page.mouse.move(5, 5)
    await expect.poll(() => told.textContent()).toContain('Point at a base station')
    await mark.focus()
    await expectTold()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => told.textContent()).not.toContain(`Base station ${busiest.index}`)
    await page.keyboard.press('Escape')
    await expect.poll(() => told.textContent()).toContain('Point at a base station')
    await page.mouse.click(...middle)
    await page.mouse.move(5, 5)
    await expectTold()
  })

  it('saves rates and requests as CSV', { timeout: patience }, async () => {
    await open()
    const file = await downloadOf(page.locator('.view.drop .exports button', { hasText: 'CSV' }))
    const rows = file.toString('utf8').trimEnd().split('\r\n')
    const { users, targets, requests, otherRequests } = dropOf()
    expect(rows).toHaveLength(1 + users.length + targets.length + requests.length + otherRequests.length)
    const own = users[0]!
    const [what, ...numbers] = rows[1]!.split(',')
    expect(what).toBe('user')
    // Browsers round logarithms in their own way.
    for (const [i, number] of [
      own.index,
      own.station,
      own.x,
      own.y,
      ...dropStages.map((stage) => own.rates![stage]),
    ].entries())
      expect(Number(numbers[i]) / number).toBeCloseTo(1, 10)
    expect(rows.filter((row) => row.endsWith(',abandoned'))).toHaveLength(
      [...requests, ...otherRequests].filter(({ accepted }) => !accepted).length,
    )
  })

  it.each([
    [390, 'light'],
    [390, 'dark'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)('has all of it at %d pixels in a %s theme', { timeout: patience }, async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    try {
      await open()
      const beyond = await page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement
        return [...document.querySelectorAll('.drop-lecture *')]
          .filter((element) => element.closest('svg') === null || element.tagName === 'svg')
          .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
          .map((element) => element.outerHTML.slice(0, 120))
          .concat(scrollWidth > clientWidth ? [`the page: ${scrollWidth}`] : [])
      })
      expect(beyond).toEqual([])
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('.drop-lecture :is(button, label, input[type="text"])')]
          .filter((element) => element.checkVisibility() && element.getAttribute('for') !== 'drop-seed')
          .filter((element) => element.getBoundingClientRect().height < 43.5)
          .map((element) => element.outerHTML.slice(0, 120)),
      )
      expect(small).toEqual([])
      expect(await seriousViolations(page)).toEqual([])
    } finally {
      await page.setViewportSize({ width: 1440, height: 1000 })
      await page.emulateMedia({ colorScheme: null })
    }
  })

  it('fills the screen, and leaves it', { timeout: patience }, async () => {
    await open()
    await page.getByRole('button', { name: 'Full screen' }).click()
    await expect
      .poll(() => page.evaluate(() => document.fullscreenElement?.className), { timeout: patience })
      .toBe('drop-lecture')
    await page.getByRole('button', { name: 'Leave full screen' }).click()
    await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true)
  })
})
