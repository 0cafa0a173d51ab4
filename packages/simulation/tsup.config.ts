import { libraryConfig } from '@isacnet/build'

/** The worker is no entry for others, but has to be a file. */
export default { ...libraryConfig, entry: ['src/index.ts', 'src/workers.ts', 'src/block-worker.ts'] }
