import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runExamples } from '../../../tooling/checks/src/readme-examples.js'

it('the examples of the README print what they say', async () => {
  const examples = await runExamples(fileURLToPath(new URL('../README.md', import.meta.url)))
  expect(examples.length).toBeGreaterThan(0)
  for (const { code, expected, actual } of examples) expect(actual, code).toEqual(expected)
}, 180_000)
