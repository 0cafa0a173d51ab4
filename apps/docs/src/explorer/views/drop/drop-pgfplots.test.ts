import { topology, topologyDrop } from '@isacnet/drawing'
import { defineNetwork, fromNats } from '@isacnet/model'
import { defineSimulation } from '@isacnet/simulation'
import { expect, it } from 'vitest'
import { dropPgfplots } from './drop-pgfplots.js'

const definition = defineSimulation(defineNetwork({ K: 4, L: 2, J: 3, Q: 3, Mt: 10 }), { fidelity: 'channel', seed: 1 })
const drop = topology(definition, topologyDrop(definition), { rates: true })

it('has every receiver in view with its rate, and the requests of the cell by what became of them', () => {
  const tex = dropPgfplots(drop, 'abandonment', 'bits', ['seed 1', 'a link'])
  expect(tex.startsWith('% seed 1\n% a link\n\\documentclass')).toBe(true)
  const { view, users, targets, requests, stations } = drop
  const seen = [...users, ...targets].filter(
    ({ x, y }) => x >= view.left && x <= view.right && y >= view.bottom && y <= view.top,
  )
  for (const { x, y, rates } of seen) expect(tex).toContain(`  (${x},${y}) [${fromNats(rates!.abandonment, 'bits')}]`)
  expect(tex.match(/\) \[/g)).toHaveLength(seen.length)
  expect(tex.match(/\[-stealth, teal/g)).toHaveLength(requests.filter(({ accepted }) => accepted).length)
  expect(tex.match(/\[-stealth, red, dashed/g)).toHaveLength(requests.filter(({ accepted }) => !accepted).length)
  expect(tex.match(/\[gray!50, thin/g)).toHaveLength(stations.length)
  expect(tex).toContain('ylabel={rate, bit/s/Hz at stage abandonment}')
  expect(tex.match(/\\begin\{/g)).toHaveLength(tex.match(/\\end\{/g)!.length)
})

it('has no requests before there are any', () => {
  const tex = dropPgfplots(drop, 'no-nulling', 'nats', [])
  expect(tex).not.toContain('stealth')
  expect(tex).toContain('\\addlegendentry{serves a user}')
})
