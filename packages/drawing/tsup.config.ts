import { libraryConfig } from '@isacnet/build'

/** d3-dsv has modules only, which CommonJS can't load on every Node 20: the few lines that are used of it become part of ours. */
export default { ...libraryConfig, noExternal: ['d3-dsv'] }
