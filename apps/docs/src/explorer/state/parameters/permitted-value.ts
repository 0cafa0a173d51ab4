import type { ParameterDefinition } from '@isacnet/model'

/** Whether a parameter may have a value, whatever the others are. */
export const isPermitted = (
  {
    integer,
    lowerBound,
    lowerBoundPermitted,
    upperBound,
  }: Pick<ParameterDefinition, 'integer' | 'lowerBound' | 'lowerBoundPermitted' | 'upperBound'>,
  value: number,
): boolean =>
  Number.isFinite(value) &&
  (lowerBoundPermitted ? value >= lowerBound : value > lowerBound) &&
  value <= upperBound &&
  (!integer || Number.isInteger(value))
