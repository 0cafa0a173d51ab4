import {
  chosenServiceQuantity,
  type NetworkParameters,
  parameterDefinitions,
  parameterName,
  UnknownNameError,
} from '@isacnet/model'
import { type Expression, parseExpression } from '../values/expression.js'
import { isMonotoneObjective } from './objective-monotone.js'
import { type ObjectiveQuantities, type ObjectiveQuantity, objectiveQuantityNames } from './objective-quantities.js'
import { quantityTerms } from './quantity-terms.js'
import type { RateObjective } from './resolved-study.js'

export interface CompiledObjective {
  /**
   * The objective's value from rates in nats.
   *
   * @param ofLaw - the values of its `quantities`.
   * @throws {ExpressionError} where it is no finite number.
   */
  readonly value: (
    quantities: ObjectiveQuantities,
    network: NetworkParameters,
    ofLaw?: Readonly<Record<string, number>>,
  ) => number
  /** Whether it is certain that it depends on K, J and the rates only, and never falls when a rate grows or a quantity improves. */
  readonly monotone: boolean
  /** The quantities of the law of the SIR that it depends on, by names such as `communication-coverage:0dB`, and that `value` needs. */
  readonly quantities: readonly string[]
}

const isQuantity = (name: string): name is ObjectiveQuantity =>
  (objectiveQuantityNames as readonly string[]).includes(name)

interface ObjectiveExpression extends Expression {
  /** The canonical names of quantities of the law of the SIR among its names. */
  readonly quantities: readonly string[]
}

/**
 * An expression over T_c, T_s, R_c, R_s, quantities of the law of the SIR and parameters.
 *
 * @throws {ExpressionError} for what is no such expression, with the place in it.
 */
export const parseObjective = async (text: string): Promise<ObjectiveExpression> => {
  const { plain, quantities, aboutWritten } = quantityTerms(text)
  const rewording = <Value>(error: unknown): Value => {
    throw aboutWritten(error)
  }
  const expression = await parseExpression(
    plain,
    (name) => quantities.get(name) ?? (isQuantity(name) ? name : knownParameter(name)),
    (name) =>
      `${
        new UnknownNameError('name', name, [
          ...objectiveQuantityNames,
          ...parameterDefinitions.map((definition) => definition.name),
        ]).message
      }; quantities of the law of the SIR are written as communication-coverage:0dB`,
  ).catch(rewording<Expression>)
  return {
    ...expression,
    text,
    quantities: [...new Set(quantities.values())],
    evaluate: (lookUp) => {
      try {
        return expression.evaluate(lookUp)
      } catch (error) {
        return rewording(error)
      }
    },
  }
}

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
  if (objective.kind === 'communication') return { value: ({ Tc }) => Tc, monotone: true, quantities: [] }
  if (objective.kind === 'sensing') return { value: ({ Ts }) => Ts, monotone: true, quantities: [] }
  if (objective.kind === 'sum')
    return { value: ({ Tc, Ts }) => objective.rho * Tc + (1 - objective.rho) * Ts, monotone: true, quantities: [] }
  const expression = await parseObjective(objective.expression)
  const { quantities } = expression
  const falling = quantities.filter((name) => !chosenServiceQuantity(name).chosen.quantity.grows)
  return {
    value: (rates, network, ofLaw = {}) => {
      const values: Readonly<Record<string, number>> = { ...network, ...rates, ...ofLaw }
      return expression.evaluate((name) => values[name]!)
    },
    monotone: isMonotoneObjective(
      expression.tree,
      new Set([...objectiveQuantityNames, ...quantities]),
      new Set(falling),
    ),
    quantities,
  }
}
