export {
  type CompleteFile,
  type CompleteFilesOptions,
  temporaryName,
  type WriteBytes,
  writeCompleteFiles,
} from './files/complete-files.js'
