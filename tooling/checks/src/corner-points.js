import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { errorCodeOf } from '@isacnet/model'

/**
 * A point of a function's domain and its right value from `golden/corners.py`; a value that JSON doesn't have is its name, and
 * 'refused' stands for an error that says that an argument is out of range.
 *
 * @typedef {readonly [name: string, args: readonly number[], value: number | string]} CornerPoint
 */

/**
 * Where a function is furthest from the right value.
 *
 * @typedef {{ name: string, points: number, absolute?: boolean | undefined, worst: number, call: string, computed: string, right: string }} WorstPoint
 */

const SMALLEST_NORMAL = 2.2250738585072014e-308
const BEGIN = '<!-- corners:begin -->'
const END = '<!-- corners:end -->'

/**
 * Returns a function's value at arguments: a number, or 'refused'. Another error is thrown on.
 *
 * @param {(...args: number[]) => number} evaluate
 * @param {readonly number[]} args
 */
const outcome = (evaluate, args) => {
  try {
    return evaluate(...args)
  } catch (error) {
    return error instanceof RangeError || errorCodeOf(error) === 'invalid-parameter' ? 'refused' : String(error)
  }
}

/**
 * The relative error, of subnormal values in units of the smallest normal double, or the absolute one; infinite unless both are
 * numbers or equal.
 *
 * @param {number | string} computed
 * @param {number | string} right
 * @param {boolean} absolute
 */
const errorOf = (computed, right, absolute) => {
  const value = right === 'Infinity' ? Infinity : right === '-Infinity' ? -Infinity : right
  if (computed === value) return 0
  if (typeof computed !== 'number' || typeof value !== 'number' || !Number.isFinite(computed - value)) return Infinity
  return Math.abs(computed - value) / (absolute ? 1 : Math.max(Math.abs(value), SMALLEST_NORMAL))
}

/**
 * The worst point of each function, in the order in which the functions first occur.
 *
 * @param {Iterable<CornerPoint>} points
 * @param {Readonly<Record<string, (...args: number[]) => number>>} functions
 * @param {readonly string[]} [absolute] - those whose absolute error is meant.
 * @returns {WorstPoint[]}
 */
export function worstPoints(points, functions, absolute = []) {
  /** @type {Map<string, WorstPoint>} */
  const found = new Map()
  for (const [name, args, right] of points) {
    const evaluate = functions[name]
    if (evaluate === undefined) throw new Error(`nothing evaluates ${name}`)
    const computed = outcome(evaluate, args)
    const isAbsolute = absolute.includes(name)
    const error = errorOf(computed, right, isAbsolute)
    const known = found.get(name)
    const points = (known?.points ?? 0) + 1
    if (known !== undefined && error <= known.worst) known.points = points
    else {
      const call = `${name}(${args.join(', ')})`
      /** @type {{ absolute?: boolean }} */
      const kind = isAbsolute ? { absolute: true } : {}
      found.set(name, { name, points, ...kind, worst: error, call, computed: String(computed), right: String(right) })
    }
  }
  return [...found.values()]
}

/** @param {number} error */
const rounded = (error) => (error === 0 ? '0' : error.toExponential(1))

/**
 * The table of a README.
 *
 * @param {readonly WorstPoint[]} worst
 */
export const cornersTable = (worst) =>
  [
    '| function | points | worst error | at |',
    '| --- | ---: | ---: | --- |',
    ...worst.map(
      ({ name, points, absolute, worst, call }) =>
        `| \`${name}\` | ${points} | ${rounded(worst)}${absolute ? ' absolute' : ''} | \`${call}\` |`,
    ),
  ].join('\n')

/**
 * The table that stands in a README, without the padding that a formatter gives its cells.
 *
 * @param {string} readme
 */
export const cornersTableIn = (readme) =>
  readme
    .slice(readme.indexOf(BEGIN) + BEGIN.length, readme.indexOf(END))
    .trim()
    .replace(/ *\| */g, ' | ')
    .replace(/-{3,}/g, '---')
    .replace(/^ | $/gm, '')

/**
 * Judges all points of a file and writes what came of it: `golden/corners-record.json` and the table in the README.
 *
 * @param {URL} folder - the package's, with a slash at its end.
 * @param {string} file - the output of `corners.py --all`.
 * @param {Readonly<Record<string, (...args: number[]) => number>>} functions
 * @param {{ pointsOf?: (rows: CornerPoint[]) => Iterable<CornerPoint>, absolute?: readonly string[] }} [options] - `pointsOf` of
 * rows that aren't points themselves.
 */
export function recordCorners(folder, file, functions, { pointsOf = (rows) => rows, absolute = [] } = {}) {
  const { rows, ...source } = JSON.parse(readFileSync(file, 'utf8'))
  const worst = worstPoints(pointsOf(rows), functions, absolute)
  const record = { ...source, node: process.version, worst }
  writeFileSync(new URL('golden/corners-record.json', folder), `${JSON.stringify(record, undefined, 2)}\n`)
  const path = fileURLToPath(new URL('README.md', folder))
  const readme = readFileSync(path, 'utf8')
  const before = readme.slice(0, readme.indexOf(BEGIN) + BEGIN.length)
  writeFileSync(path, `${before}\n\n${cornersTable(worst)}\n\n${readme.slice(readme.indexOf(END))}`)
  console.log(cornersTable(worst))
}
