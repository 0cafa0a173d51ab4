import { libraryConfig } from '@isacnet/build'

/** What threads run is no entry for others, but has to be a file. It runs on Node only. */
export default { ...libraryConfig, platform: 'node' as const, entry: ['src/index.ts', 'src/block-thread.ts'] }
