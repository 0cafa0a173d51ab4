import { writeFileSync } from 'node:fs'
import { documentJsonSchema, type SchemaName, schemas } from './json-schemas.js'

// npx -y pnpm@10.34.9 --filter isacnet schemas
for (const name of Object.keys(schemas) as SchemaName[])
  writeFileSync(
    new URL(`../schemas/${name}.schema.json`, import.meta.url),
    `${JSON.stringify(documentJsonSchema(name), null, 2)}\n`,
  )
