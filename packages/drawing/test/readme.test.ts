/// <reference types="node" />
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runExamples } from '../../../tooling/checks/src/readme-examples.js'

const readme = fileURLToPath(new URL('../README.md', import.meta.url))

it('the examples print what they say', async () => {
  const examples = await runExamples(readme)
  expect(examples.length).toBeGreaterThan(0)
  for (const { code, expected, actual } of examples) expect(actual, code).toEqual(expected)
}, 30_000)
