import { expect, it } from 'vitest'
import { parameterDefinitions, permittedValues } from './parameter-definitions.js'
import { parameterName } from './parameter-name.js'

it('gives every spelling to one parameter only', () => {
  const spellings = parameterDefinitions.flatMap(({ name, aliases }) => [name, ...aliases])
  expect(new Set(spellings).size).toBe(spellings.length)
  for (const { name, aliases } of parameterDefinitions)
    for (const spelling of [name, ...aliases]) expect(parameterName(spelling)).toBe(name)
})

it('has defaults within the permitted values', () => {
  for (const definition of parameterDefinitions) {
    const { defaultValue, lowerBound, lowerBoundPermitted, upperBound } = definition
    expect(lowerBoundPermitted ? defaultValue >= lowerBound : defaultValue > lowerBound, definition.name).toBe(true)
    expect(defaultValue).toBeLessThanOrEqual(upperBound)
  }
})

it('says in words what is permitted', () => {
  const words = Object.fromEntries(
    parameterDefinitions.map((definition) => [definition.name, permittedValues(definition)]),
  )
  expect(words).toMatchObject({
    usersPerCell: 'an integer ≥ 1',
    pathLossExponent: 'a finite number > 2',
    receiveFilterGain: 'a finite number > 0 and ≤ 1',
    clutterResidual: 'a finite number ≥ 0 and ≤ 1',
    noisePower: 'a finite number ≥ 0',
  })
})
