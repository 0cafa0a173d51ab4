import { type NetworkParameters, parameterDefinitions, parameterName, UnknownNameError } from '@isacnet/model'
import { type Expression, parseExpression } from '../values/expression.js'
import { isMonotoneObjective } from './objective-monotone.js'
import { type ObjectiveQuantities, type ObjectiveQuantity, objectiveQuantityNames } from './objective-quantities.js'
import type { RateObjective } from './resolved-study.js'

export interface CompiledObjective {
  /**
   * The objective's value from rates in nats.
   *
   * @throws {ExpressionError} where it is no finite number.
   */
  readonly value: (quantities: ObjectiveQuantities, network: NetworkParameters) => number
  /** Whether it is certain that it depends on K, J and the rates only, and never falls when a rate grows. */
  readonly monotone: boolean
}

const isQuantity = (name: string): name is ObjectiveQuantity =>
  (objectiveQuantityNames as readonly string[]).includes(name)

/**
 * An expression over T_c, T_s, R_c, R_s and parameters.
 *
 * @throws {ExpressionError} for what is no such expression, with the place in it.
 */
export const parseObjective = (text: string): Promise<Expression> =>
  parseExpression(
    text,
    (name) => (isQuantity(name) ? name : knownParameter(name)),
    (name) =>
      new UnknownNameError('name', name, [
        ...objectiveQuantityNames,
        ...parameterDefinitions.map((definition) => definition.name),
      ]).message,
  )

const knownParameter = (name: string): string | undefined => {
  try {
    return parameterName(name)
  } catch {
    return undefined
  }
}

/**
 * An objective that follows from rates as a function.
 *
 * @example
 * const objective = await compileObjective({ kind: 'sum', rho: 0.3 })
 * objective.value(objectiveQuantities(defineNetwork(), { communication: 3, sensing: 2 })).toFixed(12) // '2.300000000000'
 *
 * @throws {ExpressionError} for an expression that is none.
 */
export const compileObjective = async (objective: RateObjective): Promise<CompiledObjective> => {
  if (objective.kind === 'communication') return { value: ({ Tc }) => Tc, monotone: true }
  if (objective.kind === 'sensing') return { value: ({ Ts }) => Ts, monotone: true }
  if (objective.kind === 'sum')
    return { value: ({ Tc, Ts }) => objective.rho * Tc + (1 - objective.rho) * Ts, monotone: true }
  const expression = await parseObjective(objective.expression)
  return {
    value: (quantities, network) => {
      const values: Readonly<Record<string, number>> = { ...network, ...quantities }
      return expression.evaluate((name) => values[name]!)
    },
    monotone: isMonotoneObjective(expression.tree, new Set(objectiveQuantityNames)),
  }
}
