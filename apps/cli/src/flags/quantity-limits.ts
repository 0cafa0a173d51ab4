import {
  chosenServiceQuantity,
  decimalNumber,
  type InformationUnit,
  InvalidParameterError,
  inUnit,
  type Service,
  type SirQuantity,
  services,
  sirQuantities,
} from '@isacnet/model'

/** A flag that limits a quantity of the law of the SIR: from below, or an error from above. */
export interface LimitFlag {
  /** Such as `--min-coverage`. */
  readonly flag: string
  /** The looks of the value, such as `dB:limit`. */
  readonly form: string
  readonly help: string
  readonly quantity: SirQuantity
}

/** A flag for each quantity of the table. */
export const limitFlags: readonly LimitFlag[] = sirQuantities().map((quantity) => {
  const { parameter, meaning, grows, services: its } = quantity
  const example = parameter === undefined ? '' : `${parameter.default}${parameter.unit}:`
  const both = its.length > 1 ? '; of communication, or sensing:…' : ''
  return {
    flag: `--${grows ? 'min' : 'max'}-${quantity.quantity}`,
    form: parameter === undefined ? 'limit' : `${parameter.unit || 'P'}:limit`,
    help: `only allocations with that: ${meaning}, such as ${example}${exampleLimit(quantity)}${both}; may be repeated`,
    quantity,
  }
})

function exampleLimit({ grows, unit }: SirQuantity): string {
  if (unit('nats') === '') return '0.9'
  return grows ? '0.5' : '2'
}

/** How commander calls the value of a flag. */
export const limitMember = ({ flag }: LimitFlag): string =>
  flag.slice(2).replace(/-[a-z]/g, (letter) => letter.charAt(1).toUpperCase())

/**
 * The limits that are typed, by names such as `communication-coverage:0dB`; rates in nats.
 *
 * @param flags - the values of the flags, each a list.
 * @throws {InvalidParameterError} {UnknownNameError} for what can't be meant; it names the flag.
 */
export const quantityLimits = (
  flags: Readonly<Record<string, unknown>>,
  unit: InformationUnit,
): Readonly<Record<string, number>> => {
  const limits: Record<string, number> = {}
  for (const limitFlag of limitFlags)
    for (const text of (flags[limitMember(limitFlag)] ?? []) as readonly string[]) {
      const { name, limit } = readLimit(limitFlag, text, unit)
      if (limits[name] !== undefined) throw new InvalidParameterError(limitFlag.flag, text, `given once for ${name}`)
      limits[name] = limit
    }
  return limits
}

const readLimit = ({ flag, form, quantity }: LimitFlag, text: string, unit: InformationUnit) => {
  const invalid = (got: string) => new InvalidParameterError(flag, got, `${form} with a limit ≥ 0`)
  const parts = text.split(':').map((part) => part.trim())
  const named = services.find(({ service }) => service === parts[0])?.service
  const rest = named === undefined ? parts : parts.slice(1)
  const limit = decimalNumber(rest.at(-1) ?? '', invalid)
  if (!(limit >= 0)) throw invalid(text)
  const service: Service = named ?? quantity.services[0]!
  const parameter = rest.slice(0, -1).join(':')
  const { name, chosen } = chosenServiceQuantity(
    `${service}-${quantity.quantity}${parameter === '' ? '' : `:${parameter}`}`,
  )
  return { name, limit: limit / inUnit(chosen.quantity, 1, unit) }
}

/** A limit as it is typed, without its value: `--min-coverage communication:0dB`. */
export const limitLabel = (name: string): string => {
  const { service, chosen } = chosenServiceQuantity(name)
  const { quantity, services: its, grows } = chosen.quantity
  const words = [...(its.length > 1 ? [service] : []), ...chosen.name.split(':').slice(1)]
  return `--${grows ? 'min' : 'max'}-${quantity}${words.length === 0 ? '' : ` ${words.join(':')}`}`
}
