import * as z from 'zod/mini'

/** The descriptions of members in the JSON Schemas. */
export const descriptions = z.registry<{ readonly description: string }>()

export const described = <Schema extends z.core.$ZodType>(schema: Schema, description: string): Schema => {
  descriptions.add(schema, { description })
  return schema
}

export const number = (description: string) => described(z.number(), description)
export const count = (description: string) => described(z.int().check(z.nonnegative()), description)
export const text = (description: string) => described(z.string(), description)
export const flag = (description: string) => described(z.boolean(), description)
export const list = <Item extends z.core.$ZodType>(item: Item, description: string) =>
  described(z.array(item), description)
export const numberOrNull = (description: string) => described(z.nullable(z.number()), description)

/**
 * The type of the documents that a schema describes. Commands import such types only: zod is loaded by the script that writes the
 * JSON Schemas, and by tests.
 */
export type DocumentOf<Schema extends z.core.$ZodType> = Immutable<z.infer<Schema>>

type Immutable<Value> = unknown extends Value ? Value : { readonly [Member in keyof Value]: Immutable<Value[Member]> }
