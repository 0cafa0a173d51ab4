/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parameterDefinitions } from '@isacnet/model'
import { expect, it } from 'vitest'
import { scenarioJsonSchema, scenarioSchemaUrl } from './json-schema.js'

const published = readFileSync(fileURLToPath(new URL('../../schema/scenario.schema.json', import.meta.url)), 'utf8')

// npx -y pnpm@10.34.9 --filter @isacnet/scenario schema
it('the published schema is that of the code', () => {
  expect(published).toBe(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`)
})

it('is a JSON Schema with every parameter and its aliases described', () => {
  const schema = JSON.parse(published)
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#')
  expect(schema.$id).toBe(scenarioSchemaUrl)
  const { properties } = schema.properties.network.anyOf[0]
  for (const { name, aliases, meaning } of parameterDefinitions)
    for (const spelling of [name, ...aliases]) expect(properties[spelling].description).toContain(meaning)
})
