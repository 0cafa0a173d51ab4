import { expect, it } from 'vitest'
import { initialExplorerState } from '../../state/explorer-state.js'
import type { CurvesPart, CurvesRequest } from '../../workers/theorems/curves.js'
import { DividedCurves } from './divided-curves.js'

type Asked = CurvesRequest & { readonly id: number }

/** A worker that answers when it is told to, with x alone for each of its points. */
class PretendedWorker {
  readonly asked: Asked[] = []
  private listener: (event: { readonly data?: unknown }) => void = () => {}

  postMessage(message: unknown): void {
    if ('axisValues' in (message as Asked)) this.asked.push(message as Asked)
  }

  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void {
    if (type === 'message') this.listener = listener
  }

  terminate(): void {}

  answer(points?: number): void {
    const { id, axisValues } = this.asked.at(-1)!
    const found = axisValues.slice(0, points).map((x) => ({ x, communication: [], sensing: [] }))
    this.listener({ data: { id, points: [found], methods: [], done: points === undefined } })
  }

  fail(): void {
    this.listener({ data: { id: this.asked.at(-1)!.id, done: true, failure: 'no memory' } })
  }
}

const requestOf = (usersPerCell: number): CurvesRequest => ({
  networks: [{ values: { ...initialExplorerState.values, usersPerCell }, clusters: 'bs-centric' }],
  axis: 'transmitAntennas',
  axisValues: [8, 9, 10, 11, 12],
  hiddenMethods: [],
})

const scene = () => {
  const workers: PretendedWorker[] = []
  const shown: { K: number; x: number[]; whole: boolean }[] = []
  const failures: string[] = []
  const leaving = new AbortController()
  const curves = new DividedCurves(
    2,
    () => {
      const worker = new PretendedWorker()
      workers.push(worker)
      return worker
    },
    {
      take: ({ networks }: CurvesRequest, { points }: CurvesPart, whole: boolean) =>
        shown.push({ K: networks[0]!.values.usersPerCell, x: points[0]!.map(({ x }) => x), whole }),
      failed: (_request, reason) => failures.push(reason),
    },
    { stay: leaving.signal, page: new EventTarget(), now: () => 0, tick: () => () => {} },
  )
  return { curves, workers, shown, failures, leave: () => leaving.abort() }
}

it('divides the points of curves, and puts them together in their order', () => {
  const { curves, workers, shown, leave } = scene()
  curves.request(requestOf(1))
  expect(workers.map(({ asked }) => asked[0]!.axisValues)).toEqual([
    [8, 10, 12],
    [9, 11],
  ])
  workers[1]!.answer(1)
  workers[0]!.answer()
  workers[1]!.answer()
  expect(shown).toEqual([
    { K: 1, x: [9], whole: false },
    { K: 1, x: [8, 9, 10, 12], whole: false },
    { K: 1, x: [8, 9, 10, 11, 12], whole: true },
  ])
  leave()
})

it('asks all for the newest request together, when the last of them is free', () => {
  const { curves, workers, shown, leave } = scene()
  curves.request(requestOf(1))
  workers[0]!.answer()
  for (const K of [2, 3]) curves.request(requestOf(K))
  expect(workers.map(({ asked }) => asked.length)).toEqual([1, 1])
  workers[1]!.answer()
  expect(workers.map(({ asked }) => asked.map(({ networks }) => networks[0]!.values.usersPerCell))).toEqual([
    [1, 3],
    [1, 3],
  ])
  for (const worker of workers) worker.answer()
  expect(shown.filter(({ whole }) => whole).map(({ K }) => K)).toEqual([1, 3])
  leave()
})

it('fails once if one of them fails, and goes on', () => {
  const { curves, workers, shown, failures, leave } = scene()
  curves.request(requestOf(1))
  workers[1]!.fail()
  workers[0]!.answer()
  expect([failures, shown]).toEqual([['no memory'], []])
  curves.request(requestOf(2))
  for (const worker of workers) worker.answer()
  expect(shown.map(({ whole }) => whole)).toEqual([false, true])
  leave()
})
