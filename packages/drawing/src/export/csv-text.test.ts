import { csvParseRows } from 'd3-dsv'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvText } from './csv-text.js'

it('ends each row with CRLF, and quotes what has quotes, separators or ends of lines', () => {
  const rows = [
    ['a', 'b c', 'say "hi"', 'one, two', 'two\nlines', 'a\rb', ' ', '; \t'],
    [0.1, -0, 1e300, Number.NaN, true, false, null, undefined],
    [''],
  ]
  expect(csvText(rows)).toBe(
    'a,b c,"say ""hi""","one, two","two\nlines","a\rb", ,; \t\r\n0.1,0,1e+300,NaN,true,false,,\r\n\r\n',
  )
  expect(csvText([])).toBe('')
})

it('is read again as it was', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', 'é', ' ') })
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { maxLength: 6 }), (rows) => {
      expect(csvParseRows(csvText(rows))).toEqual(rows)
    }),
  )
})
