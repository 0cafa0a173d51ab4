import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** One project per workspace package, named as the package's folder; tests run from sources, without a build. */
const projects = ['packages', 'apps', 'tooling'].flatMap((group) =>
  readdirSync(new URL(group, import.meta.url)).flatMap((name) => {
    const root = `${group}/${name}`
    const has = (file: string): boolean => existsSync(new URL(`${root}/${file}`, import.meta.url))
    const globalSetup = has('test/global-setup.ts') ? { globalSetup: 'test/global-setup.ts' } : {}
    return has('package.json')
      ? [{ extends: true as const, root, test: { name, include: ['{src,test}/**/*.test.{ts,js}'], ...globalSetup } }]
      : []
  }),
)

export default defineConfig({
  resolve: { conditions: ['@isacnet/source'] },
  ssr: {
    resolve: { conditions: ['@isacnet/source'], externalConditions: ['@isacnet/source'] },
  },
  test: {
    setupFiles: [fileURLToPath(new URL('tooling/checks/src/fixed-seed.js', import.meta.url))],
    projects,
    // All cores: by default one is kept free, which is half of a machine with two.
    maxWorkers: '100%',
    pool: 'threads',
    // A busy machine is slow, and no test of a time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts', 'apps/cli/src/**/*.ts'] },
  },
})
