import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { repositoryRoot, workspacePackages } from '../scripts/workspace.js'
import { hasBrowser, patience, siteFolder } from './browser.js'

const isClass = (value: object): boolean => /^class\b/.test(Function.prototype.toString.call(value))

const entries = workspacePackages().flatMap(({ entries }) => entries)

const mainOf = (file: string): Element =>
  parseHTML(readFileSync(join(siteFolder, file), 'utf8')).document.querySelector('main')!

const textOf = (file: string): string => mainOf(file).textContent ?? ''

/** What a browser makes of a line has its own spaces. */
const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe.skipIf(!hasBrowser)('the reference', () => {
  it.each(entries)('$name has an overview, and each of its functions a page', { timeout: patience }, async (entry) => {
    const path = join(repositoryRoot, entry.source)
    const exported: Record<string, unknown> = await import(path)
    const functions = Object.entries(exported).filter(([, value]) => typeof value === 'function' && !isClass(value))
    const overview = readFileSync(join(siteFolder, `api/${entry.page}.html`), 'utf8')

    expect(words(textOf(`api/${entry.page}.html`))).toContain(entry.name)
    for (const [name] of functions) {
      const page = `api/${entry.page}/${name}.html`
      expect(existsSync(join(siteFolder, page)), page).toBe(true)
      expect(overview, `the overview links ${name}`).toContain(`/${entry.page}/${name}.html"`)
      const main = mainOf(page)
      const text = words(main.textContent ?? '')
      expect(text, page).toMatch(new RegExp(`(function|const) ${name}\\b`))
      const examples = [...main.querySelectorAll('[id^="example"] ~ .language-ts')].map((code) => code.textContent)
      expect(examples.join(), `the example of ${page}`).toContain(name)
    }
  })

  it('shows examples with what they import', () => {
    const text = words(textOf('api/analysis/communicationRate.html'))
    expect(text).toContain("import { communicationRate } from '@isacnet/analysis'")
    expect(text).toContain("import { defineNetwork } from '@isacnet/model'")
  })
})
