import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pagesFolder, publicFolder } from '../workspace.js'

/** Writes a page of the site; `editLink` is off, because nobody edits what a script makes. */
export const writePage = (name: string, markdown: string, frontmatter: readonly string[] = []): void => {
  write(join(pagesFolder, name), `---\n${[...frontmatter, 'editLink: false'].join('\n')}\n---\n\n${markdown.trim()}\n`)
}

/** Writes what a page includes. */
export const writePart = (name: string, markdown: string): void => {
  write(join(pagesFolder, 'parts', name), `${markdown.trim()}\n`)
}

/** Writes a file that is served as it is. */
export const writePublicFile = (name: string, content: string | Uint8Array): void => {
  write(join(publicFolder, name), content)
}

const write = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
