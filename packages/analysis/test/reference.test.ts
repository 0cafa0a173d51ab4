import { defineNetwork, type SensingClusters } from '@isacnet/model'
import { expect, it } from 'vitest'
import reference from '../golden/reference.json' with { type: 'json' }
import { type CommunicationMethod, communicationRate, type SensingMethod, sensingRate } from '../src/index.js'

it.each(reference.rows)('$rate, $method, $clusters: $network', (row) => {
  const network = defineNetwork(row.network)
  const { value } =
    row.rate === 'communication'
      ? communicationRate(network, { method: row.method as CommunicationMethod })
      : sensingRate(network, { method: row.method as SensingMethod, sensingClusters: row.clusters as SensingClusters })
  expect(Math.abs(value / row.value - 1)).toBeLessThan(row.accuracy)
})

it('is a table of the size that it should have', () => {
  expect(reference.rows.length).toBe(22)
})
