/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import * as functions from '../src/index.js'

const sources = fileURLToPath(new URL('../src', import.meta.url))

/** The lines `expression // value` below `@example` in docstrings. */
const examples = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.test)\.ts$/.test(name))
  .flatMap((name) => readFileSync(`${sources}/${name}`, 'utf8').match(/@example\n(?: \* .* \/\/ .*\n)+/g) ?? [])
  .flatMap((block) => [...block.matchAll(/^ \* (.*) \/\/ (.*)$/gm)].map(([, expression, value]) => [expression, value]))

const evaluated = (expression: string): unknown =>
  new Function(...Object.keys(functions), `return ${expression}`)(...Object.values(functions))

it('has examples', () => {
  expect(examples.length).toBeGreaterThan(7)
})

it.each(examples)('%s is %s', (expression, value) => {
  expect(evaluated(expression!)).toEqual(evaluated(value!))
})
