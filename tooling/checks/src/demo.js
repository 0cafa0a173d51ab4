// Builds the packages and shows the main job: every method side by side, each against a simulation, then a figure of the paper.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildPackages, readJson, repositoryRoot } from './workspace.js'

const output = 'isacnet-demo'
const formats = ['svg', 'png', 'csv']
const { packageManager } = readJson(join(repositoryRoot, 'package.json'))

/**
 * Runs the command from its sources' build, printing what a user would type for the same.
 *
 * @param {...string} args
 */
function isacnet(...args) {
  console.log(`\n$ npx -y ${packageManager} exec isacnet ${args.join(' ')}\n`)
  const { status, error } = spawnSync(process.execPath, [join('apps', 'cli', 'bin', 'isacnet.cjs'), ...args], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw error ?? new Error(`isacnet ${args.join(' ')} ended with ${status}`)
}

try {
  console.log('Building the packages…')
  buildPackages()

  isacnet('evaluate', '--compare')
  // Theorems beside a simulation that shares none of their assumptions on how to integrate.
  isacnet('validate', '--set', 'K=1', '--set', 'L=2', '--set', 'Q=2')

  const directory = join(repositoryRoot, output)
  rmSync(directory, { recursive: true, force: true })
  isacnet('reproduce', 'fig5', '--out', output, '--format', formats.join(','))

  const files = readdirSync(directory)
    .filter((name) => !name.startsWith('.'))
    .sort()
  for (const format of formats) {
    const written = files.filter((file) => file.endsWith(`.${format}`))
    if (written.length === 0) throw new Error(`isacnet reproduce wrote no ${format} to ${output}`)
    for (const file of written) {
      if (readFileSync(join(directory, file)).length === 0) throw new Error(`${output}/${file} is empty`)
    }
  }
  console.log('\nThe figure and its data:')
  for (const file of files) console.log(`  ${join(output, file)}  ${statSync(join(directory, file)).size} bytes`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
