import type { Rate } from '@isacnet/analysis'
import type { QuantityModel, RateModel } from './rate-model.js'

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
    ...(model.quantity === undefined ? {} : { quantity: memoisedQuantities(model.quantity) }),
  }
  memoised.add(copy)
  return copy
}

/** Each quantity once, with each of its values computed once. */
const memoisedQuantities = (quantity: (name: string) => QuantityModel): ((name: string) => QuantityModel) => {
  const models = new Map<string, QuantityModel>()
  return (name) => {
    const known = models.get(name)
    if (known !== undefined) return known
    const values = new Map<string, Rate>()
    const model = quantity(name)
    const copy: QuantityModel = {
      ...model,
      value: (K, clusterSize, D) =>
        remembered(values, `${K} ${clusterSize} ${D}`, () => model.value(K, clusterSize, D)),
    }
    models.set(name, copy)
    return copy
  }
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
