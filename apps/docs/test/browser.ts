import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { BrowserContextOptions, ConsoleMessage, Locator, Page, Request, Response } from 'playwright-core'
import { inject } from 'vitest'
import { builtSite, type OpenedSite, openFolder } from './site-build.js'

/** Whether there is a browser, and so a site to look at; without one, tests are skipped by name. */
export const hasBrowser = inject('siteState') !== null

/** In milliseconds: what a step may take on a machine that has much else to do. */
export const patience = 180_000

const stateFile = inject('siteState')

/** The built site, once it is. */
export const siteFolder = stateFile === null ? '' : await builtSite(stateFile)

export type { OpenedSite }

export const openSite = (): Promise<OpenedSite> => openFolder(siteFolder, inject('chromium') ?? '')

/** A page of a desktop, of which nothing is kept from one to the next and nothing moves by itself. */
export const newPage = async ({ browser }: OpenedSite, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1000 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...options,
  })
  page.setDefaultTimeout(patience)
  return page
}

/** The file that a button offers. */
export const downloadOf = async (button: Locator): Promise<Buffer> => {
  const [download] = await Promise.all([button.page().waitForEvent('download'), button.click()])
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Addresses of all pages from the site's base, such as `guide/index.html`. */
export const pageNames = (folder = siteFolder): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()

/** Collects the failures of a page that is looked at: errors of its console, exceptions, failed and foreign requests. */
export interface PageWatch {
  readonly faults: readonly string[]
  stop(): void
}

export const watchPage = (page: Page, address: string): PageWatch => {
  const faults: string[] = []
  const { origin } = new URL(address)
  const onConsole = (message: ConsoleMessage): void => {
    // Tests that aren't about being offline block the service worker.
    if (message.text().startsWith('Service Worker registration blocked by Playwright')) return
    if (message.type() === 'error' || message.type() === 'warning')
      faults.push(`console ${message.type()}: ${message.text()}`)
  }
  const onError = (error: Error): void => void faults.push(`exception: ${error.message}`)
  const onRequest = (request: Request): void => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) faults.push(`foreign request: ${url}`)
  }
  const onResponse = (response: Response): void => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  }
  page.on('console', onConsole)
  page.on('pageerror', onError)
  page.on('request', onRequest)
  page.on('response', onResponse)
  return {
    faults,
    stop: () => {
      page.off('console', onConsole)
      page.off('pageerror', onError)
      page.off('request', onRequest)
      page.off('response', onResponse)
    },
  }
}
