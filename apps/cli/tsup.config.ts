import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { defineConfig } from 'tsup'

/** The commit that is built, with `-dirty` where files differ from it; `null` outside a repository. */
const commit = (): string | null => {
  try {
    const git = ['describe', '--always', '--dirty', '--abbrev=40', '--exclude=*']
    return execFileSync('git', git, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}

/** One chunk per command, so that `--help` loads none of them. */
export default defineConfig({
  entry: ['src/main.ts'],
  format: ['esm'],
  target: 'node20',
  platform: 'node',
  splitting: true,
  clean: true,
  sourcemap: true,
  publicDir: 'schemas',
  define: { ISACNET_COMMIT: JSON.stringify(commit()) },
  // What is asked most is written down, for `bin/isacnet.cjs` to print without loading the program.
  onSuccess: async () => {
    const help = execFileSync(process.execPath, ['dist/main.js', 'help'], { encoding: 'utf8' })
    writeFileSync('dist/help.json', JSON.stringify(help))
  },
})
