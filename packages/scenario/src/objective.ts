import { type NetworkParameters, parameterDefinitions, parameterName, UnknownNameError } from '@isacnet/model'
import { type Expression, parseExpression } from './expression.js'
import type { Objective, ObjectiveQuantities } from './resolved-study.js'

/** Evaluates an objective. */
export type ObjectiveFunction = (quantities: ObjectiveQuantities, network: NetworkParameters) => number

const quantityNames: readonly (keyof ObjectiveQuantities)[] = ['Tc', 'Ts', 'Rc', 'Rs']

const isQuantity = (name: string): name is keyof ObjectiveQuantities =>
  (quantityNames as readonly string[]).includes(name)

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
        ...quantityNames,
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
 * An objective as a function, of rates in nats. It throws {@link ExpressionError} where its value is no finite number.
 *
 * @throws {ExpressionError} for an expression that is none.
 */
export const compileObjective = async (objective: Objective): Promise<ObjectiveFunction> => {
  if (objective.kind === 'communication') return ({ Tc }) => Tc
  if (objective.kind === 'sensing') return ({ Ts }) => Ts
  if (objective.kind === 'sum') return ({ Tc, Ts }) => objective.rho * Tc + (1 - objective.rho) * Ts
  const expression = await parseObjective(objective.expression)
  return (quantities, network) => {
    const values: Readonly<Record<string, number>> = { ...network, ...quantities }
    return expression.evaluate((name) => values[name]!)
  }
}
