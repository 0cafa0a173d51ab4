import { expect, it } from 'vitest'
import { smallFigure, smallFigureWithMarks } from '../../test/small-figure.js'
import { curvesOf } from '../chart/figure-data.js'
import { toCsv } from './to-csv.js'

it('writes one row per point with units and the parameters that vary', () => {
  const lines = toCsv(smallFigure).split('\r\n')
  expect(lines[0]).toBe(
    'figure,series,kind,quantity,communication_method,sensing_method,sensing_clusters,x_name,x,x_unit,y,y_unit,' +
      'y_error_estimate,y_standard_error,y_lower,y_upper,confidence,trials,fidelity,seed,usersPerCell',
  )
  expect(lines[2]).toBe(
    'fig0,$M_t=10$: exact,curve,communication-ase,exact,,,users per cell K,2,,2,nat/s/Hz/km²,1e-10,,,,,,,,2',
  )
  expect(lines).toHaveLength(1 + 12 + 1)
})

it('writes marks with their intervals and where they come from', () => {
  const lines = toCsv(smallFigureWithMarks).split('\r\n')
  expect(lines).toHaveLength(1 + 12 + 4 + 1)
  expect(lines[14]).toBe(
    'fig0,$M_t=10$: simulation,marks,communication-ase,,,,users per cell K,3,,1.5,nat/s/Hz/km²,,' +
      '0.05,1.375,1.625,0.95,4096,gain-law,1,3',
  )
  const fields = new Set(lines.slice(0, -1).map((line) => line.split(',').length))
  expect([...fields]).toEqual([21])
})

it('quotes fields as RFC 4180 says', () => {
  const first = curvesOf(smallFigure)[0]
  const csv = toCsv({ ...smallFigure, series: [{ ...first!, name: 'say "hi", twice' }] })
  expect(csv.split('\r\n')[1]).toContain('fig0,"say ""hi"", twice",')
})
