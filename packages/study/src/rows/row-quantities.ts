import { type ServiceQuantity, type ServiceQuantityName, serviceQuantities } from '@isacnet/analysis'

/** The member of a row that has a quantity: `communicationRate` has `communication-rate`. */
export type QuantityMember<Name extends string = ServiceQuantityName> = Name extends `${infer Of}-${infer Quantity}`
  ? `${Of}${Capitalize<Quantity>}`
  : never

/** A quantity that rows have. */
export interface RowQuantity extends ServiceQuantity {
  readonly member: QuantityMember
  /** Its columns in tables begin with this. */
  readonly column: string
}

/** The quantities that rows have, besides the objective. */
export const rowQuantities: readonly RowQuantity[] = serviceQuantities.map((row) => ({
  ...row,
  member: row.name.replace(/-(.)/, (_, first: string) => first.toUpperCase()) as QuantityMember,
  column: row.name.replace('-', '_'),
}))
