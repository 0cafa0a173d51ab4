import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ExpressionError, longestExpression, parseExpression } from './expression.js'

beforeAll(() => import('./mathjs-subset.js'), 60_000)

const parse = (text: string) =>
  parseExpression(
    text,
    (name) => (['a', 'b', 'λ_b', 'M_t'].includes(name) ? name : undefined),
    (name) => `unknown name ‘${name}’`,
  )

const calculated = async (text: string, values: Readonly<Record<string, number>> = {}): Promise<number> =>
  (await parse(text)).evaluate((name) => values[name]!)

/** Inputs of strangers: nothing of them may run, allocate or be taken for an expression. */
const hostile: readonly string[] = [
  // definitions, assignments, blocks
  ...['f(x) = x', 'a = 1', 'a; b', 'a\nb', 'f(x, y) = f(y, x); f(1, 2)', 'a += 1', '_(a)=a', 'a.b = 1'],
  // properties and indices
  ...['a.constructor', 'a["constructor"]', 'a[1]', '[1,2].constructor', '"x".length', 'a.b.c()', '{}.x', '{a: 1}'],
  // what mathjs has, but not here
  ...['import("fs")', 'evaluate("1")', 'parse("1")', 'compile("1")', 'createUnit("x")', 'config({})', 'typed(1)'],
  ...['simplify(a)', 'derivative(a, a)', 'help(sqrt)', 'parser()', 'chain(1)', 'print(a)', 'format(a)', 'unit(1)'],
  ...['random()', 'zeros(10000)', 'ones(1e9)', 'range(0, 1e9)', 'identity(10000)', 'matrix(1)', 'sparse(1)'],
  ...['factorial(1e9)', '170!', 'a!', 'gamma(1e300)', 'combinations(1e9, 5e8)', 'nthRoot(a, 1e9)', 'primes(1e9)'],
  ...['bignumber(1)', 'fraction(1, 3)', 'complex(1, 2)', 'i', '2i', 'sqrt(-1)', 'log(-1)', 'bellNumbers(10000)'],
  // names of JavaScript's own
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'this', 'globalThis', 'process', 'Object'],
  ...[
    'constructor(1)',
    '__proto__(1)',
    'toString()',
    'hasOwnProperty(a)',
    'valueOf()',
    'eval(1)',
    'Function(1)',
    'require(1)',
  ],
  ...[
    'sqrt.constructor',
    'sqrt.constructor("return 1")()',
    'floor(1).x',
    '(sqrt)(4)',
    '(a)(b)',
    'sqrt',
    'pi(2)',
    'a(2)',
  ],
  // other kinds of values
  ...[
    '"text"',
    "'text'",
    '`text`',
    '[1, 2]',
    '[1; 2]',
    '1:10',
    '1:1e9',
    'true',
    'null',
    'undefined',
    'NaN',
    'Infinity',
    '-Infinity',
  ],
  // operators
  ...[
    'a % b',
    '5%',
    'a & b',
    'a | b',
    'a << 31',
    'a ? b : 1',
    'a and b',
    'not a',
    'a mod b',
    'a to b',
    'a in b',
    'a == b',
    'a < b',
  ],
  ...["a'", 'a .* b', 'a .^ b', '2 a', 'a b', '(a)(b)', '2(a)', 'a # comment', 'a // b', 'a ** b'],
  // units
  ...['5 km', '1 km to m', 'km', '30 dBm'],
  // literals and sizes
  ...[
    '1e400',
    '0x10',
    '0b11',
    '0o7',
    '1_000',
    '1,000',
    '1..2',
    '',
    ' ',
    '(',
    ')',
    '((a)',
    'a,',
    ',',
    '+',
    '10^10^10',
    '0/0',
    '1/0',
    '-1/0',
  ],
  ...[
    `${'('.repeat(60)}a${')'.repeat(60)}`,
    `${'-'.repeat(150)}a`,
    `${'sqrt('.repeat(36)}a${')'.repeat(18)}`,
    `${'a^'.repeat(90)}a`,
  ],
  ...['9'.repeat(longestExpression + 1), `${'a+'.repeat(longestExpression)}a`, '9'.repeat(5000), '('.repeat(5000)],
  ...['\u0000', 'a\u202eb', 'ａ', '٣', '𝟏', 'a\u00a0+ b', 'e\u0301'],
]

describe('what strangers write', () => {
  it.each(hostile.map((text) => [text]))('%j', async (text) => {
    let outcome: unknown
    try {
      outcome = await calculated(text, { a: 2, b: 3, λ_b: 1, M_t: 20 })
    } catch (error) {
      outcome = error
    }
    expect(outcome, String(outcome)).toBeInstanceOf(ExpressionError)
    expect((outcome as Error).message.length).toBeLessThan(500)
  })

  it('is tried in great variety', () => expect(hostile.length).toBeGreaterThan(150))

  it('leaves no trace in what all objects share', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    for (const text of hostile) await parse(text).catch(() => {})
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  })

  it('of any kind is either refused or a finite number', async () => {
    const fragments = [
      'a',
      'b',
      '1',
      '2.5',
      '1e9',
      '+',
      '-',
      '*',
      '/',
      '^',
      '(',
      ')',
      ',',
      ' ',
      'floor',
      'max',
      'log',
      '.',
      'e',
      '[',
      '=',
      'constructor',
    ]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...fragments), { maxLength: 25 }), async (parts) => {
        try {
          expect(await calculated(parts.join(''), { a: 2, b: 3 })).toSatisfy(Number.isFinite)
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('an expression', () => {
  it('is arithmetic as JavaScript has it', async () => {
    const operand = fc.double({ min: -100, max: 100, noNaN: true }).map((value) => Number(value.toFixed(3)))
    const tree: fc.Arbitrary<string> = fc.letrec<{ term: string }>((tie) => ({
      term: fc.oneof(
        { depthSize: 'small' },
        operand.map((value) => (value < 0 ? `(${value})` : String(value))),
        fc.tuple(tie('term'), fc.constantFrom('+', '-', '*'), tie('term')).map(([a, op, b]) => `(${a} ${op} ${b})`),
      ),
    })).term
    await fc.assert(
      fc.asyncProperty(tree, async (text) => {
        fc.pre(text.length <= longestExpression && !text.includes('e'))
        // Trees of numbers, parentheses and + - * only.
        expect(await calculated(text)).toBe(new Function(`return ${text}`)())
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['2^3^2', 512],
    ['-2^2', -4],
    ['2^-1', 0.5],
    ['10 - 4 - 3', 3],
    ['12 / 3 / 2', 2],
    ['2 + 3 * 4', 14],
    ['log(e)', 1],
    ['log(100, 10)', 2],
    ['cbrt(27) + abs(-1)', 4],
    ['min(3, 1, 2)', 1],
    ['floor(-0.5) + ceil(0.29 * 100)', 28],
    ['exp(0) + pi - pi', 1],
    ['a * λ_b + M_t', 26],
  ])('%s = %d', async (text, value) => {
    expect(await calculated(text, { a: 2, λ_b: 3, M_t: 20 })).toBe(value)
  })

  it('says to which names it refers', async () => {
    expect([...(await parse('a + floor(b) * a')).names]).toEqual(['a', 'b'])
  })

  it('says where it is wrong', async () => {
    await expect(parse('a + floor(1 + bb)')).rejects.toMatchObject({ message: 'unknown name ‘bb’', offset: 14 })
    await expect(parse('a + [1]')).rejects.toMatchObject({ offset: 4 })
    await expect(parse('a + flor(1)')).rejects.toMatchObject({ offset: 4 })
  })
})
