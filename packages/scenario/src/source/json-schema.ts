import * as z from 'zod/mini'
import { descriptions, scenarioSchema } from './scenario-schema.js'

/** Where the JSON Schema of the current version is published. */
export const scenarioSchemaUrl = 'https://unpkg.com/@isacnet/scenario/dist/scenario.schema.json'

/**
 * The JSON Schema (draft 7, which editors know best) of scenario files, as `dist/scenario.schema.json` has it.
 *
 * @example
 * scenarioJsonSchema().$schema // 'http://json-schema.org/draft-07/schema#'
 */
export const scenarioJsonSchema = (): Record<string, unknown> => {
  const schema = z.toJSONSchema(scenarioSchema, { target: 'draft-7', metadata: descriptions, io: 'input' })
  const { $schema, ...rest } = schema
  return { $schema, $id: scenarioSchemaUrl, title: 'Scenario of isacnet', ...rest }
}
