// @ts-expect-error: exported by mathjs, but missing in its types.
import { createUnitClass } from 'mathjs'
import { create, parseDependencies } from 'mathjs/number'

/**
 * The parser and the units of mathjs, and nothing else of it: built on plain numbers, without its functions, its matrices or its
 * other kinds of numbers. Load it by a dynamic import, and only when there is something to parse.
 */
export const { parse } = create(parseDependencies!) as unknown as {
  parse: (expression: string) => MathNode
}

/** A node of mathjs’ syntax tree, as far as we look at it. */
export interface MathNode {
  readonly type: string
  readonly name?: string
  readonly value?: unknown
  readonly op?: string
  readonly implicit?: boolean
  readonly content?: MathNode
  readonly fn?: MathNode
  readonly args?: readonly MathNode[]
}

const unavailable = class {}

interface MathUnit {
  equalBase(other: MathUnit): boolean
  toNumeric(unit: string): number
}

type UnitClass = new (value: number, unit: string) => MathUnit

export const Unit: UnitClass = createUnitClass({
  config: { predictable: false, number: 'number' },
  addScalar: (a: number, b: number) => a + b,
  subtractScalar: (a: number, b: number) => a - b,
  multiplyScalar: (a: number, b: number) => a * b,
  divideScalar: (a: number, b: number) => a / b,
  pow: (a: number, b: number) => a ** b,
  abs: Math.abs,
  fix: Math.trunc,
  round: Math.round,
  equal: (a: number, b: number) => a === b,
  isNumeric: (value: unknown) => typeof value === 'number',
  format: String,
  number: Number,
  Complex: unavailable,
  BigNumber: unavailable,
  Fraction: unavailable,
})
