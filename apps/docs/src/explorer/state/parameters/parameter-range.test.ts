import { expect, it } from 'vitest'
import { initialExplorerState } from '../explorer-state.js'
import { explorerParameters } from './explorer-parameters.js'
import { axisValues, fromScale, onScale, parameterRange } from './parameter-range.js'

it.each(explorerParameters)('the slider of $name covers permitted values and the first one', (definition) => {
  const { name, lowerBound, lowerBoundPermitted, upperBound, defaultValue, integer } = definition
  const range = parameterRange(name)
  expect(lowerBoundPermitted ? range.from >= lowerBound : range.from > lowerBound).toBe(true)
  expect(range.to).toBeLessThanOrEqual(upperBound)
  for (const value of [range.from, range.to, defaultValue, initialExplorerState.values[name]]) {
    expect(value).toBeGreaterThanOrEqual(range.from)
    expect(value).toBeLessThanOrEqual(range.to)
    expect(fromScale(range, onScale(range, value))).toBe(value)
    const steps = (onScale(range, value) - onScale(range, range.from)) / range.step
    expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6)
  }
  const values = axisValues(name)
  expect(values[0]).toBeCloseTo(range.from, 12)
  expect(values.at(-1)).toBeCloseTo(range.to, 9)
  expect(values).toEqual(values.toSorted((a, b) => a - b))
  if (integer) expect(values.every(Number.isInteger)).toBe(true)
})
