export { StudyDirectoryError, StudyFileError } from './files/study-file-error.js'
export { MergeError, mergeShards } from './journal/merge-shards.js'
export { type ResultCache, resultCache } from './journal/result-cache.js'
export type { Shard } from './journal/shard.js'
export {
  type ExistingStudy,
  openStudyDirectory,
  type StudyDirectory,
  type StudyDirectoryOptions,
} from './journal/study-directory.js'
export { readResults, StudyResultsError } from './results/read-results.js'
export type { Producer } from './results/study-manifest.js'
export { type WriteResultsOptions, type WrittenResults, writeResults } from './results/write-results.js'
export {
  diffResults,
  type ManifestDifference,
  type ResultsDiff,
  type StudyResults,
  type ValueDifference,
} from './rows/diff-results.js'
export type { ResultRow, ResultValue } from './rows/result-row.js'
export { runStudy, type StudyProgress, type StudyRun, type StudyRunOptions } from './run-study.js'
export { type ComputationVersions, computationVersions } from './tasks/computation-versions.js'
export { type StudyTask, studyTasks, type TaskContent, taskSimulation } from './tasks/study-task.js'
