import { expect, it, vi } from 'vitest'

vi.mock('node:worker_threads', () => ({
  workerData: { module: 'data:text/javascript,export default (task) => (block) => task + block' },
}))

it('answers jobs with the module that its pool names', async () => {
  const { default: thread } = await import('./thread.js')
  expect(await (await thread)({ task: 'a', first: 1, count: 2 })).toMatchObject({ results: '["a1","a2"]' })
})
