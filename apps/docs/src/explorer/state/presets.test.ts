import { findSweptFigure } from '@isacnet/figures'
import { paperNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { curveMembers } from './curves/curve-members.js'
import { readPermalink } from './link/permalink.js'
import { checkNetwork } from './parameters/network-check.js'
import { shownAxis } from './parameters/parameter-range.js'
import { presets } from './presets.js'

it.each(presets)('$title: a view without a problem', ({ query }) => {
  expect(readPermalink(query).problems).toEqual([])
})

it('differ from each other', () => {
  expect(new Set(presets.map(({ query }) => query)).size).toBe(presets.length)
})

it.each([4, 5, 6, 7])('Figure %i has the networks of the figure', (number) => {
  const figure = findSweptFigure(`fig${number}`)
  const preset = presets.find(({ title }) => title.includes(`Figure ${number}:`))!
  const { state } = readPermalink(preset.query)
  expect(state.axis).toBe(figure.abscissa.parameter)
  const networks = (x: number) =>
    curveMembers(state).flatMap(({ values }) => checkNetwork({ ...values, [state.axis]: x }).network ?? [])
  const shown = shownAxis(state.axis, state.range, state.xScale)
  for (const x of figure.abscissa.values) {
    const drawn = figure.curves.flatMap(({ at }) => {
      const changes = at(x)
      if (changes === undefined) return []
      return checkNetwork({ ...paperNetwork, ...figure.network, ...changes } as never).network ?? []
    })
    const place = drawn[0]![state.axis]
    expect(place).toBeGreaterThanOrEqual(shown.from * (1 - 1e-12))
    expect(place).toBeLessThanOrEqual(shown.to * (1 + 1e-12))
    for (const network of drawn) expect(networks(place)).toContainEqual(network)
  }
})
