import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { communicationRate, sensingMethodAt, sensingMethodsForAnySize, sensingRate } from '../src/index.js'

const networks = Array.from({ length: 30 }, (_, i) =>
  defineNetwork({
    Mt: 12 + i,
    K: 1 + (i % 5),
    L: 1 + (i % 2),
    J: 2,
    Q: 1 + (i % 3),
    alpha: [4, 3.5, 2.6][i % 3]!,
    noisePower: i % 4 === 0 ? 0.01 : 0,
    clutterDensity: i % 7 === 0 ? 0.1 : 0,
  }),
)

/** The rates of the network of a number, to the bit; a method that doesn't take noise or clutter says so. */
const ratesOf = (index: number): readonly string[] => {
  const network = networks[index]!
  const shown = (rate: () => { readonly value: number }): string => {
    try {
      return String(rate().value)
    } catch (error) {
      return (error as Error).name
    }
  }
  return [
    shown(() => communicationRate(network)),
    ...sensingMethodsForAnySize.map((method) =>
      shown(() => sensingRate(network, { method: sensingMethodAt(method, network.sensingClusterSize) })),
    ),
  ]
}

it('has the same rates in any order, whatever networks have in common', { timeout: 60_000 }, () => {
  const order = networks.map((_, index) => index)
  const rates = order.map(ratesOf)
  for (const other of [order.toReversed(), order.map((index) => (index * 7) % order.length)])
    for (const index of other) expect(ratesOf(index), `network ${index}`).toEqual(rates[index])
})
