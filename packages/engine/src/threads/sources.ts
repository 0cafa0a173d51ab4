import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { PrepareBlocks } from '../blocks/block-work.js'

/** Defined where packages are built. */
declare const ISACNET_BUILT: true | undefined

/** CommonJS knows where a file is by another name. */
const here = typeof __filename === 'undefined' ? import.meta.url : pathToFileURL(__filename).href

/** The URL of a module that stands beside this one, be it built or a source. */
export const beside = (name: string): string =>
  new URL(`${name}.${typeof ISACNET_BUILT === 'undefined' ? 'ts' : 'js'}`, here).href

/** The loader that Node needs to run a thread from sources, which a build leaves out. */
export const threadArguments = (): readonly string[] | undefined =>
  typeof ISACNET_BUILT === 'undefined'
    ? [...['--import', pathToFileURL(createRequire(here).resolve('tsx')).href], ...['--conditions', '@isacnet/source']]
    : undefined

/** Loads a work's module in a thread. From sources, only `require` reads TypeScript there. */
export const loadWork = async (module: string): Promise<{ readonly default: PrepareBlocks }> =>
  typeof ISACNET_BUILT === 'undefined' && module.endsWith('.ts')
    ? createRequire(here)(fileURLToPath(module))
    : await import(module)
