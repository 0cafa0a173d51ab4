import type { BlockWork } from '../src/blocks/block-work.js'

/** The result of a made-up block: some numbers that depend on task and block, one of which has no short decimal. */
export interface MadeUpResult {
  readonly block: number
  readonly number: number
}

export const madeUpResult = (task: string, block: number): MadeUpResult => ({
  block,
  number: Math.sqrt((block * 7919 + task.length) % 1009),
})

/** Work that computes next to nothing, for tests that are about who does it. Tasks are texts; some say how they end, see {@link faultOf}. */
export const madeUpWork: BlockWork<string, MadeUpResult> = {
  module: new URL('./made-up-blocks.ts', import.meta.url).href,
  check: (task) => {
    if (task === '') throw new RangeError('the task must not be empty')
  },
  prepare: (task) => {
    if (task === 'impossible') throw new TypeError('the task is impossible')
    return (block) => madeUpResult(task, block)
  },
  describe: (task) => `task=${task}`,
}

/** How a task says that one of its blocks fails, kills its thread or its process, and which; such as `dies at 7`. */
export const faultOf = (task: string): { readonly way: string; readonly place: number } | undefined => {
  const [, way, place] = /^(fails|dies|kills|fails once) at (\d+)$/.exec(task) ?? []
  return way === undefined ? undefined : { way, place: Number(place) }
}
