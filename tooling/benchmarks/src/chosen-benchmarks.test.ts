import { describe, expect, it } from 'vitest'
import { chosenBenchmarks } from './chosen-benchmarks.js'

const known = ['rates', 'optimization', 'start']

describe('what is asked for', () => {
  it('is all without a name, in their order with names', () => {
    expect(chosenBenchmarks([], known)).toEqual({ names: known, record: false })
    expect(chosenBenchmarks(['start', 'rates'], known)).toEqual({ names: ['rates', 'start'], record: false })
  })

  it('is recorded wherever --record stands', () => {
    expect(chosenBenchmarks(['--record'], known)).toEqual({ names: known, record: true })
    expect(chosenBenchmarks(['--record', 'rates'], known)).toEqual({ names: ['rates'], record: true })
    expect(chosenBenchmarks(['--', 'rates', '--record'], known)).toEqual({ names: ['rates'], record: true })
  })

  it('is refused with what there is', () => {
    expect(() => chosenBenchmarks(['rate'], known)).toThrow('no benchmark rate: there are rates, optimization, start')
    expect(() => chosenBenchmarks(['--recorded'], known)).toThrow('no option --recorded: there is --record')
  })
})
