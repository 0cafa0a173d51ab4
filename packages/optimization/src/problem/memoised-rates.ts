import type { Rate } from '@isacnet/analysis'
import type { RateModel } from './rate-model.js'

/**
 * The same model, which computes no rate twice. A model that is memoised already is returned as it is.
 *
 * @example
 * const rates = analyticRates(defineNetwork())
 * memoisedRates(rates) === rates // true
 */
export const memoisedRates = (model: RateModel): RateModel => {
  if (memoised.has(model)) return model
  const communication = new Map<string, Rate>()
  const sensing = new Map<string, Rate>()
  const copy: RateModel = {
    ...model,
    communication: (K, L, D) => remembered(communication, `${K} ${L} ${D}`, () => model.communication(K, L, D)),
    sensing: (K, Q) => remembered(sensing, `${K} ${Q}`, () => model.sensing(K, Q)),
  }
  memoised.add(copy)
  return copy
}

const memoised = new WeakSet<RateModel>()

const remembered = (known: Map<string, Rate>, key: string, compute: () => Rate): Rate => {
  let rate = known.get(key)
  if (rate === undefined) {
    rate = compute()
    known.set(key, rate)
  }
  return rate
}
