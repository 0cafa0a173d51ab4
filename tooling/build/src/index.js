import { defineConfig } from 'tsup'

/** A published library: ESM, CJS and types from `src/index.ts`. */
export const libraryConfig = defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  target: 'node20',
  platform: 'neutral',
  sourcemap: true,
  treeshake: true,
})
