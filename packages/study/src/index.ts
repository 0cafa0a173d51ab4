export { type ComputationVersions, computationVersions, type PackageVersions } from './computation-versions.js'
export {
  type ComparedQuantity,
  diffResults,
  type ManifestDifference,
  type ResultsDiff,
  type StudyResults,
  type ValueDifference,
} from './diff-results.js'
export { MergeError, mergeShards } from './merge-shards.js'
export { readResults, StudyResultsError } from './read-results.js'
export { type ResultCache, resultCache } from './result-cache.js'
export type { ResultRow, ResultValue } from './result-row.js'
export { runStudy, type StudyProgress, type StudyRun, type StudyRunOptions } from './run-study.js'
export type { Shard } from './shard.js'
export {
  type ExistingStudy,
  openStudyDirectory,
  type StudyDirectory,
  type StudyDirectoryOptions,
} from './study-directory.js'
export { StudyDirectoryError, StudyFileError } from './study-file-error.js'
export type { Producer } from './study-manifest.js'
export { type StudyTask, studyTasks, type TaskContent, taskSimulation } from './study-task.js'
export { type WriteResultsOptions, type WrittenResults, writeResults } from './write-results.js'
