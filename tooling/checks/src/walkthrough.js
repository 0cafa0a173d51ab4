import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { workingCopy } from './working-copy.js'

/**
 * A change of one file that a walkthrough shows: the whole text of a new file, or lines of one that is there.
 *
 * @typedef {object} Step
 * @property {string} path relative to the repository's root
 * @property {string} [text] of a new file
 * @property {Replacement[]} [replacements] in a file that is there
 */

/**
 * Lines that stand together, and what stands there afterwards.
 *
 * @typedef {object} Replacement
 * @property {string} before
 * @property {string} after
 */

/**
 * The steps of a walkthrough in a text such as CONTRIBUTING.md: its code blocks that name a file behind their language. A block ```` ```ts
 * <path> ```` is a new file, ```` ```diff <path> ```` a change of one, whose parts are separated by empty lines and have a blank, + or − at
 * the start of each line.
 *
 * @param {string} text
 * @param {string} heading of the walkthrough, without its number signs
 * @returns {Step[]}
 * @throws {Error} if there is no such heading, or no steps under it
 */
export const walkthroughSteps = (text, heading) => {
  const [, section] = text.split(`\n## ${heading}\n`)
  if (section === undefined) throw new Error(`there is no heading ‘${heading}’`)
  const own = section.split('\n## ')[0] ?? ''
  const steps = [...own.matchAll(/^```(\w+) (\S+)\n([\s\S]*?)^```$/gm)].map(([, language, path = '', content = '']) =>
    language === 'diff' ? { path, replacements: replacementsOf(content) } : { path, text: content },
  )
  if (steps.length === 0) throw new Error(`‘${heading}’ has no code blocks that name a file`)
  return steps
}

/**
 * @param {string} diff
 * @returns {Replacement[]}
 */
const replacementsOf = (diff) =>
  diff
    .trimEnd()
    .split('\n\n')
    .map((part) => {
      const lines = part.split('\n')
      const without = (/** @type {string} */ sign) =>
        lines
          .filter((line) => !line.startsWith(sign))
          .map((line) => line.slice(1))
          .join('\n')
      return { before: without('+'), after: without('-') }
    })

/**
 * Makes the changes of a walkthrough.
 *
 * @param {string} root of a copy of the repository
 * @param {readonly Step[]} steps
 * @throws {Error} for a new file that is there already, and for lines that aren't there once
 */
export const applySteps = (root, steps) => {
  for (const { path, text, replacements = [] } of steps) {
    const file = join(root, path)
    if (text !== undefined) {
      if (existsSync(file)) throw new Error(`‘${path}’ is there already`)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
      continue
    }
    let content = readFileSync(file, 'utf8')
    for (const { before, after } of replacements) {
      const found = `\n${content}`.split(`\n${before}\n`).length - 1
      if (found !== 1) throw new Error(`‘${before}’ must be in ‘${path}’ once, got ${found} times`)
      content = `\n${content}`.replace(`\n${before}\n`, () => `\n${after}\n`).slice(1)
    }
    writeFileSync(file, content)
  }
}

/**
 * A copy of the repository in which walkthroughs of CONTRIBUTING.md were followed to the letter. Programs in it run from its sources.
 *
 * @param {string} root of the repository
 * @param {readonly string[]} headings
 * @returns {{ root: string, remove: () => void }}
 */
export const followed = (root, headings) => {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
  const steps = headings.flatMap((heading) => walkthroughSteps(text, heading))
  const copy = workingCopy(root)
  try {
    applySteps(copy.root, steps)
  } catch (error) {
    copy.remove()
    throw error
  }
  return copy
}
