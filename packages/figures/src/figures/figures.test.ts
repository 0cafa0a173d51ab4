import { defineNetwork, isFeasible, paperNetwork } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { figures, findFigure, sweptFigures } from './figures.js'

it('lists Figures 4 to 12, then others, with names that tell the figure', () => {
  expect(figures.slice(0, 9).map(({ number }) => number)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length)
  expect(figures.length).toBeGreaterThanOrEqual(9)
  for (const { id, number, fileName } of figures) {
    if (number !== null) expect(id).toBe(`fig${number}`)
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/)
    expect(fileName).toMatch(new RegExp(`^${id}-[a-z0-9-]+$`))
  }
})

it('suggests the nearest figure for an unknown one', () => {
  expect(() => findFigure('fgi5')).toThrow('unknown figure ‘fgi5’: did you mean ‘fig5’?')
})

describe.each(sweptFigures)('$id', (figure) => {
  const points = figure.curves.flatMap((curve) =>
    figure.abscissa.values.flatMap((x) => {
      const changes = curve.at(x)
      return changes === undefined ? [] : [{ x, curve, network: { ...figure.network, ...changes } }]
    }),
  )

  it('has feasible points on every curve, all of them networks of the model', () => {
    for (const curve of figure.curves) {
      const feasible = points.filter(
        (point) => point.curve === curve && isFeasible({ ...paperNetwork, ...point.network }),
      )
      expect(feasible.length, `${curve.member}, ${curve.methodName}`).toBeGreaterThanOrEqual(3)
      for (const { network } of feasible) expect(() => defineNetwork(network)).not.toThrow()
    }
  })

  it('sweeps its abscissa, ascending', () => {
    const { parameter, values } = figure.abscissa
    expect(values).toEqual([...values].sort((a, b) => a - b))
    if (parameter !== null) for (const { network } of points) expect(network).toHaveProperty(parameter)
  })

  it('tells every curve from every other by member, method and quantity', () => {
    const names = figure.curves.map(({ member, methodName }) => `${member} ${methodName}`)
    expect(new Set(names).size).toBe(names.length)
  })
})

it('gives Figure 8 as many targets as the degrees of freedom and J_max allow', () => {
  const curve = sweptFigures.find(({ id }) => id === 'fig8')!.curves.find(({ member }) => member.includes('M_t=10'))
  const targets = [1, 2, 3, 4, 5, 6, 10, 11].map((Q) => curve?.at(Q)?.targetsPerCell)
  expect(targets).toEqual([10, 9, 4, 3, 2, 1, 1, undefined])
})
