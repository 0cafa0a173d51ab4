import { curvesOf, type FigureCurve, type FigureData } from '@isacnet/drawing'
import { type ParameterDefinition, parameterDefinitions } from '@isacnet/model'

/** What the explorer starts with is no allocation of the paper's: these are always said. */
const allocation = ['usersPerCell', 'communicationClusterSize', 'targetsPerCell', 'sensingClusterSize']

/**
 * The query with which the explorer shows the network of a figure: at the maximum of its first curve that has one, else in the middle of
 * the first curve, along the figure's axis where that is a parameter.
 */
export const explorerQuery = (figure: FigureData): string => {
  const point = chosenPoint(curvesOf(figure))
  const values: Readonly<Record<string, number | undefined>> = { ...figure.parameters, ...point?.parameters }
  const query = new URLSearchParams()
  for (const definition of parameterDefinitions) {
    const value = values[definition.name] ?? definition.defaultValue
    // The explorer's cells are saturated.
    if (definition.infinityPermitted) continue
    if (allocation.includes(definition.name) || value !== definition.defaultValue)
      query.set(writtenSymbol(definition), String(value))
  }
  const axis = parameterDefinitions.find(({ name }) => name === figure.x.parameter)
  if (axis !== undefined && !axis.infinityPermitted) query.set('axis', writtenSymbol(axis))
  for (const [key, value] of Object.entries(viewOf(figure))) query.set(key, value)
  return query.toString()
}

const chosenPoint = (curves: readonly FigureCurve[]): FigureCurve['points'][number] | undefined => {
  const ringed = curves.find(({ maximum }) => maximum !== null)
  if (ringed !== undefined) return ringed.points[ringed.maximum ?? 0]
  const points = curves[0]?.points ?? []
  return points[Math.floor(points.length / 2)]
}

/** Regions are shown as such, shares of receivers as a distribution; all else are curves. */
const viewOf = (figure: FigureData): Readonly<Record<string, string>> => {
  const quantity = curvesOf(figure)[0]?.quantity ?? ''
  if (figure.x.parameter !== null) return /:/.test(quantity) ? { quantity: quantity.replace(/^\w+?-/, '') } : {}
  if (/-region/.test(figure.fileName)) return { view: 'region', plane: /ASE/.test(figure.x.label) ? 'ase' : 'rate' }
  return /coverage/.test(quantity) ? { view: 'distribution' } : {}
}

/** As on the command line, in characters that every keyboard has. */
const writtenSymbol = ({ aliases, name }: ParameterDefinition): string =>
  aliases.find((alias) => /^\w+$/.test(alias)) ?? name
