/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runExamples } from '../../../tooling/checks/src/readme-examples.js'
import { parameterDefinitions, permittedValues } from '../src/network/parameter-definitions.js'
import { writtenParameterValue } from '../src/options/parameter-value.js'

const readme = fileURLToPath(new URL('../README.md', import.meta.url))

it('the examples print what they say', async () => {
  const examples = await runExamples(readme)
  expect(examples.length).toBeGreaterThan(0)
  for (const { code, expected, actual } of examples)
    expect(
      actual.map((line) => line.trim()),
      code,
    ).toEqual(expected)
}, 30_000)

it('the table is the one that the package holds', () => {
  const rows = parameterDefinitions.map((definition) => {
    const { name, symbol, aliases, defaultValue, unit } = definition
    const spellings = aliases.map((alias) => `\`${alias}\``).join(', ')
    return [
      `\`${name}\``,
      symbol,
      spellings,
      permittedValues(definition),
      `${writtenParameterValue(defaultValue)} ${unit}`.trim(),
    ]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | ')
  })
  const text = readFileSync(readme, 'utf8').replace(/ +/g, ' ')
  for (const row of rows) expect(text).toContain(`\n| ${row} |\n`)
})
