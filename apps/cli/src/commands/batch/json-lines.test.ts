import { expect, it } from 'vitest'
import { linesOf, longestLine } from './json-lines.js'

async function* parts(...texts: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* texts
}

const read = async (...texts: readonly (string | Uint8Array)[]) => {
  const lines: { number: number; text: string | null }[] = []
  for await (const line of linesOf(parts(...texts))) lines.push(line)
  return lines
}

it('has the lines of a stream, however it is cut, with their numbers', async () => {
  const bytes = new TextEncoder().encode('λ\n')
  expect(await read('a\r\n\n  b', '\n', bytes.slice(0, 1), bytes.slice(1), 'last')).toEqual([
    { number: 1, text: 'a' },
    { number: 3, text: 'b' },
    { number: 4, text: 'λ' },
    { number: 5, text: 'last' },
  ])
})

it('lets go of a line that is too long, and goes on', async () => {
  expect(await read('x'.repeat(longestLine), 'x'.repeat(longestLine), '\nb\n')).toEqual([
    { number: 1, text: null },
    { number: 2, text: 'b' },
  ])
})
