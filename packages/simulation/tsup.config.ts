import { libraryConfig } from '@isacnet/build'

/** The module that threads load is no entry for others, but has to be a file, beside the entry that names it. */
export default {
  ...libraryConfig,
  entry: { index: 'src/index.ts', blocks: 'src/blocks.ts', 'prepare-blocks': 'src/blocks/prepare-blocks.ts' },
}
