import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { hasBrowser, pageNames, patience, siteFolder } from './browser.js'

const base = '/isacnet/'

interface Parsed {
  readonly ids: ReadonlySet<string>
  readonly targets: readonly string[]
}

const parsed = new Map<string, Parsed>()

const parse = (page: string): Parsed => {
  const known = parsed.get(page)
  if (known !== undefined) return known
  const { document } = parseHTML(readFileSync(join(siteFolder, page), 'utf8'))
  const attributes = (selector: string, name: string): string[] =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '')
  const read: Parsed = {
    ids: new Set(attributes('[id]', 'id')),
    targets: [...attributes('a[href]', 'href'), ...attributes('link[href]', 'href'), ...attributes('[src]', 'src')],
  }
  parsed.set(page, read)
  return read
}

/** Why a link leads nowhere; `undefined` if it leads somewhere, or to another host. */
const fault = (page: string, target: string): string | undefined => {
  if (/^(https?:|mailto:|data:)/.test(target)) return undefined
  const [address = '', anchor] = target.split('#')
  const path = address.replace(/\?.*$/, '')
  if (path.startsWith('/') && !path.startsWith(base)) return `${page}: ${target} is outside of the site`
  const absolute =
    path === '' ? page : path.startsWith(base) ? path.slice(base.length) : posix.join(posix.dirname(page), path)
  const candidates = [absolute, posix.join(absolute, 'index.html'), `${absolute}.html`]
  const file = candidates.find((name) => name !== '' && existsSync(join(siteFolder, name)) && /\.\w+$/.test(name))
  if (file === undefined) return `${page}: ${target} does not exist`
  if (anchor === undefined || anchor === '' || !file.endsWith('.html')) return undefined
  return parse(file).ids.has(decodeURIComponent(anchor)) ? undefined : `${page}: ${target} has no such anchor`
}

describe.skipIf(!hasBrowser)('the built site', () => {
  it('has no dead link or anchor', { timeout: patience }, () => {
    const pages = pageNames().filter((page) => page !== '404.html')
    expect(pages.length).toBeGreaterThan(20)
    const faults = pages.flatMap((page) => parse(page).targets.map((target) => fault(page, target)))
    expect(faults.length).toBeGreaterThan(500)
    expect(faults.filter((found) => found !== undefined)).toEqual([])
  })
})
