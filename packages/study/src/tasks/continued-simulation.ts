import type { StoppingRule } from '@isacnet/simulation'
import { canonicalJson } from '../files/canonical-json.js'
import type { StudyTask } from './study-task.js'
import type { TaskResult } from './task-result.js'

/**
 * Whether a simulation can go on from where an earlier one of a looser rule ended, and will end with the same bits as one from the
 * beginning: the stricter rule would not have ended it before.
 */
export const canGoOn = (before: StudyTask, result: TaskResult, now: StudyTask): boolean =>
  before.content.kind === 'simulation' &&
  now.content.kind === 'simulation' &&
  result.kind === 'simulation' &&
  canonicalJson([before.content.definition, before.versions]) ===
    canonicalJson([now.content.definition, now.versions]) &&
  isStricter(before.content.until, now.content.until)

const isStricter = (before: StoppingRule, now: StoppingRule): boolean => {
  if ('trials' in before) return 'trials' in now && now.trials >= before.trials
  if ('trials' in now) return false
  const { relativeError, confidence = 0.95, maximumTrials: most = Number.POSITIVE_INFINITY } = before
  const { confidence: confidenceNow = 0.95, maximumTrials: mostNow = Number.POSITIVE_INFINITY } = now
  return now.relativeError <= relativeError && confidenceNow >= confidence && mostNow >= most
}
