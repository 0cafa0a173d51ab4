/// <reference types="node" />
import { writeFileSync } from 'node:fs'
import { scenarioJsonSchema } from '../src/source/json-schema.js'

// npx -y pnpm@10.34.9 --filter @isacnet/scenario schema
writeFileSync(
  new URL('../schema/scenario.schema.json', import.meta.url),
  `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`,
)
