/**
 * The dependency graph, lowest layer first. A package imports only from layers below its own, so packages of one layer
 * never import each other: `analysis` and `simulation` in particular, because their agreement is evidence.
 *
 * Packages that don't exist yet are placed as well, so that their first import is already checked.
 */
export const layers = [
  ['model'],
  ['special-functions', 'quadrature', 'engine'],
  ['stochastic-geometry', 'beamforming'],
  ['analysis', 'simulation'],
  ['optimization'],
  ['scenario', 'drawing'],
  ['study', 'figures'],
  ['audit'],
]

/** Every package that has a place in the graph. */
export const placedPackages = layers.flat()

/**
 * The packages that `name` may import.
 *
 * @param {string} name a folder under packages/
 * @returns {string[]}
 */
export function permittedImports(name) {
  const layer = layers.findIndex((names) => names.includes(name))
  return layers.slice(0, Math.max(layer, 0)).flat()
}
