import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { OpenedSite } from './site-build.js'

export interface LoadedScript {
  readonly url: string
  /** In bytes, gzipped. */
  readonly size: number
}

/** The scripts that the explorer loads until it has shown its first view, those of its worker included. */
export const firstViewScripts = async (
  { address, browser }: OpenedSite,
  folder: string,
  timeout: number,
): Promise<LoadedScript[]> => {
  const page = await browser.newPage({ serviceWorkers: 'block' })
  // A worker's script is asked for by the worker; requests of both are seen by the context.
  const asked = new Set<string>()
  page.context().on('request', (request) => asked.add(request.url()))
  await page.goto(`${address}explorer.html`, { timeout })
  await page.waitForSelector('.explorer[data-settled="true"]', { timeout })
  await page.context().close()
  return [...asked]
    .filter((url) => url.endsWith('.js'))
    .map((url) => ({ url, size: gzipSync(readFileSync(join(folder, url.slice(address.length)))).length }))
}
