import { describe, expect, it } from 'vitest'
import { delimitedRecords } from './delimited-text.js'

const fields = (text: string) => delimitedRecords(text).map((record) => record.fields)

describe('delimitedRecords', () => {
  it('reads quoted fields and knows their lines', () => {
    expect(delimitedRecords('name,x\r\n"a, ""b""\nc",1\n\n d , 2')).toEqual([
      { line: 1, fields: ['name', 'x'] },
      { line: 2, fields: ['a, "b"\nc', '1'] },
      { line: 5, fields: ['d', '2'] },
    ])
  })

  it('finds the separator, and minds empty fields', () => {
    expect(fields('a;b\n1,5;2\n')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ])
    expect(fields('\ufeffa\tb\n\t2')).toEqual([
      ['a', 'b'],
      ['', '2'],
    ])
    expect(fields('a,b\n1,\n,')).toEqual([
      ['a', 'b'],
      ['1', ''],
      ['', ''],
    ])
    expect(fields('')).toEqual([])
  })

  it('refuses open quotes, and text after closed ones', () => {
    expect(() => fields('a,b\n1,"2\n3')).toThrow('line 2: a quoted field must be closed by a quote, got ‘2 3’')
    expect(() => fields('a,b\n"1"2,3')).toThrow('line 2: a quoted field must be followed by a separator, got ‘2’')
  })
})
