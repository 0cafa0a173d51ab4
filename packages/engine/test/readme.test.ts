/// <reference types="node" />
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runExamples } from '../../../tooling/checks/src/readme-examples.js'

it('has examples that print what they say', { timeout: 60_000 }, async () => {
  const readme = fileURLToPath(new URL('../README.md', import.meta.url))
  // They compute blocks of simulations, which the engine doesn't know.
  const examples = await runExamples(readme, fileURLToPath(new URL('../../simulation', import.meta.url)))
  expect(examples.length).toBeGreaterThan(0)
  for (const { code, expected, actual } of examples) expect(actual, code).toEqual(expected)
})
