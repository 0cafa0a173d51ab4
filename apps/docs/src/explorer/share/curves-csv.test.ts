import { fromNats, services } from '@isacnet/model'
import { expect, it } from 'vitest'
import { initialExplorerState } from '../state/explorer-state.js'
import { methodCount } from '../workers/theorems/methods-of.js'
import { networkRates } from '../workers/theorems/sweep.js'
import { curvesCsv } from './curves-csv.js'

it('has a row for every number of every point, in the unit chosen', () => {
  const request = { values: initialExplorerState.values, clusters: 'bs-centric', relativeTolerance: 1e-9 } as const
  const points = [1, 2, 3].map((x) => ({
    x,
    ...networkRates({ ...request, values: { ...request.values, usersPerCell: x } }),
  }))
  const [header, ...rows] = curvesCsv([{ name: 'L = 2', points }], 'usersPerCell', 'bits')
    .trimEnd()
    .split('\r\n')
  expect(header).toBe('network,x_parameter,x,quantity,method,y,y_unit,y_error_estimate')
  const methods = services.reduce((sum, { service }) => sum + methodCount[service], 0)
  expect(rows).toHaveLength(3 * methods * 2)
  const exact = points[1]?.communication[0]
  const error = fromNats(exact?.errorEstimate ?? Number.NaN, 'bits')
  expect(rows).toContain(
    `L = 2,usersPerCell,2,communication-rate,exact,${fromNats(exact?.rate ?? Number.NaN, 'bits')},bit/s/Hz,${error}`,
  )
})
