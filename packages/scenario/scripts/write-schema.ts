/// <reference types="node" />
import { writeFileSync } from 'node:fs'
import { scenarioJsonSchema } from '../src/json-schema.js'

// npx tsx --conditions @isacnet/source packages/scenario/scripts/write-schema.ts
writeFileSync(
  new URL('../schema/scenario.schema.json', import.meta.url),
  `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`,
)
