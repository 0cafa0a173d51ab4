/** Characters of a line: more is no request. */
export const longestLine = 1_000_000

/** The lines of a stream without those that are blank, each with its number from 1; `null` for one that is too long. */
export async function* linesOf(
  input: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<{ readonly number: number; readonly text: string | null }> {
  const decoder = new TextDecoder()
  let number = 1
  let rest = ''
  let tooLong = false
  const line = (text: string): { readonly number: number; readonly text: string | null }[] => {
    const found = tooLong || text.length > longestLine ? null : text.replace(/\r$/, '').trim()
    tooLong = false
    return found === '' ? [] : [{ number, text: found }]
  }
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      yield* line(rest.slice(0, end))
      number++
      rest = rest.slice(end + 1)
    }
    if (rest.length > longestLine) {
      tooLong = true
      rest = ''
    }
  }
  yield* line(rest + decoder.decode())
}
