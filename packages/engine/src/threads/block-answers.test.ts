import { expect, it } from 'vitest'
import prepareBlocks from '../../test/made-up-blocks.js'
import { madeUpResult } from '../../test/made-up-work.js'
import { blockAnswers } from './block-answers.js'

const answer = blockAnswers(prepareBlocks)

it('answers with the blocks of a job, the same whoever asked before', async () => {
  const job = { task: '"a task"', first: 4, count: 2 }
  for (const other of ['"another"', '"a third"']) {
    expect(await answer(job)).toMatchObject({
      results: JSON.stringify([madeUpResult('a task', 4), madeUpResult('a task', 5)]),
      milliseconds: expect.any(Number),
    })
    await answer({ task: other, first: 0, count: 1 })
  }
})

it('says in which block it failed, with the error and its code', async () => {
  expect(await answer({ task: '"fails at 7"', first: 6, count: 3 })).toEqual({
    block: 7,
    failure: expect.objectContaining({ message: 'block must be an easier one, got 7' }),
    code: 'invalid-parameter',
  })
})

it('answers with what is no error of these packages', async () => {
  expect(await answer({ task: 'no JSON', first: 3, count: 1 })).toEqual({ block: 3, failure: expect.any(SyntaxError) })
})
