import { type SirLaw, sirFunctionalValue } from '@isacnet/analysis'
import { chosenQuantity, type Network, type Service, sirFunctional } from '@isacnet/model'

/** Numbers that are read off the exact law of a service's SIR. */
export interface LawReadings {
  /** At the threshold that is asked for. */
  readonly coverage: number
  readonly percentiles: readonly { readonly percentile: number; readonly sirDb: number; readonly rate: number }[]
  /** The mean probability of detection, for targets. */
  readonly detection?: number
  /** In degrees, of half and of 95 % of the targets. */
  readonly angleErrors?: readonly [number, number]
  /** In m, where a bandwidth is known. */
  readonly rangeErrors?: readonly [number, number]
}

export const shownPercentiles = [5, 50, 95] as const
export const shownFalseAlarm = 1e-6

/**
 * The numbers of a service that are read off its law.
 *
 * @param threshold - in dB.
 * @throws {NonConvergenceError} when a tolerance isn't met.
 */
export const lawReadings = (service: Service, network: Network, law: SirLaw, threshold: number): LawReadings => {
  const quantity = (name: string): number => sirFunctionalValue(sirFunctional(chosenQuantity(name), network), law).value
  const errors = (name: string): readonly [number, number] => [quantity(`${name}:50%`), quantity(`${name}:95%`)]
  return {
    coverage: law.coverage(10 ** (threshold / 10)).value,
    percentiles: shownPercentiles.map((percentile) => {
      const { sir, rate } = law.percentile(percentile / 100)
      return { percentile, sirDb: 10 * Math.log10(sir.value), rate: rate.value }
    }),
    ...(service === 'communication'
      ? {}
      : {
          detection: quantity(`detection:${shownFalseAlarm}`),
          ...(network.receiveAntennas > 1 ? { angleErrors: errors('angle-error') } : {}),
          ...(network.rmsBandwidth > 0 ? { rangeErrors: errors('range-error') } : {}),
        }),
  }
}
