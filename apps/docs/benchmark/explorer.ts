// How fast the explorer can be used, and what a slider costs: measured in Chromium over the built site. `pnpm bench explorer`.
import { fileURLToPath } from 'node:url'
import { communicationRate } from '@isacnet/analysis'
import { percentile } from '@isacnet/benchmarks/percentile'
import { defineNetwork } from '@isacnet/model'
import type { Browser, Page } from 'playwright-core'
import { initialExplorerState } from '../src/explorer/state/explorer-state.js'
import type { ExplorerParameter } from '../src/explorer/state/parameters/explorer-parameters.js'
import { onScale, parameterRange } from '../src/explorer/state/parameters/parameter-range.js'
import { firstViewScripts } from '../test/first-view-scripts.js'
import { buildSite, findChromium, openFolder } from '../test/site-build.js'
import { type DragLatency, dragLatency, type Spread } from './drag-latency.js'
import type { InstrumentsLog } from './instruments-log.js'

const loads = 15
const timeout = 60_000
const instruments = fileURLToPath(new URL('instruments.js', import.meta.url))

declare global {
  interface Window {
    readonly instruments: InstrumentsLog
    watchFrames(): void
  }
}

/** A slider that is drawn from one value to another and back, one step of the mouse for each of its own. */
interface Drag {
  readonly symbol: string
  readonly parameter: ExplorerParameter
  readonly axis: ExplorerParameter
  readonly from: number
  readonly to: number
}

const drags: readonly Drag[] = [
  { symbol: 'K', parameter: 'usersPerCell', axis: 'transmitAntennas', from: 1, to: 9 },
  { symbol: 'M_t', parameter: 'transmitAntennas', axis: 'usersPerCell', from: 12, to: 64 },
  { symbol: 'L', parameter: 'communicationClusterSize', axis: 'transmitAntennas', from: 1, to: 8 },
  { symbol: 'α', parameter: 'pathLossExponent', axis: 'usersPerCell', from: 2.1, to: 6 },
  { symbol: 'β', parameter: 'echoPathLossExponent', axis: 'usersPerCell', from: 1.1, to: 3 },
  { symbol: 'N₀', parameter: 'noisePower', axis: 'usersPerCell', from: 0, to: 1 },
]

/** At least so many movements, in whole ways forth and back. */
const movements = 150

const newPage = async (browser: Browser): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, serviceWorkers: 'block' })
  page.setDefaultTimeout(timeout)
  await page.addInitScript({ path: instruments })
  return page
}

const settled = (page: Page): Promise<unknown> => page.waitForSelector('.explorer[data-settled="true"]')

const milestones = async (page: Page, url: string): Promise<Required<InstrumentsLog['milestones']>> => {
  await page.goto(url)
  await settled(page)
  const { mounted, numbers, settled: all } = await page.evaluate(() => window.instruments.milestones)
  if (mounted === undefined || numbers === undefined || all === undefined) throw new Error('the explorer did not show')
  return { mounted, numbers, settled: all }
}

const measureLoads = async (browser: Browser, url: string): Promise<void> => {
  const [empty, full]: [Required<InstrumentsLog['milestones']>[], Required<InstrumentsLog['milestones']>[]] = [[], []]
  // Each page has a context, and so a cache, of its own. The first one also pays for the browser's start.
  await (await newPage(browser)).goto(url)
  for (let load = 0; load < loads; load++) {
    const page = await newPage(browser)
    empty.push(await milestones(page, url))
    full.push(await milestones(page, url))
    await page.context().close()
  }
  console.log(
    `From the navigation until …, ${loads} times, by a server on the same machine: median ms (95th percentile)`,
  )
  for (const [name, key] of [
    ['the controls can be used', 'mounted'],
    ['the first numbers are there', 'numbers'],
    ['all curves are there', 'settled'],
  ] as const) {
    const shown = [empty, full].map((all) => {
      const times = all.map(({ [key]: time }) => time)
      return `${percentile(times, 0.5).toFixed(0)} (${percentile(times, 0.95).toFixed(0)})`
    })
    console.log(`  ${name.padEnd(28)} empty cache ${shown[0]!.padEnd(12)} full cache ${shown[1]}`)
  }
}

const stepsOf = ({ parameter, from, to }: Pick<Drag, 'parameter' | 'from' | 'to'>): number =>
  Math.round((to - from) / parameterRange(parameter).step)

/** Values of whole ways forth and back, a slider's step each. */
const way = ({ parameter, from, to }: Drag): number[] => {
  const { step } = parameterRange(parameter)
  const steps = stepsOf({ parameter, from, to })
  const ways = Math.ceil(movements / (2 * steps))
  return Array.from({ length: 2 * steps * ways }, (_, index) => {
    const place = (index + 1) % (2 * steps)
    return from + step * (place <= steps ? place : 2 * steps - place)
  })
}

/** So many single steps, with so long a rest after each, in milliseconds. */
const singleSteps = 6
const restAfterStep = 500

const openSlider = async (page: Page, url: string, { parameter, axis }: Drag) => {
  await page.goto(`${url}?axis=${axis}`)
  await settled(page)
  await page.evaluate(() => {
    for (const group of document.querySelectorAll<HTMLDetailsElement>('.parameter-group')) group.open = true
  })
  const slider = page.locator(`[data-slider="${parameter}"]`)
  await slider.scrollIntoViewIfNeeded()
  return slider
}

/** The cost of single steps of a slider, by the keyboard, after a rest. */
const measureSteps = async (page: Page, url: string, drag: Drag): Promise<DragLatency> => {
  const slider = await openSlider(page, url, drag)
  await slider.focus()
  await page.waitForTimeout(2 * restAfterStep)
  await page.evaluate(() => {
    window.instruments.inputs.length = 0
    window.watchFrames()
  })
  for (let step = 0; step < singleSteps; step++) {
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(restAfterStep)
  }
  return dragLatency(await page.evaluate(() => window.instruments))
}

/** The cost of drawing a slider. */
const measureDrag = async (
  page: Page,
  url: string,
  drag: Drag,
): Promise<{ latency: DragLatency; firstWay: DragLatency }> => {
  const { parameter, from } = drag
  const slider = await openSlider(page, url, drag)
  const box = await slider.boundingBox()
  if (box === null) throw new Error(`the slider of ${parameter} is not there`)
  const range = parameterRange(parameter)
  const [first, last] = [onScale(range, range.from), onScale(range, range.to)]
  // The middle of the thumb, which is as wide as it is high, goes from edge to edge.
  const thumb = 16
  const at = (value: number): [number, number] => [
    box.x + thumb / 2 + ((onScale(range, value) - first) / (last - first)) * (box.width - thumb),
    box.y + box.height / 2,
  ]
  await page.mouse.move(...at(from))
  await page.mouse.down()
  await settled(page)
  await page.evaluate(() => {
    window.instruments.inputs.length = 0
    window.watchFrames()
  })
  for (const value of way(drag)) await page.mouse.move(...at(value))
  await page.mouse.up()
  await settled(page)
  await page.waitForTimeout(200)
  const log = await page.evaluate(() => window.instruments)
  const value = Number(await page.locator(`[data-parameter="${parameter}"]`).inputValue())
  const network = defineNetwork({ ...initialExplorerState.values, [parameter]: value })
  const rate = await page.locator('[data-readout="R_c"]').textContent()
  const expected = `${communicationRate(network).value.toPrecision(5)}nat/s/Hz`
  if (rate !== expected) throw new Error(`${parameter} = ${value}: the explorer shows ${rate}, not ${expected}`)
  return {
    latency: dragLatency(log),
    firstWay: dragLatency({ ...log, inputs: log.inputs.slice(0, stepsOf(drag)) }),
  }
}

const spreadText = ({ median, p95, longest }: Spread): string =>
  [median, p95, longest].map((time) => time.toFixed(1).padStart(9)).join('')

const measureDrags = async (browser: Browser, url: string): Promise<void> => {
  console.log('A slider, by single steps and dragged without a rest: ms, median, 95th percentile, longest')
  for (const drag of drags) {
    const page = await newPage(browser)
    const steps = await measureSteps(page, url, drag)
    await page.context().close()
    const another = await newPage(browser)
    const { latency, firstWay } = await measureDrag(another, url, drag)
    await another.context().close()
    const { handler, nextFrame, frame, inputs, frames, missed, coarseCurves, curves: shown } = latency
    console.log(
      [
        `  ${drag.symbol}, ${steps.inputs} single steps after a rest`,
        `    curves of the value are complete ${spreadText(steps.curves)}`,
        `  ${drag.symbol} from ${drag.from} to ${drag.to} and back: ${inputs} events, ${frames} frames, ` +
          `${(100 * missed).toFixed(1)} % of frames missed`,
        `    the event is handled             ${spreadText(handler)}`,
        `    the next frame is painted        ${spreadText(nextFrame)}`,
        `    from a frame to the next         ${spreadText(frame)}`,
        `    curves of the value are begun    ${spreadText(coarseCurves)}`,
        `    curves of the value are complete ${spreadText(shown)}`,
        `    … on the first way, ${String(firstWay.inputs).padStart(2)} values     ${spreadText(firstWay.curves)}`,
      ].join('\n'),
    )
  }
}

const chromium = findChromium()
if (chromium === null) {
  console.error('explorer: no Chromium; install it, or name its program in CHROMIUM')
  process.exit(1)
}
const folder = await buildSite()
const site = await openFolder(folder, chromium)
try {
  const url = `${site.address}explorer.html`
  const scripts = await firstViewScripts(site, folder, timeout)
  const bytes = scripts.reduce((sum, { size }) => sum + size, 0)
  console.log(`Chromium ${site.browser.version()}, without a graphics processor`)
  console.log(
    `First view: ${(bytes / 1000).toFixed(1)} kB of JavaScript, gzipped, in ${scripts.length} files (aim 160 kB)`,
  )
  await measureLoads(site.browser, url)
  await measureDrags(site.browser, url)
} finally {
  await site.close()
}
