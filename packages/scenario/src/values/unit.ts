import { IsacnetError, UnknownNameError } from '@isacnet/model'

/** The dimension of a quantity; each has one unit that is used inside. */
export type Dimension = 'none' | 'ratio' | 'power' | 'density' | 'length' | 'frequency' | 'information'

/** How the unit that is used inside is written, and units to suggest. */
const units: Readonly<Record<Dimension, { readonly native: readonly string[]; readonly examples: readonly string[] }>> =
  {
    none: { native: [], examples: [] },
    ratio: { native: [], examples: ['dB', '%'] },
    power: { native: ['W'], examples: ['W', 'mW', 'uW', 'kW', 'dBm', 'dBW'] },
    density: { native: ['km^-2', '/km^2', '1/km^2'], examples: ['/km^2', '/m^2', '/hectare', 'km^-2'] },
    length: { native: ['km'], examples: ['km', 'm'] },
    frequency: { native: ['Hz'], examples: ['Hz', 'kHz', 'MHz', 'GHz'] },
    information: { native: ['nat', 'nats', 'nat/s/Hz'], examples: ['nat/s/Hz', 'bit/s/Hz', 'nat', 'bit'] },
  }

/** The unit of a dimension that is used inside, as it is written behind a number; empty for pure numbers. */
export const nativeUnit = (dimension: Dimension): string =>
  units[dimension].examples.find((unit) => units[dimension].native.includes(unit)) ?? ''

/** The dimension that decibels stand for, and 0 of them in dB of the native unit. */
const logarithmic: Readonly<Record<string, { readonly dimension: Dimension; readonly reference: number }>> = {
  dB: { dimension: 'ratio', reference: 0 },
  dBW: { dimension: 'power', reference: 0 },
  dBm: { dimension: 'power', reference: -30 },
}

/** Factors that are no unit of measurement to mathjs. */
const factors: Readonly<Record<string, { readonly dimension: Dimension; readonly factor: number }>> = {
  '%': { dimension: 'ratio', factor: 1 },
  ...Object.fromEntries(
    ['bit', 'bits', 'bit/s/Hz'].map((name) => [name, { dimension: 'information' as const, factor: Math.LN2 }]),
  ),
}

/** A unit that isn't one, or not of what was asked for; the message has what is allowed. */
export class UnitError extends IsacnetError {
  override readonly name = 'UnitError'
  override readonly code = 'unit'

  /**
   * @param permitted - the permitted values, in words.
   * @param hint - what may have been meant.
   */
  constructor(
    readonly permitted: string,
    got: string,
    readonly hint = '',
  ) {
    super(`must be ${permitted}, got ${got}${hint === '' ? '' : `: ${hint}`}`)
  }
}

/** A power of a unit’s name, products and quotients of them: what is looked up, and no more. */
const name = String.raw`[A-Za-zµ]+(?:\^-?\d)?`
const unitPattern = new RegExp(`^(?:%|(?:1?/ ?)?${name}(?: ?[*/ ] ?${name}){0,5})$`)

/** `per km²` and `/ km²` as `/km^2`. */
const plainUnit = (text: string): string =>
  text
    .replace(/⁻/g, '^-')
    .replace(/\^?-?[²³]/g, (power) =>
      power.replace(/\^?(-?)([²³])/, (_, sign, digit) => `^${sign}${digit === '²' ? 2 : 3}`),
    )
    .replaceAll('·', '*')
    .replace(/\bper /g, '/')
    .replace(/\s+/g, ' ')
    .trim()

/** The names in what reads as a unit, or `undefined` if a text doesn't. */
export const unitNames = (text: string): readonly string[] | undefined => {
  if (text.length > 40) return undefined
  const plain = plainUnit(text)
  return unitPattern.test(plain) ? (plain.match(/[A-Za-zµ%]+/g) ?? []) : undefined
}

/** Power in a unit of bandwidth, as noise is often given. */
const powerDensity = /^(?:dBm|dBW|[munpf]?W) ?\/ ?[kMG]?Hz$/

/** Whether a name is that of a unit of any dimension, such as `dBm` or `km`. */
export const isUnitName = async (name: string): Promise<boolean> => {
  for (const dimension of Object.keys(units) as Dimension[]) {
    if (dimension === 'none') continue
    try {
      await unitConversion(name, dimension)
      return true
    } catch (error) {
      if (!(error instanceof UnitError)) throw error
    }
  }
  return ['km', 'm', 'km^2', 'm^2'].includes(name)
}

/** A function from numbers in a unit to the native unit of a dimension. */
export type UnitConversion = (value: number) => number

/**
 * How to convert from a unit. Decibels, % and units of information are known here, others to mathjs, which is loaded for them.
 *
 * @throws {UnitError} that says what is allowed.
 */
export const unitConversion = async (text: string, dimension: Dimension): Promise<UnitConversion> => {
  const { native, examples } = units[dimension]
  const unit = plainUnit(text)
  const permitted = `a number ${dimension === 'none' ? 'without a unit' : `in ${examples.join(', ')} or the like`}`
  const mismatch = () => new UnitError(permitted, `the unit ‘${text}’`)
  if (unit === '' || native.includes(unit.replace('/ ', '/'))) return (value) => value
  const decibels = Object.hasOwn(logarithmic, unit) ? logarithmic[unit] : undefined
  if (decibels !== undefined) {
    if (decibels.dimension !== dimension) throw mismatch()
    return (value) => powerOfTen((value + decibels.reference) / 10)
  }
  const known = Object.hasOwn(factors, unit) ? factors[unit] : undefined
  if (known !== undefined) {
    if (known.dimension !== dimension) throw mismatch()
    return unit === '%' ? (value) => rounded(value / 100) : (value) => value * known.factor
  }
  const unknown = () => {
    if (dimension === 'power' && powerDensity.test(unit))
      return new UnitError(
        permitted,
        `the unit ‘${text}’`,
        'that is a power density: add 10·log10 of the bandwidth in Hz, over 20 MHz 73 dB',
      )
    const { suggestion } = new UnknownNameError('unit', unit, examples)
    return new UnitError(
      permitted,
      `the unknown unit ‘${text}’`,
      suggestion === undefined ? '' : `did you mean ‘${suggestion}’?`,
    )
  }
  if (unitNames(text) === undefined) throw unknown()
  const { Unit } = await import('./mathjs-subset.js')
  const readable = unit.replace(/^\/ ?/, '1/').replaceAll('µ', 'u')
  try {
    const one = new Unit(1, readable)
    const [target] = native
    if (target === undefined || dimension === 'information' || !one.equalBase(new Unit(1, target))) throw mismatch()
    return (value) => rounded(new Unit(value, readable).toNumeric(target))
  } catch (error) {
    throw error instanceof UnitError ? error : unknown()
  }
}

/** Exact where the exponent is an integer: 30 dBm are 1 W. */
const powerOfTen = (exponent: number): number => (Number.isInteger(exponent) ? Number(`1e${exponent}`) : 10 ** exponent)

/** So that 1 % is 0.01 and 3 per hectare are 300 per km². */
const rounded = (value: number): number => Number(value.toPrecision(15))
