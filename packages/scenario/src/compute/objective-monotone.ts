import type { ExpressionTree } from '../values/expression.js'

/** Properties of a term that hold for all networks and rates. */
interface TermBounds {
  /** Whether it depends on a rate. */
  readonly varies: boolean
  /** Whether it never falls when a rate grows. */
  readonly grows: boolean
  readonly nonNegative: boolean
}

/** Functions that never fall; those that are nowhere negative. */
const growing: ReadonlySet<string> = new Set(
  ['cbrt', 'ceil', 'exp', 'floor', 'log', 'log10', 'log2', 'max', 'min', 'round', 'sqrt'], // log of one argument
)
const nowhereNegative: ReadonlySet<string> = new Set(['abs', 'exp', 'sqrt'])
const keepingSign: ReadonlySet<string> = new Set(['cbrt', 'ceil', 'floor', 'max', 'min', 'round'])

/**
 * Whether it can be told from an objective's terms that it never falls when a rate grows and depends on the allocation through K, J
 * and the rates only, so that bounds of rates bound it. Rates, areal efficiencies and parameters are ≥ 0. `false` where in doubt.
 *
 * @param rates - rates and other quantities, which are ≥ 0.
 * @param errors - those of them that improve when they fall.
 */
export const isMonotoneObjective = (
  tree: ExpressionTree,
  rates: ReadonlySet<string>,
  errors: ReadonlySet<string> = new Set(),
): boolean => {
  let clustersMatter = false
  const bounds = (term: ExpressionTree): TermBounds => {
    switch (term.kind) {
      case 'number':
        return { varies: false, grows: true, nonNegative: term.value >= 0 }
      case 'name':
        if (term.name === 'communicationClusterSize' || term.name === 'sensingClusterSize') clustersMatter = true
        return { varies: rates.has(term.name), grows: !errors.has(term.name), nonNegative: true }
      case 'minus': {
        const { varies } = bounds(term.of)
        return { varies, grows: !varies, nonNegative: false }
      }
      case 'operation':
        return boundsOfOperation(term.operator, bounds(term.left), bounds(term.right))
      case 'call': {
        const values = term.values.map(bounds)
        const varies = values.some((value) => value.varies)
        const nonNegative = values.every((value) => value.nonNegative)
        const grow = values.every((value) => value.grows)
        const monotone =
          term.called === 'abs'
            ? nonNegative
            : growing.has(term.called) && (term.called !== 'log' || values.length === 1)
        return {
          varies,
          grows: !varies || (grow && monotone),
          nonNegative: nowhereNegative.has(term.called) || (keepingSign.has(term.called) && nonNegative),
        }
      }
    }
  }
  return bounds(tree).grows && !clustersMatter
}

const boundsOfOperation = (operator: string, left: TermBounds, right: TermBounds): TermBounds => {
  const varies = left.varies || right.varies
  const nonNegative = left.nonNegative && right.nonNegative
  const grows = left.grows && right.grows
  switch (operator) {
    case '+':
      return { varies, grows, nonNegative }
    case '-':
      return { varies, grows: left.grows && !right.varies, nonNegative: false }
    case '*': {
      const scaled = (left.nonNegative && !left.varies) || (right.nonNegative && !right.varies)
      return { varies, grows: !varies || (grows && (nonNegative || scaled)), nonNegative }
    }
    case '/':
      return { varies, grows: !varies || (left.grows && !right.varies && right.nonNegative), nonNegative }
    default:
      // A power.
      return {
        varies,
        grows: !varies || (left.grows && left.nonNegative && !right.varies && right.nonNegative),
        nonNegative: left.nonNegative,
      }
  }
}
