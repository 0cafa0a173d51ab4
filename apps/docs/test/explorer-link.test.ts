import { figures } from '@isacnet/figures'
import { assertFeasible, defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { computedOnce } from '../scripts/computed-once.js'
import { figureData } from '../scripts/long-computations.js'
import { explorerQuery } from '../scripts/pages/explorer-link.js'
import { readPermalink } from '../src/explorer/state/link/permalink.js'

it.each(figures.map((definition) => [definition.id, definition] as const))(
  '%s opens in the explorer',
  async (_, definition) => {
    const figure = await computedOnce(figureData(definition))
    const query = explorerQuery(figure)
    const { state, problems } = readPermalink(query)
    expect(problems, query).toEqual([])
    const network = defineNetwork(state.values)
    if (!definition.id.startsWith('promised')) expect(() => assertFeasible(network), query).not.toThrow()
    for (const [name, value] of Object.entries(figure.parameters))
      if (!figure.varied.includes(name as never) && name in state.values)
        expect(state.values[name as keyof typeof state.values], `${name} in ${query}`).toBe(value)
    const axis = figure.x.parameter
    if (axis !== null && axis in state.values) expect(state.axis).toBe(axis)
  },
)

it('says the network of Figure 5 at its ring, and the region of Figure 10', async () => {
  const query = async (id: string): Promise<string> =>
    explorerQuery(await computedOnce(figureData(figures.find((figure) => figure.id === id)!)))
  expect(await query('fig5')).toBe('Mt=10&K=6&L=1&J=10&Q=1&axis=K')
  expect(await query('fig10')).toContain('view=region&plane=ase')
})
