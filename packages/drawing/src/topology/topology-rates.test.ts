import { defineNetwork, InvalidParameterError } from '@isacnet/model'
import { defineSimulation, dropAtStage, dropRates, dropStages } from '@isacnet/simulation'
import { expect, it } from 'vitest'
import { cellMeans } from './rate-colours.js'
import { renderTopology } from './render-topology.js'
import { renderStationRequests, stationRequests } from './station-requests.js'
import { topology, topologySteps } from './topology.js'
import { topologyDrop } from './topology-drop.js'
import { frames } from './topology-view.js'

const network = defineNetwork({ K: 2, L: 2, J: 5, Q: 2, Mt: 9 })
const definition = defineSimulation(network, { fidelity: 'channel', seed: 3 })
const drop = topologyDrop(definition)
const shown = topology(definition, drop, { rates: true, otherRequests: true })

it('has the rates of its receivers at each stage, and their means over the cell', () => {
  for (const stage of dropStages) {
    const rates = dropRates(definition, dropAtStage(definition, drop, stage))
    for (const { index, rates: found } of shown.users.slice(0, 5)) expect(found![stage]).toBe(rates.user(index))
    for (const { index, rates: found } of shown.targets.slice(0, 5)) expect(found![stage]).toBe(rates.target(index))
    const own = [0, 1].map((i) => rates.user(2 * shown.cell + i))
    expect(cellMeans(shown, stage)!.users).toBeCloseTo((own[0]! + own[1]!) / 2, 12)
  }
  expect(cellMeans(topology(definition, drop), 'nulling')).toBeUndefined()
})

it('leaves out requests that are withheld, and refuses those that there aren’t', () => {
  const { station } = shown.requests[1]!
  const without = topology(definition, drop, { rates: true, withheld: [2] })
  expect(without.requests.map(({ withheld }) => withheld).indexOf(true)).toBe(1)
  const before = shown.stations.find(({ index }) => index === station)!
  expect(without.stations.find(({ index }) => index === station)!.requests).toBe(before.requests - 1)
  expect(cellMeans(without, 'nulling')!.users).toBeLessThan(cellMeans(shown, 'nulling')!.users)
  for (const number of [0, 8, 1.5])
    expect(() => topology(definition, drop, { withheld: [number] })).toThrow(InvalidParameterError)
  expect(topologySteps(definition, drop, { rates: true }).next().done).toBe(false)
})

it('is drawn with what is nulled at a stage, in either layout', async () => {
  for (const layout of ['beside', 'beneath'] as const) {
    const [none, all, granted] = await Promise.all(
      dropStages.map((stage) => renderTopology(shown, undefined, { stage, layout })),
    )
    expect(none).not.toContain('data-request')
    for (const svg of [all, granted]) expect(svg!.match(/data-request/g)).toHaveLength(7)
    expect(all).not.toContain('request abandoned')
    expect(granted).toContain('abandoned')
    for (const svg of [none, all, granted]) {
      expect(svg).toContain(`width="${layout === 'beside' ? 900 : 390}"`)
      expect(svg).toContain('mean rate (nat/s/Hz)')
      expect(svg).not.toMatch(/NaN|undefined/)
      expect(svg!.match(/data-station/g)).toHaveLength(shown.stations.length)
    }
  }
  await expect(renderTopology(shown, undefined, { stage: 'last' as 'nulling' })).rejects.toThrow('unknown')
})

it('tells who asked a base station, and what became of that', async () => {
  const { view } = shown
  const inView = shown.stations.filter(({ x, y }) => x > view.left && x < view.right && y > view.bottom && y < view.top)
  const asked = inView.toSorted((one, other) => other.requests - one.requests)[0]!
  const count = (stage: (typeof dropStages)[number]): number =>
    stationRequests(shown, asked.index, stage).filter(({ granted }) => granted).length
  expect(stationRequests(shown, asked.index, 'nulling')).toHaveLength(asked.requests)
  expect(dropStages.map(count)).toEqual([0, asked.requests, asked.accepted])
  expect(asked.accepted).toBeLessThan(asked.requests)
  const marks = await renderStationRequests(shown, asked.index, { stage: 'abandonment', layout: 'beside' })
  const scale = frames.beside.side / (view.right - view.left)
  expect(Number(/cx="([^"]*)"/.exec(marks)![1])).toBeCloseTo(frames.beside.left + (asked.x - view.left) * scale, 1)
  // An abandoned request is crossed out.
  expect(marks.match(/<g>/g)).toHaveLength(asked.requests)
})
