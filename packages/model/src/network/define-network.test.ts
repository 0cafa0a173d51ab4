import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidParameterError } from '../errors/invalid-parameter-error.js'
import { UnknownNameError } from '../errors/unknown-name-error.js'
import { defineNetwork, paperNetwork } from './define-network.js'
import { parameterDefinitions } from './parameter-definitions.js'

const failure = (changes: Record<string, number>): unknown => {
  try {
    defineNetwork(changes)
  } catch (error) {
    return error
  }
  return undefined
}

describe('defineNetwork', () => {
  it('gives the paper’s network when nothing is changed', () => {
    expect(defineNetwork()).toEqual(paperNetwork)
    expect(paperNetwork).toMatchObject({
      baseStationDensity: 1,
      transmitAntennas: 20,
      receiveAntennas: 10,
      maxTargetsPerCell: 10,
      pathLossExponent: 4,
      echoPathLossExponent: 2,
      transmitPower: 1,
      radarCrossSection: 0.1,
      receiveFilterGain: 1,
      matchedFilterGain: 1,
      clutterDensity: 0,
      noisePower: 0,
    })
  })

  it('takes code names and the paper’s symbols', () => {
    const network = defineNetwork({ K: 5, L: 2, J: 2, Q: 2, Mt: 32, Mr: 8, alpha: 3.5, beta: 1.75, lambda: 4, Jmax: 6 })
    expect(network).toMatchObject({
      usersPerCell: 5,
      communicationClusterSize: 2,
      targetsPerCell: 2,
      sensingClusterSize: 2,
      transmitAntennas: 32,
      receiveAntennas: 8,
      pathLossExponent: 3.5,
      echoPathLossExponent: 1.75,
      baseStationDensity: 4,
      maxTargetsPerCell: 6,
    })
    expect(defineNetwork({ λ: 3, ΔT: 2, κ: 0.5 })).toMatchObject({
      baseStationDensity: 3,
      matchedFilterGain: 2,
      receiveFilterGain: 0.5,
    })
  })

  it.each([
    [{ alpha: 2 }, 'pathLossExponent (α) must be a finite number > 2, got 2'],
    [{ alpha: Number.NaN }, 'pathLossExponent (α) must be a finite number > 2, got NaN'],
    [{ K: 0 }, 'usersPerCell (K) must be an integer ≥ 1, got 0'],
    [{ K: 2.5 }, 'usersPerCell (K) must be an integer ≥ 1, got 2.5'],
    [{ lambda: Number.POSITIVE_INFINITY }, 'baseStationDensity (λ_b) must be a finite number > 0, got Infinity'],
    [{ lambda_u: -1 }, 'userDensity (λ_u) must be a number ≥ 0, or inf, got -1'],
    [{ kappa: 1.5 }, 'receiveFilterGain (κ) must be a finite number > 0 and ≤ 1, got 1.5'],
    [{ J: 11 }, 'targetsPerCell (J) must be an integer ≥ 1 and ≤ maxTargetsPerCell (J_max) = 10, got 11'],
    [
      { clutterDensity: 1, beta: 1 },
      'echoPathLossExponent (β) must be a finite number > 1 when there is clutter, got 1',
    ],
    [{ K: 3, usersPerCell: 4 }, 'usersPerCell must be given once, got 4'],
  ])('refuses %j with one line that says what is allowed', (changes, message) => {
    const error = failure(changes)
    expect(error).toBeInstanceOf(InvalidParameterError)
    expect((error as Error).message).toBe(message)
  })

  it('keeps parameter, value and what is permitted on the error', () => {
    expect(failure({ beta: -1 })).toMatchObject({
      parameter: 'echoPathLossExponent',
      value: -1,
      permitted: 'a finite number > 0',
    })
  })

  it('serves no more users than there are antennas', () => {
    const error = failure({ K: 21 })
    expect(error).toMatchObject({ parameter: 'usersPerCell', value: 21 })
    expect((error as Error).message).toBe(
      'usersPerCell (K) must be an integer ≥ 1 and ≤ transmitAntennas (M_t) = 20, got 21',
    )
  })

  it('suggests the nearest name for an unknown one', () => {
    const error = failure({ transmitAntenas: 3 })
    expect(error).toBeInstanceOf(UnknownNameError)
    expect(error).toMatchObject({ value: 'transmitAntenas', suggestion: 'transmitAntennas' })
    expect((failure({ qqqqqqqqqqqqqq: 1 }) as UnknownNameError).suggestion).toBeUndefined()
  })

  it('accepts an allocation exactly when K ≤ M_t, however many requests to null there are', () => {
    const small = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), small, small, small, small, (Mt, K, L, J, Q) => {
        expect(failure({ Mt, K, L, J, Q }) === undefined).toBe(K <= Mt)
      }),
    )
  })

  it('takes neither NaN nor −∞ for any parameter, and ∞ for densities of users and targets only', () => {
    for (const { name, infinityPermitted } of parameterDefinitions)
      for (const value of [Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
        if (!(infinityPermitted && value === Number.POSITIVE_INFINITY))
          expect(failure({ [name]: value }), name).toBeInstanceOf(InvalidParameterError)
    const permitted = parameterDefinitions.filter(({ infinityPermitted }) => infinityPermitted)
    expect(permitted.map(({ name }) => name)).toEqual(['userDensity', 'targetDensity'])
  })

  it('leaves infinite densities of users and targets out, so that JSON has saturated networks as ever', () => {
    const saturated = defineNetwork({ K: 2, lambda_u: Number.POSITIVE_INFINITY, λ_t: Number.POSITIVE_INFINITY })
    expect(JSON.stringify(saturated)).toBe(JSON.stringify(defineNetwork({ K: 2 })))
    const low = defineNetwork({ K: 2, lambda_u: 3 })
    expect(JSON.parse(JSON.stringify(low))).toMatchObject({ userDensity: 3 })
    expect(defineNetwork({ ...low })).toEqual(low)
    expect(defineNetwork({ ...low, userDensity: Number.POSITIVE_INFINITY })).toEqual(defineNetwork({ K: 2 }))
  })
})
