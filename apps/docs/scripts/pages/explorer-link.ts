import { curvesOf, type FigureCurve, type FigureData } from '@isacnet/drawing'
import { explorerParameters, isAllocationParameter } from '../../src/explorer/state/parameters/explorer-parameters.js'
import { plainSymbol } from '../../src/explorer/state/parameters/parameter-text.js'

/**
 * The query with which the explorer shows the network of a figure: at the maximum of its first curve that has one, else in the middle of
 * the first curve, along the figure's axis where that is a parameter.
 */
export const explorerQuery = (figure: FigureData): string => {
  const point = chosenPoint(curvesOf(figure))
  const values: Readonly<Record<string, number | undefined>> = { ...figure.parameters, ...point?.parameters }
  const query = new URLSearchParams()
  for (const definition of explorerParameters) {
    const value = values[definition.name] ?? definition.defaultValue
    // The explorer begins with no allocation of the paper's.
    if (isAllocationParameter(definition.name) || value !== definition.defaultValue)
      query.set(plainSymbol(definition), String(value))
  }
  const axis = explorerParameters.find(({ name }) => name === figure.x.parameter)
  if (axis !== undefined) query.set('axis', plainSymbol(axis))
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
