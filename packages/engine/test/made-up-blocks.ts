import { setTimeout as delay } from 'node:timers/promises'
import { InvalidParameterError } from '@isacnet/model'
import { faultOf, type MadeUpResult, madeUpResult, madeUpWork } from './made-up-work.js'

const tried = new Set<number>()

/** Takes 10 ms for a block, without computing. */
export default (text: string): ((block: number) => Promise<MadeUpResult>) => {
  const task: string = JSON.parse(text)
  const fault = faultOf(task)
  madeUpWork.prepare(task)
  return async (block) => {
    await delay(10)
    if (fault?.place === block) {
      const again = tried.has(block)
      tried.add(block)
      if (fault.way === 'dies') process.exit(7)
      if (fault.way === 'kills') process.kill(process.pid, 'SIGKILL')
      if (fault.way === 'fails' || !again) throw new InvalidParameterError('block', block, 'an easier one')
    }
    return madeUpResult(task, block)
  }
}
