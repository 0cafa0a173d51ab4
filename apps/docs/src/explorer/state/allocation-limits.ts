import { chosenServiceQuantity, InvalidParameterError } from '@isacnet/model'
import type { AllocationConstraints } from '@isacnet/optimization'
import { plainNumber } from './parameters/parameter-text.js'

/** Limits that an allocation has to keep, by names of {@link limitNames} and of quantities such as `communication-coverage:0dB`; rates in nats. */
export type AllocationLimits = Readonly<Record<string, number>>

/** Limits with names of their own, as the constraints of an allocation have them. */
export const limitNames = [
  'minCommunicationRate',
  'minSensingRate',
  'minCommunicationClusterSize',
  'minSensingClusterSize',
] as const

/** How {@link limitNames} are written in a link. */
const keys: Readonly<Record<(typeof limitNames)[number], string>> = {
  minCommunicationRate: 'R_c',
  minSensingRate: 'R_s',
  minCommunicationClusterSize: 'L',
  minSensingClusterSize: 'Q',
}

/** The text of limits in a link, such as `R_s~1.5,communication-coverage:0dB~0.9`. */
export const limitsText = (limits: AllocationLimits): string =>
  Object.entries(limits)
    .map(([name, limit]) => `${keys[name as (typeof limitNames)[number]] ?? name}~${limit}`)
    .join(',')

/** @throws {InvalidParameterError} {UnknownNameError} for what is no such text. */
export const readLimits = (text: string): AllocationLimits =>
  Object.fromEntries(
    text.split(',').map((part) => {
      const [key = '', value = ''] = part.split('~')
      const limit = plainNumber(value)
      if (!(limit >= 0 && Number.isFinite(limit)))
        throw new InvalidParameterError('limits', part, 'a quantity and a number ≥ 0, such as R_s~1.5')
      return [limitNames.find((name) => keys[name] === key) ?? chosenServiceQuantity(key).name, limit]
    }),
  )

/** Limits as constraints of an allocation problem. */
export const constraintsOf = (limits: AllocationLimits): AllocationConstraints => {
  const own = Object.entries(limits).filter(([name]) => limitNames.some((known) => known === name))
  const others = Object.entries(limits).filter(([name]) => !limitNames.some((known) => known === name))
  return { ...Object.fromEntries(own), ...(others.length === 0 ? {} : { quantities: Object.fromEntries(others) }) }
}
