import {
  informationUnits,
  type NetworkParameters,
  type ParameterName,
  parameterDefinitions,
  permittedValues,
} from '@isacnet/model'
import * as z from 'zod/mini'
import { count, described, number } from './described-schema.js'

type Shape = {
  [Name in ParameterName]: NetworkParameters extends Record<Name, number>
    ? NumberSchema
    : z.ZodMiniExactOptional<NumberSchema>
}

type NumberSchema = ReturnType<typeof number>

/** All parameters of the table. */
export const network = described(
  z.strictObject(
    Object.fromEntries(
      parameterDefinitions.map((definition) => {
        const schema = number(
          `${definition.symbol}: ${definition.meaning}, ${permittedValues(definition)}${definition.unit === '' ? '' : `, ${definition.unit}`}`,
        )
        return [definition.name, definition.infinityPermitted ? z.exactOptional(schema) : schema]
      }),
    ) as Shape,
  ),
  'every parameter by code name; those that are infinite are left out',
)

export const degreesOfFreedom = described(
  z.strictObject({
    available: count('M_t'),
    used: count('K·L + J·(Q−1)'),
    diversityOrder: count('D = M_t − K·L − J·(Q−1) + 1'),
  }),
  'spatial degrees of freedom',
)

export const unit = described(z.enum(informationUnits), 'of information, in all rates: nat/s/Hz or bit/s/Hz')
