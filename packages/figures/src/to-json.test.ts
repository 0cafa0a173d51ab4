import { expect, it } from 'vitest'
import { smallFigure } from './small-figure.js'
import { toJson } from './to-json.js'

it('loses nothing', () => {
  const json = toJson(smallFigure)
  expect(JSON.parse(json)).toEqual(smallFigure)
  expect(json.endsWith('}\n')).toBe(true)
})
