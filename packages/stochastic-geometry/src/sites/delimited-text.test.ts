import { describe, expect, it } from 'vitest'
import { delimitedRecords, firstRecords, namedSeparator, withPlainLineEnds } from './delimited-text.js'

const fields = (text: string, separator: string) => delimitedRecords(withPlainLineEnds(text), separator).fields

describe('delimitedRecords', () => {
  it('reads quoted fields and knows their lines', () => {
    expect(delimitedRecords('name,x\n"a, ""b""\nc",1\n\nd,2', ',')).toEqual({
      fields: [['name', 'x'], ['a, "b"\nc', '1'], [''], ['d', '2']],
      lines: Int32Array.of(1, 2, 4, 5),
    })
  })

  it.each(['\n', '\r\n', '\r'])('has the same records whatever ends lines: %j', (end) => {
    expect(fields(['\ufeffa\tb', '\t2', '"x', 'y"\t3', ''].join(end), '\t')).toEqual([
      ['a', 'b'],
      ['', '2'],
      ['x\ny', '3'],
      [''],
    ])
  })

  it('leaves quotes alone that don’t begin a field, as in inches', () => {
    expect(fields('a,b\n19" rack,2', ',')).toEqual([
      ['a', 'b'],
      ['19" rack', '2'],
    ])
  })

  it('refuses open quotes, and text after closed ones', () => {
    expect(() => fields('a,b\n1,"2\n3', ',')).toThrow('line 2: a quoted field must be closed by a quote, got ‘1,2 3’')
    expect(() => fields('a,b\n"p\nq",1\n"1"2,3', ',')).toThrow(
      'line 4: a quoted field must be followed by a separator or the end of its line',
    )
  })
})

describe('firstRecords', () => {
  it('reads no further than asked', () => {
    expect(firstRecords('a;b\n"c\nd";e\nf;"', ';', 2)).toEqual([
      ['a', 'b'],
      ['c\nd', 'e'],
    ])
  })
})

describe('namedSeparator', () => {
  it('is what spreadsheets write into a first line', () => {
    for (const text of ['sep=;\na;b', 'SEP=;', '"sep=;"\na']) expect(namedSeparator(text), text).toBe(';')
    expect(namedSeparator('sep=\t\na\tb')).toBe('\t')
    for (const text of ['separator,x\n', 'a;b\nsep=;\n', 'sep=;;\n']) expect(namedSeparator(text), text).toBeUndefined()
  })
})
