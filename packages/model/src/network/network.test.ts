import { describe, expect, it, vi } from 'vitest'
import { InvalidParameterError } from '../errors/invalid-parameter-error.js'
import { defineNetwork, paperNetwork } from './define-network.js'
import { assertNetwork, isNetwork, type Network } from './network.js'
import type { NetworkParameters } from './network-parameters.js'

const network = defineNetwork({ K: 3 })

/** Whatever takes a network; whether the calls below are permitted is for the type checker to say. */
const take = (given: Network): boolean => isNetwork(given)

describe('a network', () => {
  it('is what defineNetwork makes', () => {
    expect([network, paperNetwork, defineNetwork({ ...network, usersPerCell: 4 })].map(take)).toEqual([
      true,
      true,
      true,
    ])
    expect(() => assertNetwork(network)).not.toThrow()
  })

  it('is no copy, neither for the type checker nor at run time', () => {
    const { noisePower: _, ...rest } = network
    const copies = [
      // @ts-expect-error a copy with changes is no network
      take({ ...network, usersPerCell: 50 }),
      // @ts-expect-error nor is one without
      take({ ...network }),
      // @ts-expect-error nor what is left of one
      take(rest),
      // @ts-expect-error nor are parameters that someone wrote down
      take(network as NetworkParameters as Readonly<NetworkParameters>),
      // @ts-expect-error nor a mapped type
      take(Object.assign({}, network as Required<Network>)),
      take(structuredClone(network)),
      take(JSON.parse(JSON.stringify(network))),
    ]
    // Of the fourth only the type was changed.
    expect(copies).toEqual([false, false, false, true, false, false, false])
  })

  it('can be read as parameters, and has no others', () => {
    const parameters: NetworkParameters = network
    expect(parameters).toEqual({ ...network })
    expect(Object.keys(network)).toEqual(Object.keys(paperNetwork))
    expect(JSON.parse(JSON.stringify(network))).toEqual({ ...network })
  })

  it('is recognised by another copy of this package', async () => {
    vi.resetModules()
    const other = await import('./define-network.js')
    expect(other.defineNetwork).not.toBe(defineNetwork)
    expect(isNetwork(other.defineNetwork())).toBe(true)
  })

  it('cannot be changed or inherited from', () => {
    expect(() => Object.assign(network, { usersPerCell: 50 })).toThrow(TypeError)
    expect(isNetwork(Object.create(null))).toBe(false)
    expect(isNetwork(Object.create(network, { usersPerCell: { value: 50, enumerable: true } }))).toBe(false)
  })

  it.each([
    [undefined, 'got undefined'],
    [null, 'got null'],
    [{ usersPerCell: 5 }, 'got {"usersPerCell":5}'],
    [{ ...network, usersPerCell: 50 }, 'got {"baseStationDensity":1,'],
    ['fig5', 'got fig5'],
    [[network], 'got [{'],
  ])('is not %j, which is said', (value, message) => {
    const refused = () => assertNetwork(value)
    expect(refused).toThrow(InvalidParameterError)
    expect(refused).toThrow(/^network must be made by defineNetwork /)
    expect(refused).toThrow(message)
  })
})
