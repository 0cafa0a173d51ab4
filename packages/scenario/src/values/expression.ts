import { IsacnetError } from '@isacnet/model'
import type { MathNode } from './mathjs-subset.js'

/** The functions that an expression may call, with their numbers of arguments. */
const functions: Readonly<Record<string, ExpressionFunction>> = Object.assign(Object.create(null), {
  abs: { evaluate: Math.abs, fewest: 1, most: 1 },
  cbrt: { evaluate: Math.cbrt, fewest: 1, most: 1 },
  ceil: { evaluate: (x: number) => Math.ceil(nearInteger(x)), fewest: 1, most: 1 },
  exp: { evaluate: Math.exp, fewest: 1, most: 1 },
  floor: { evaluate: (x: number) => Math.floor(nearInteger(x)), fewest: 1, most: 1 },
  log: {
    evaluate: (x: number, base?: number) => (base === undefined ? Math.log(x) : Math.log(x) / Math.log(base)),
    fewest: 1,
    most: 2,
  },
  log10: { evaluate: Math.log10, fewest: 1, most: 1 },
  log2: { evaluate: Math.log2, fewest: 1, most: 1 },
  max: { evaluate: Math.max, fewest: 1, most: 20 },
  min: { evaluate: Math.min, fewest: 1, most: 20 },
  round: { evaluate: Math.round, fewest: 1, most: 1 },
  sqrt: { evaluate: Math.sqrt, fewest: 1, most: 1 },
} satisfies Record<string, ExpressionFunction>)

interface ExpressionFunction {
  readonly evaluate: (...values: number[]) => number
  readonly fewest: number
  readonly most: number
}

const constants: Readonly<Record<string, number>> = Object.assign(Object.create(null), { pi: Math.PI, e: Math.E })

const operators: Readonly<Record<string, (a: number, b: number) => number>> = Object.assign(Object.create(null), {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  '^': (a: number, b: number) => a ** b,
})

/** Names with a meaning of their own in expressions. */
export const reservedNames: ReadonlySet<string> = new Set([...Object.keys(functions), ...Object.keys(constants)])

/** In characters. */
export const longestExpression = 200
const deepestExpression = 30

/** An integer if a number differs from it by rounding errors only: 0.29·100 counts as 29. */
const nearInteger = (x: number): number => {
  const nearest = Math.round(x)
  return Math.abs(x - nearest) <= 1e-12 * Math.abs(x) ? nearest : x
}

/** An invalid expression: its fault, and how many characters from its beginning. */
export class ExpressionError extends IsacnetError {
  override readonly name = 'ExpressionError'
  override readonly code = 'expression'
  readonly offset: number

  constructor(reason: string, offset = 0) {
    super(reason)
    this.offset = offset
  }
}

/** A part of an expression. */
export type ExpressionTree =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'minus'; readonly of: ExpressionTree }
  | {
      readonly kind: 'operation'
      readonly operator: string
      readonly left: ExpressionTree
      readonly right: ExpressionTree
    }
  | { readonly kind: 'call'; readonly called: string; readonly values: readonly ExpressionTree[] }

/** An expression over named numbers, checked. */
export interface Expression {
  readonly text: string
  readonly tree: ExpressionTree
  /** The names it refers to, as `resolveName` gave them. */
  readonly names: ReadonlySet<string>
  /**
   * Takes at most a few microseconds, whatever the expression.
   *
   * @throws {ExpressionError} if the value is no finite number.
   */
  readonly evaluate: (lookUp: (name: string) => number) => number
}

/**
 * Reads an expression: numbers, names, `+ - * / ^`, parentheses and calls of a few functions of numbers. It may come from anyone:
 * everything else that mathjs reads is refused, and mathjs only reads it, so that nothing but the arithmetic here is ever run.
 *
 * @param resolveName - the name that stands for what is called so, or `undefined` if nothing is.
 * @param describeUnknown - says why a name stands for nothing.
 * @throws {ExpressionError} with the place and what is allowed.
 */
export const parseExpression = async (
  text: string,
  resolveName: (name: string) => string | undefined,
  describeUnknown: (name: string) => string,
): Promise<Expression> => {
  if (text.length > longestExpression)
    throw new ExpressionError(`an expression must have at most ${longestExpression} characters, got ${text.length}`)
  const stranger = /[^\p{L}\p{N}_ .+\-*/^(),]/u.exec(text)
  if (stranger !== null)
    throw new ExpressionError(`an expression can’t contain ‘${stranger[0]}’: permitted: ${grammar}`, stranger.index)
  const otherBase = /\b0[xXbBoO]/.exec(text)
  if (otherBase !== null) throw new ExpressionError('numbers in expressions must be decimal', otherBase.index)
  const { parse } = await import('./mathjs-subset.js')
  const names = new Set<string>()
  const placeOf = (name: string): number => {
    const found = new RegExp(
      `(?<![\\p{L}\\p{N}_])${name.replace(/[^\p{L}\p{N}_]/gu, '')}(?![\\p{L}\\p{N}_])`,
      'u',
    ).exec(text)
    return found?.index ?? 0
  }

  const read = (node: MathNode, depth: number): ExpressionTree => {
    if (depth > deepestExpression)
      throw new ExpressionError(`an expression must be nested at most ${deepestExpression} deep`)
    const { args = [] } = node
    switch (node.type) {
      case 'ConstantNode': {
        const { value } = node
        if (typeof value !== 'number' || !Number.isFinite(value))
          throw new ExpressionError(`numbers in expressions must be finite, got ‘${String(value)}’`)
        return { kind: 'number', value }
      }
      case 'SymbolNode': {
        const written = node.name ?? ''
        const constant = constants[written]
        if (constant !== undefined) return { kind: 'number', value: constant }
        if (functions[written] !== undefined)
          throw new ExpressionError(`‘${written}’ is a function: write ${written}(…)`, placeOf(written))
        const name = resolveName(written)
        if (name === undefined) throw new ExpressionError(describeUnknown(written), placeOf(written))
        names.add(name)
        return { kind: 'name', name }
      }
      case 'ParenthesisNode':
        return read(node.content!, depth + 1)
      case 'OperatorNode': {
        const [a, b] = args.map((argument) => read(argument, depth + 1))
        if (node.implicit === true)
          throw new ExpressionError(`write a product with ‘*’, as in 2 * usersPerCell, got ‘${text}’`)
        if (a !== undefined && args.length === 1 && node.op === '-') return { kind: 'minus', of: a }
        if (a !== undefined && args.length === 1 && node.op === '+') return a
        const operator = node.op ?? ''
        if (a === undefined || b === undefined || args.length !== 2 || operators[operator] === undefined)
          throw new ExpressionError(`unknown operator ‘${operator}’: permitted: ${grammar}`)
        return { kind: 'operation', operator, left: a, right: b }
      }
      case 'FunctionNode': {
        const name = node.fn?.type === 'SymbolNode' ? (node.fn.name ?? '') : ''
        const called = functions[name]
        if (called === undefined) {
          const permitted = Object.keys(functions).join(', ')
          throw new ExpressionError(`unknown function ‘${name}’: permitted: ${permitted}`, placeOf(name))
        }
        const { fewest, most } = called
        if (args.length < fewest || args.length > most) {
          const expected = fewest === most ? `${fewest}` : `${fewest} to ${most}`
          throw new ExpressionError(`${name} takes ${expected} arguments, got ${args.length}`, placeOf(name))
        }
        return { kind: 'call', called: name, values: args.map((argument) => read(argument, depth + 1)) }
      }
      default:
        throw new ExpressionError(`‘${text}’ is not an expression: permitted: ${grammar}`)
    }
  }

  const tree = read(syntaxTree(parse, text), 0)
  return {
    text,
    tree,
    names,
    evaluate: (lookUp) => {
      const value = valueOfTree(tree, lookUp)
      if (!Number.isFinite(value)) throw new ExpressionError(`‘${text}’ must be a finite number, got ${value}`)
      return value
    },
  }
}

const valueOfTree = (tree: ExpressionTree, lookUp: (name: string) => number): number => {
  switch (tree.kind) {
    case 'number':
      return tree.value
    case 'name':
      return lookUp(tree.name)
    case 'minus':
      return -valueOfTree(tree.of, lookUp)
    case 'operation':
      return operators[tree.operator]!(valueOfTree(tree.left, lookUp), valueOfTree(tree.right, lookUp))
    case 'call':
      return functions[tree.called]!.evaluate(...tree.values.map((value) => valueOfTree(value, lookUp)))
  }
}

const grammar = `numbers, names, + - * / ^ ( ) and ${Object.keys(functions).join(', ')}`

const syntaxTree = (parse: (text: string) => MathNode, text: string): MathNode => {
  try {
    return parse(text)
  } catch (error) {
    const { char, message } = error as Error & { char?: number }
    const reason = message.replace(/ \(char \d+\)$/, '')
    throw new ExpressionError(`‘${text}’ is not an expression: ${reason}`, Math.max(0, (char ?? 1) - 1))
  }
}
