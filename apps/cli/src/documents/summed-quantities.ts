import { type QuantityMember, type ServiceQuantity, serviceQuantities } from '@isacnet/model'

/** Such as `sumAse`. */
export type SumMember = Extract<QuantityMember, `sum${string}`>

/** The quantities that may be added over the services. */
export const summedQuantities = serviceQuantities.filter(
  (row): row is ServiceQuantity & { readonly member: SumMember } => row.services.length > 1,
)
