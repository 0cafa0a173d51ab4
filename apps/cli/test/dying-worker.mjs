// Loaded into every thread before anything else. Ends one worker in the middle of its work, or every worker at once.
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const { ISACNET_TEST_EVERY_WORKER_DIES: all, ISACNET_TEST_ONE_WORKER_DIES: mark } = process.env

/** Only the first who asks makes the file. */
const isFirst = () => {
  try {
    writeFileSync(mark, '', { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

if (!isMainThread) {
  if (all !== undefined) process.exit(7)
  let calls = 0
  for (const name of ['log', 'log1p', 'sqrt', 'exp']) {
    const original = Math[name]
    Math[name] = (x) => {
      calls += 1
      if (calls === 100_000 && isFirst()) process.exit(7)
      return original(x)
    }
  }
}
