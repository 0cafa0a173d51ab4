import * as z from 'zod/mini'
import { auditSchema } from '../src/commands/audit/audit-schema.js'
import { batchSchema } from '../src/commands/batch/batch-schema.js'
import { compareDeploymentsSchema } from '../src/commands/compare-deployments/compare-deployments-schema.js'
import { distributionSchema } from '../src/commands/distribution/distribution-schema.js'
import { compareSchema } from '../src/commands/evaluate/compare-schema.js'
import { evaluateSchema } from '../src/commands/evaluate/evaluate-schema.js'
import { loadSchema } from '../src/commands/evaluate/load-schema.js'
import { mapSchema } from '../src/commands/map/map-schema.js'
import { optimizeSchema } from '../src/commands/optimize/optimize-schema.js'
import { parametersSchema } from '../src/commands/parameters/parameters-schema.js'
import { regionSchema } from '../src/commands/region/region-schema.js'
import { reproduceSchema } from '../src/commands/reproduce/reproduce-schema.js'
import { simulateSchema } from '../src/commands/simulate/simulate-schema.js'
import { checkSchema } from '../src/commands/study/check-schema.js'
import { diffSchema } from '../src/commands/study/diff-schema.js'
import { initSchema } from '../src/commands/study/init-schema.js'
import { studyResultsSchema } from '../src/commands/study/study-results-schema.js'
import { topologySchema } from '../src/commands/topology/topology-schema.js'
import { validateSchema } from '../src/commands/validate/validate-schema.js'
import { descriptions } from '../src/documents/described-schema.js'
import { errorSchema } from '../src/documents/error-schema.js'

/** The schemas of what each command prints with `--json`. */
export const documents = {
  evaluate: evaluateSchema,
  'evaluate-compare': compareSchema,
  'evaluate-load': loadSchema,
  distribution: distributionSchema,
  simulate: simulateSchema,
  validate: validateSchema,
  'compare-deployments': compareDeploymentsSchema,
  topology: topologySchema,
  map: mapSchema,
  optimize: optimizeSchema,
  region: regionSchema,
  sweep: studyResultsSchema,
  merge: studyResultsSchema,
  diff: diffSchema,
  init: initSchema,
  check: checkSchema,
  reproduce: reproduceSchema,
  audit: auditSchema,
  parameters: parametersSchema,
} as const

export type DocumentName = keyof typeof documents

/** All that are published: those of documents, that of a batch’s lines, and that of errors. */
export const schemas = { ...documents, batch: batchSchema, error: errorSchema } as const

export type SchemaName = keyof typeof schemas

/** The JSON Schema (draft 7) of a document, as `dist/<name>.schema.json` of the package has it. */
export const documentJsonSchema = (name: SchemaName): Record<string, unknown> => {
  const { $schema, ...rest } = z.toJSONSchema(schemas[name], { target: 'draft-7', metadata: descriptions })
  const [command, flagged] = name === 'evaluate-load' ? ['evaluate', 'set lambda_u=…'] : name.split('-')
  const title =
    name === 'error'
      ? 'What every command prints with --json when it fails'
      : name === 'batch'
        ? 'A line that isacnet batch prints'
        : `What isacnet ${command}${flagged === undefined ? '' : ` --${flagged}`} --json prints`
  return { $schema, $id: `https://unpkg.com/isacnet/dist/${name}.schema.json`, title, ...rest }
}
