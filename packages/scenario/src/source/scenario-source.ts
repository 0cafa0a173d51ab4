import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { decimalText } from '../values/decimal-text.js'
import { ScenarioError, type SourcePosition } from './scenario-error.js'

/** Keys and indices from the top of a file to one of its values. */
export type SourcePath = readonly (string | number)[]

/** A file as plain data, with the place of everything in it. */
export interface ScenarioSource {
  /** Objects have no prototype; numbers are finite. */
  readonly value: unknown
  /** The error to throw for what stands at a path, or at the nearest place above it that exists. */
  readonly errorAt: (path: SourcePath, reason: string, options?: ErrorPlace) => ScenarioError
}

interface SourceOptions {
  /** Keys at the top whose value, unless it is a list, a mapping or nothing, is the string as it is written, whatever YAML would make of it. */
  readonly asWritten?: readonly string[]
}

interface ErrorPlace {
  /** At the key rather than at its value. */
  readonly key?: boolean
  /** So many characters into the text at the path. */
  readonly offset?: number
}

interface Place {
  readonly start: number
  readonly keyStart: number | undefined
  /** The text as it is written equals its value from here on; `undefined` if it is no text on one line. */
  readonly textStart: number | undefined
  readonly children: Map<string | number, Place>
}

/** The longest scenario that is parsed, in characters: text from a stranger has to end. */
export const longestSource = 131_072
const deepestNesting = 16

/**
 * Reads YAML 1.2 or JSON as plain data. Neither aliases nor tags nor several documents: a scenario is what it says.
 *
 * @throws {ScenarioError} with the place.
 */
export const readSource = (text: string, fileName: string, { asWritten = [] }: SourceOptions = {}): ScenarioSource => {
  if (text.length > longestSource)
    throw new ScenarioError(
      fileName,
      { line: 1, column: 1 },
      `a scenario must have at most ${longestSource} characters, got ${text.length}`,
    )
  const lineCounter = new LineCounter()
  const position = (offset: number): SourcePosition => {
    const { line, col } = lineCounter.linePos(Math.min(offset, text.length))
    return line === 0 ? { line: 1, column: 1 } : { line, column: col }
  }
  const fail = (offset: number, reason: string): ScenarioError => new ScenarioError(fileName, position(offset), reason)
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter,
    prettyErrors: false,
    stringKeys: true,
    // Checked below; the library's own check takes quadratic time.
    uniqueKeys: false,
  })
  const [error = document.warnings[0]] = document.errors
  if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) throw fail(0, nesting)
  if (error !== undefined) throw fail(error.pos[0], oneLine(explanations[error.code] ?? error.message))
  if (document.directives?.yaml.explicit === true && document.directives.yaml.version !== '1.2')
    throw fail(0, `the version of YAML must be 1.2, got ${document.directives.yaml.version}`)

  const read = (
    node: Node | null,
    keyStart: number | undefined,
    depth: number,
    verbatim = false,
  ): { value: unknown; place: Place } => {
    const children = new Map<string | number, Place>()
    const start = node?.range?.[0] ?? keyStart ?? 0
    const place = { start, keyStart, textStart: undefined, children }
    if (node === null) return { value: null, place }
    if (depth > deepestNesting) throw fail(start, nesting)
    if (isAlias(node)) throw fail(start, `aliases aren’t supported, got ‘*${node.source}’: write the value again`)
    if (node.tag !== undefined) throw fail(start, explanations.TAG_RESOLVE_FAILED!)
    if (isMap(node)) {
      const value: Record<string, unknown> = Object.create(null)
      for (const pair of node.items) {
        const key = isPair(pair) && isScalar(pair.key) ? pair.key : undefined
        const name = key?.value
        if (typeof name !== 'string') throw fail(key?.range?.[0] ?? start, 'a key must be a string')
        const at = key?.range?.[0] ?? start
        if (name === '<<') throw fail(at, 'merge keys (‘<<’) aren’t supported: write the values again')
        if (children.has(name)) throw fail(at, `‘${name}’ must be given once`)
        const child = read(pair.value as Node | null, at, depth + 1, depth === 0 && asWritten.includes(name))
        children.set(name, child.place)
        value[name] = child.value
      }
      return { value, place }
    }
    if (isSeq(node)) {
      const value = node.items.map((item, index) => {
        const child = read(item as Node | null, undefined, depth + 1)
        children.set(index, child.place)
        return child.value
      })
      return { value, place }
    }
    if (!isScalar(node)) throw fail(start, 'this is neither a string, a number, a list nor a mapping')
    const { source = '', type } = node
    const value = verbatim && node.value !== null && typeof node.value !== 'string' ? source : node.value
    if (typeof value === 'number' || typeof value === 'bigint') {
      const number = decimalText(source)
      if (typeof number === 'string') throw fail(start, `a number must be finite and decimal, got ${number}`)
      return { value: number, place: { ...place, textStart: start } }
    }
    const quote = type === 'PLAIN' ? 0 : 1
    const written = typeof value === 'string' && text.startsWith(value, start + quote)
    return { value, place: { ...place, textStart: written ? start + quote : undefined } }
  }

  const { value, place: top } = read(document.contents as Node | null, undefined, 0)
  return {
    value,
    errorAt: (path, reason, { key = false, offset = 0 } = {}) => {
      let place = top
      let exact = true
      for (const step of path) {
        const next = place.children.get(step)
        if (next === undefined) {
          exact = false
          break
        }
        place = next
      }
      if (key && exact && place.keyStart !== undefined) return fail(place.keyStart, oneLine(reason))
      return fail(exact && place.textStart !== undefined ? place.textStart + offset : place.start, oneLine(reason))
    },
  }
}

const nesting = `lists and mappings must be nested at most ${deepestNesting} deep`

const explanations: Readonly<Record<string, string>> = {
  TAG_RESOLVE_FAILED: 'tags (‘!…’) aren’t supported',
  MULTIPLE_DOCS: 'a file must hold one scenario, got another one after ‘---’',
  BLOCK_AS_IMPLICIT_KEY: 'a value can’t contain ‘: ’: put it in quotes, or begin a mapping on the next line',
  TAB_AS_INDENT: 'tabs can’t indent: use blanks',
  NON_STRING_KEY: 'a key must be a string',
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
