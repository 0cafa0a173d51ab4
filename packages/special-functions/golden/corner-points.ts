import * as functions from '../src/index.js'

type Value = number | string
type Row = readonly [name: string, args: readonly number[], values: readonly Value[]]
type Point = [name: string, args: readonly number[], value: Value]

/** The functions that a row of `corners.py` has values of, in that order. */
const namesOf: Record<string, readonly string[]> = {
  gamma: ['gamma'],
  lnGamma: ['lnGamma'],
  beta: ['beta', 'lnBeta'],
  incompleteBeta: [
    'incompleteBeta',
    'incompleteBetaComplement',
    'regularizedIncompleteBeta',
    'regularizedIncompleteBetaComplement',
  ],
  incompleteGamma: [
    'lowerIncompleteGamma',
    'upperIncompleteGamma',
    'regularizedLowerIncompleteGamma',
    'regularizedUpperIncompleteGamma',
  ],
}

/** One point for each value of the rows. */
export const cornerPoints = (rows: readonly (readonly unknown[])[]): Point[] =>
  (rows as readonly Row[]).flatMap(([name, args, values]) =>
    values.map((value, i): Point => [namesOf[name]![i]!, args, value]),
  )

export const cornerFunctions = Object.fromEntries(
  Object.entries(functions).filter(([name]) => Object.values(namesOf).flat().includes(name)),
) as Record<string, (...args: number[]) => number>
