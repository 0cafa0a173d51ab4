import { expect, it } from 'vitest'
import { smallFigureWithMarks } from '../../test/small-figure.js'
import { toJson } from './to-json.js'

it('loses nothing', () => {
  const json = toJson(smallFigureWithMarks)
  expect(JSON.parse(json)).toEqual(smallFigureWithMarks)
  expect(json.endsWith('}\n')).toBe(true)
})
