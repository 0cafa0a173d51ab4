import { libraryConfig } from '@isacnet/build'

export default { ...libraryConfig, entry: { index: 'src/index.ts', files: 'src/files.ts' } }
