import { SiteFileError } from './site-file-error.js'

/** A record of a delimited file, and the line on which it begins, counting from 1. */
export interface DelimitedRecord {
  readonly line: number
  readonly fields: readonly string[]
}

/**
 * The records of a CSV file (RFC 4180), blank lines left out. Fields may be quoted and then hold separators, line breaks and
 * doubled quotes. The separator is the first of `, ; tab` that the first line has.
 *
 * @throws {SiteFileError} for a quote that is not closed, or text after a closing one.
 */
export const delimitedRecords = (text: string): DelimitedRecord[] => {
  const content = text.replace(/^\ufeff/, '')
  const heading = /^.*/.exec(content)![0]
  const separator = [',', ';', '\t'].find((candidate) => heading.includes(candidate)) ?? ','
  const records: DelimitedRecord[] = []
  let line = 1
  let at = 0
  while (at < content.length) {
    const begin = line
    const fields: string[] = []
    let ended = false
    while (!ended) {
      let field = ''
      const quoted = content[at] === '"'
      if (quoted) {
        at += 1
        for (;;) {
          const quote = content.indexOf('"', at)
          if (quote < 0)
            throw new SiteFileError(`line ${begin}`, 'a quoted field', content.slice(at), 'closed by a quote')
          const part = content.slice(at, quote)
          line += part.split(/\r\n|\n|\r/).length - 1
          field += part
          at = quote + 1
          if (content[at] !== '"') break
          field += '"'
          at += 1
        }
      }
      const rest = nextBreak(content, at, separator)
      const unquoted = content.slice(at, rest)
      if (quoted && unquoted.trim() !== '')
        throw new SiteFileError(`line ${line}`, 'a quoted field', unquoted, 'followed by a separator')
      fields.push(quoted ? field : unquoted.trim())
      at = rest
      if (content[at] === separator) at += 1
      else {
        ended = true
        if (content[at] === '\r' && content[at + 1] === '\n') at += 1
        at += 1
        line += 1
      }
    }
    if (fields.length > 1 || fields[0] !== '') records.push({ line: begin, fields })
  }
  return records
}

const nextBreak = (content: string, from: number, separator: string): number => {
  let at = from
  while (at < content.length && content[at] !== separator && content[at] !== '\n' && content[at] !== '\r') at++
  return at
}
