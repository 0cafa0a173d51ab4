import { parameterDefinitions } from '@isacnet/model'

/** A reason in the symbols of the page: `K must be an integer ≥ 1` for `usersPerCell (K) must be an integer ≥ 1`. */
export const inSymbols = (reason: string): string =>
  parameterDefinitions.reduce((text, { name, symbol }) => text.replaceAll(`${name} (${symbol})`, symbol), reason)
