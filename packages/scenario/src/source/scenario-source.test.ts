import { describe, expect, it } from 'vitest'
import { ScenarioError } from './scenario-error.js'
import { longestSource, readSource } from './scenario-source.js'

const read = (text: string) => readSource(text, 'f')

const laughs = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
`

/** Files of strangers, each with what is said of them. */
const hostile: readonly (readonly [string, RegExp])[] = [
  [laughs, /^f:2:8: aliases aren’t supported, got ‘\*a’/],
  ['a: &a [*a]', /^f:1:8: aliases/],
  ['a: *nothing', /^f:1:4: /],
  ['<<: { a: 1 }\nb: 2', /^f:1:1: merge keys/],
  ['b:\n  <<: [1]', /^f:2:3: merge keys/],
  ['a: !!js/function "x"', /^f:1:\d+: tags/],
  ['a: !<tag:x> y', /^f:1:\d+: tags/],
  ['!include x', /^f:1:\d+: tags/],
  ['a: !!binary aGk=', /^f:1:\d+: tags/],
  ['a: !!set {x, y}', /^f:1:\d+: tags/],
  ['a: !!str 1', /^f:1:\d+: tags/],
  ['a: !!omap []', /^f:1:\d+: tags/],
  ['a: 1\n---\nb: 2', /^f:2:1: a file must hold one scenario/],
  ['%YAML 1.1\n---\na: yes', /^f:1:1: the version of YAML must be 1\.2/],
  ['? [a]\n: 1', /^f:1:3: a key must be a string/],
  ['? { a: 1 }\n: 1', /^f:1:3: a key must be a string/],
  ['a: 1\nb: 2\na: 3', /^f:3:1: ‘a’ must be given once/],
  ['__proto__: 1\n__proto__: 2', /^f:2:1: ‘__proto__’ must be given once/],
  ['a: b: c', /^f:1:4: a value can’t contain ‘: ’/],
  ['\ta: 1', /^f:1:1: tabs can’t indent/],
  ['a: "x', /^f:1:6: /],
  ['a: {b: 1', /^f:1:9: /],
  ['['.repeat(60_000), /^f:1:1: lists and mappings must be nested at most 16 deep$/],
  ['{a: '.repeat(30_000), /^f:1:1: lists and mappings must be nested/],
  ['- '.repeat(60_000), /^f:1:1: lists and mappings must be nested/],
  [`a: ${'['.repeat(20)}${']'.repeat(20)}`, /^f:1:\d+: lists and mappings must be nested at most 16 deep$/],
  ['x'.repeat(longestSource + 1), /^f:1:1: a scenario must have at most 131072 characters, got 131073$/],
  ['a: -.inf', /^f:1:4: a number must be finite and decimal, got ‘-\.inf’/],
  ['a: .NaN', /^f:1:4: a number must be finite and decimal/],
  ['a: 0o17', /^f:1:4: a number must be finite and decimal/],
  ['a: 1e-999', /^f:1:4: a number must be .* too small for a number$/],
  [`a: 1${'0'.repeat(400)}`, /too large for a number$/],
]

describe('readSource', () => {
  it.each(
    hostile.map(([text, message]) => [text.length > 60 ? `${text.slice(0, 60)}…` : text, text, message] as const),
  )('refuses %j', (_, text, message) => {
    let error: unknown
    try {
      read(text)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(ScenarioError)
    expect((error as Error).message).toMatch(message)
    expect((error as Error).message).not.toContain('\n')
  })

  it('reads many keys and long lists', () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => `k${index}: 1`).join('\n')
    expect(Object.keys(read(keys).value as object)).toHaveLength(10_000)
    expect(read('- 1\n'.repeat(20_000)).value).toHaveLength(20_000)
  }, 60_000)

  it('gives objects nothing to inherit, and pollutes none', () => {
    const { value } = read('__proto__: { polluted: 1 }\nconstructor: 2') as { value: Record<string, unknown> }
    expect(Object.getPrototypeOf(value)).toBe(null)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor'])
  })

  it('knows where everything stands', () => {
    const source = read('a:\n  - b: "text"\n    c: 12\n')
    const at = (
      ...[path, options]: Parameters<typeof source.errorAt> extends [infer P, string, (infer O)?] ? [P, O?] : never
    ) => source.errorAt(path, 'here', options).message
    expect(at(['a', 0, 'b'])).toBe('f:2:9: here')
    expect(at(['a', 0, 'b'], { offset: 2 })).toBe('f:2:11: here')
    expect(at(['a', 0, 'b'], { key: true })).toBe('f:2:5: here')
    expect(at(['a', 0, 'missing'])).toBe('f:2:5: here')
    expect(at([])).toBe('f:1:1: here')
  })
})
