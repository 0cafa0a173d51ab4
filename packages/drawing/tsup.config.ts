export { libraryConfig as default } from '@isacnet/build'
