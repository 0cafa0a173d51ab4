import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pagesFolder } from '../../workspace.js'

/** A page of the guide. */
export interface GuidePage {
  readonly title: string
  /** Its file in `pages`, such as `guide/who-pays.md`. */
  readonly path: string
  readonly text: string
}

/** The pages of the guide that have code. */
export const guidePages = (): GuidePage[] =>
  readdirSync(join(pagesFolder, 'guide'))
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(pagesFolder, 'guide', file), 'utf8')
      return { title: /^# (.*)$/m.exec(text)?.[1] ?? file, path: `guide/${file}`, text }
    })

/** The pages whose code uses a name. */
export const mentionsOf = (name: string, pages: readonly GuidePage[]): GuidePage[] =>
  pages.filter(({ text }) =>
    [...text.matchAll(/^```ts.*\n([\s\S]*?)^```$/gm)].some(([, code]) => new RegExp(`\\b${name}\\b`).test(code!)),
  )
