import { libraryConfig } from '@isacnet/build'

/** The worker is no entry for others, but has to be a file, beside what starts it. */
export default {
  ...libraryConfig,
  entry: { index: 'src/index.ts', workers: 'src/workers.ts', 'block-worker': 'src/workers/block-worker.ts' },
}
