import { libraryConfig } from '@isacnet/build'

/** earcut has modules only, which CommonJS can't load on every Node 20: it becomes part of ours. */
export default { ...libraryConfig, noExternal: ['earcut'] }
