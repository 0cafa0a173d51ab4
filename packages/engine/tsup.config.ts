import { libraryConfig } from '@isacnet/build'

/** The program of threads is no entry for others, but has to be a file. It runs on Node only. */
export default {
  ...libraryConfig,
  platform: 'node' as const,
  entry: {
    index: 'src/index.ts',
    redis: 'src/redis.ts',
    provenance: 'src/provenance.ts',
    thread: 'src/threads/thread.ts',
  },
  define: { ISACNET_BUILT: 'true' },
}
