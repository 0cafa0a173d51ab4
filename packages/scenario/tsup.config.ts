import { libraryConfig } from '@isacnet/build'

/**
 * The part of mathjs that we use is built in: loading that takes 50 ms, loading all of mathjs 2 s. The JSON Schema is published beside
 * the code, under the URL that scenarios refer to.
 */
export default { ...libraryConfig, noExternal: ['mathjs'], splitting: true, publicDir: 'schema' }
