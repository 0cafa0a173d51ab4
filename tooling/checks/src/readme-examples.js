import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const workspace = fileURLToPath(new URL('../../..', import.meta.url))

/** The output that `// → …` comments promise of a block: one line for each comment; a following `//   …` line continues it. */
function expectedOutput(code) {
  const lines = []
  let open = false
  for (const line of code.split('\n')) {
    const arrow = line.match(/\/\/ → ?(.*)$/)
    const more = open ? line.match(/^\s*\/\/ {3}(.*)$/) : null
    if (arrow) lines.push(arrow[1].trimEnd())
    else if (more) lines.push(more[1].trimEnd())
    open = Boolean(arrow ?? more)
  }
  return lines
}

/**
 * Runs every ```ts block of a Markdown file as a module of the package the file lies in, or another, from sources, and returns for
 * each what its `// → value` comments promise and what it printed, line by line. A block that throws rejects. Blocks
 * fenced as ```ts no-run are left out.
 *
 * @param {string} markdownPath
 * @param {string} folder of the package
 * @returns {Promise<Array<{ code: string, expected: string[], actual: string[] }>>}
 */
export async function runExamples(markdownPath, folder = dirname(resolve(markdownPath))) {
  const markdown = await readFile(markdownPath, 'utf8')
  const blocks = [...markdown.matchAll(/^```ts[ \t]*\n([\s\S]*?)^```[ \t]*$/gm)].map((match) => match[1])
  const scratch = await mkdtemp(join(folder, '.examples-'))
  try {
    const results = []
    for (const [index, code] of blocks.entries()) {
      const file = join(scratch, `example-${index + 1}.mts`)
      await writeFile(file, code)
      const { stdout } = await run(process.execPath, ['--import', 'tsx', '--conditions', '@isacnet/source', file], {
        cwd: workspace,
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', NODE_OPTIONS: '' },
      })
      const actual =
        stdout === ''
          ? []
          : stdout
              .replace(/\n$/, '')
              .split('\n')
              .map((line) => line.trimEnd())
      results.push({ code, expected: expectedOutput(code), actual })
    }
    return results
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
