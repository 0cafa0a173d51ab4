/** The number that a quantity needs besides the network, and how people write it. */
export interface QuantityParameter {
  readonly name: 'threshold' | 'percentile' | 'falseAlarm'
  readonly symbol: string
  readonly meaning: string
  readonly unit: 'dB' | '%' | ''
  readonly default: number
  /** The permitted values, in words. */
  readonly permitted: string
  readonly permits: (value: number) => boolean
}

/**
 * θ in dB.
 *
 * @example
 * thresholdParameter.permits(-20) // true
 */
export const thresholdParameter: QuantityParameter = {
  name: 'threshold',
  symbol: 'θ',
  meaning: 'the threshold of the SIR',
  unit: 'dB',
  default: 0,
  permitted: 'a number of dB from −200 to 200',
  permits: (value) => value >= -200 && value <= 200,
}

/**
 * p in %.
 *
 * @example
 * percentileParameter(5).permits(100) // false
 *
 * @param defaultValue - that stands for itself where none is given.
 */
export const percentileParameter = (defaultValue: number): QuantityParameter => ({
  name: 'percentile',
  symbol: 'p',
  meaning: 'the share of receivers that have no more',
  unit: '%',
  default: defaultValue,
  permitted: 'a number of % from 0.0001 to 99.9999',
  permits: (value) => value >= 1e-4 && value <= 99.9999,
})

/**
 * P_fa.
 *
 * @example
 * falseAlarmParameter.default // 0.000001
 */
export const falseAlarmParameter: QuantityParameter = {
  name: 'falseAlarm',
  symbol: 'P_fa',
  meaning: 'the probability of a false alarm',
  unit: '',
  default: 1e-6,
  permitted: 'a probability from 1e-15 to 0.5',
  permits: (value) => value >= 1e-15 && value <= 0.5,
}
