import { expect, it } from 'vitest'
import { smallFigure } from './small-figure.js'
import { toCsv } from './to-csv.js'

it('writes one row per point with units and the parameters that vary', () => {
  const lines = toCsv(smallFigure).split('\r\n')
  expect(lines[0]).toBe(
    'figure,series,quantity,communication_method,sensing_method,sensing_clusters,' +
      'x_name,x,x_unit,y,y_unit,y_error_estimate,usersPerCell',
  )
  expect(lines[2]).toBe('fig0,$M_t=10$: exact,communication-ase,exact,,,users per cell K,2,,2,nat/s/Hz/km²,1e-10,2')
  expect(lines).toHaveLength(1 + 12 + 1)
})

it('quotes fields as RFC 4180 says', () => {
  const [first] = smallFigure.series
  const csv = toCsv({ ...smallFigure, series: [{ ...first!, name: 'say "hi", twice' }] })
  expect(csv.split('\r\n')[1]).toContain('fig0,"say ""hi"", twice",')
})
