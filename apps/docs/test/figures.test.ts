import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { communicationRate, sensingRate } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { parseHTML } from 'linkedom'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initialExplorerState } from '../src/explorer/state/explorer-state.js'
import { readPermalink } from '../src/explorer/state/link/permalink.js'
import { hasBrowser, newPage, type OpenedSite, openSite, pageNames, patience, siteFolder } from './browser.js'

const figurePages = hasBrowser ? pageNames().filter((name) => /^gallery\/(?!index)/.test(name)) : []

describe.skipIf(!hasBrowser)('the pages of figures', () => {
  let site: OpenedSite
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    page = await newPage(site, { colorScheme: 'dark' })
  }, patience)
  afterAll(() => site?.close())

  const open = async (name: string): Promise<void> => {
    await page.goto(site.address + name, { timeout: patience })
    await page.waitForFunction(() => '__vue_app__' in document.querySelector('#app')!, undefined, { timeout: patience })
  }

  it.each(figurePages)('%s leads to the explorer with its network', (name) => {
    const { document } = parseHTML(readFileSync(join(siteFolder, name), 'utf8'))
    const link = document.querySelector('a.in-explorer')?.getAttribute('href') ?? ''
    expect(link).toMatch(/^\/isacnet\/explorer\.html\?/)
    expect(readPermalink(link.replace(/^.*\?/, '')).problems).toEqual([])
  })

  it('enlarge on a phone, and close', { timeout: patience }, async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open('gallery/fig5.html')
    await page.locator('a.enlarge').click()
    const large = page.locator('dialog.enlarged img')
    expect((await large.boundingBox())?.width).toBeGreaterThanOrEqual(820)
    expect(await large.evaluate((image: HTMLImageElement) => image.alt)).toContain('Figure 5')
    await page.locator('dialog.enlarged button').click()
    await page.locator('dialog').waitFor({ state: 'detached' })
    await page.locator('a.enlarge').focus()
    await page.keyboard.press('Enter')
    await large.waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
  })

  it('are dark on a dark page, in the hues that they have', { timeout: patience }, async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await open('gallery/fig5.html')
    const shot = await page.locator('.paper-figure img').screenshot()
    const mean = await page.evaluate(async (data) => {
      const image = new Image()
      image.src = `data:image/png;base64,${data}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const { data: pixels } = context.getImageData(0, 0, image.width, image.height)
      let sum = 0
      let [bluest, mostBlue] = [[0, 0, 0], 0]
      for (let at = 0; at < pixels.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = pixels.slice(at, at + 3)
        sum += (red + green + blue) / 3
        if (blue - red > mostBlue) [bluest, mostBlue] = [[red, green, blue], blue - red]
      }
      return { brightness: sum / (pixels.length / 4), bluest }
    }, shot.toString('base64'))
    expect(mean.brightness).toBeLessThan(70)
    const [red = 0, green = 0, blue = 0] = mean.bluest
    expect(blue, String(mean.bluest)).toBeGreaterThan(green)
    expect(green, String(mean.bluest)).toBeGreaterThan(red)
  })

  it('are printed without navigation, black on white', { timeout: patience }, async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await open('gallery/fig5.html')
    await page.emulateMedia({ media: 'print' })
    for (const selector of ['.VPNav', '.VPSidebar', '.VPDocFooter', '.VPFooter'])
      expect(await page.locator(selector).first().isVisible(), selector).toBe(false)
    const style = await page.evaluate(() => {
      const of = (selector: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(selector)!)
      return {
        text: of('.vp-doc p').color,
        paper: of('body').backgroundColor,
        link: of('.vp-doc a:not(.header-anchor)').color,
        picture: of('.paper-figure img').filter,
        left: document.querySelector('.vp-doc')!.getBoundingClientRect().left,
      }
    })
    expect(style).toEqual({
      text: 'rgb(0, 0, 0)',
      paper: 'rgb(255, 255, 255)',
      link: 'rgb(0, 0, 0)',
      picture: 'none',
      left: 0,
    })
    await page.emulateMedia({ media: 'screen' })
  })
})

describe.skipIf(!hasBrowser)('the explorer without script', () => {
  it('shows a picture and the numbers of its first network', { timeout: patience }, async () => {
    const site = await openSite()
    const context = await site.browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(`${site.address}explorer.html`, { timeout: patience })
    const part = page.locator('.without-script')
    expect(await part.locator('img').isVisible()).toBe(true)
    const text = await part.textContent()
    const network = defineNetwork(initialExplorerState.values)
    expect(text).toContain(communicationRate(network).value.toFixed(4))
    expect(text).toContain(communicationRate(network, { method: 'theorem-1' }).value.toFixed(4))
    expect(text).toContain(sensingRate(network).value.toFixed(4))
    const scripted = await site.browser.newPage({ serviceWorkers: 'block' })
    await scripted.goto(`${site.address}explorer.html`, { timeout: patience })
    expect(await scripted.locator('.without-script').isVisible()).toBe(false)
    await site.close()
  })
})
