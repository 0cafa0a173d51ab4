import { InvalidParameterError } from '@isacnet/model'
import { meanNumber, type Torus, windowContains } from '../geometry/window.js'
import type { Deployment } from './deployment.js'
import type { PointProcess } from './point-process.js'

/**
 * The triangular lattice, whose Voronoi cells are regular hexagons: the ideal of a planned network. Points of a row are
 * $\sqrt{2/(\sqrt3\lambda)}$ apart, and so is each from its six neighbours; rows go to the east. The translation is uniform, so that no place is
 * special, and the process stationary.
 *
 * @example
 * const lattice = triangularLattice(1)
 * lattice.sample(lattice.torus(10), randomStream(1, 0, 'sites')).x.length // 120
 *
 * @param density - λ in BSs per km², finite, > 0.
 * @throws {InvalidParameterError} outside that domain; by `sample` if the mean number of points exceeds 10⁸, or for a torus on which the lattice doesn’t
 * close: its width has to be a multiple of the spacing, its height one of two rows, as `torus` gives them.
 */
export const triangularLattice = (density: number): PointProcess => {
  if (!(density > 0 && density < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError('density', density, 'a finite number > 0 per km²')
  const spacing = Math.sqrt(2 / (Math.sqrt(3) * density))
  const rowDistance = (spacing * Math.sqrt(3)) / 2
  const sample: PointProcess['sample'] = (window, stream) => {
    meanNumber(density, window)
    const [dx, dy] = [stream.uniform(), stream.uniform()]
    const x: number[] = []
    const y: number[] = []
    if (window.kind === 'torus') {
      const columns = wholeNumber(window, 'width', spacing)
      const rows = 2 * wholeNumber(window, 'height', 2 * rowDistance)
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) {
          // Of each second row, half a step further, the last point may come back on the other side.
          x.push((((column + (row % 2) / 2 + dx) % columns) / columns - 0.5) * window.width)
          y.push(((row + dy) / rows - 0.5) * window.height)
        }
    } else {
      const [halfWidth, halfHeight] =
        window.kind === 'disc' ? [window.radius, window.radius] : [window.width / 2, window.height / 2]
      const [columns, rows] = [Math.ceil(halfWidth / spacing) + 1, Math.ceil(halfHeight / rowDistance) + 1]
      for (let row = -rows; row <= rows; row++)
        for (let column = -columns; column <= columns; column++) {
          const [px, py] = [(column + Math.abs(row % 2) / 2 + dx - 0.5) * spacing, (row + dy - 0.5) * rowDistance]
          if (!windowContains(window, px, py)) continue
          x.push(px)
          y.push(py)
        }
    }
    return { x: Float64Array.from(x), y: Float64Array.from(y) }
  }
  return {
    name: 'Triangular lattice',
    density,
    torus: (side) => ({
      kind: 'torus',
      width: spacing * Math.ceil(side / spacing),
      height: 2 * rowDistance * Math.ceil(side / (2 * rowDistance)),
    }),
    sample,
    // All points of a lattice see the same.
    sampleTypical: sample,
  }
}

/** How many times a length goes into a side of a torus. */
const wholeNumber = (torus: Torus, side: 'width' | 'height', length: number): number => {
  const count = Math.round(torus[side] / length)
  if (count === 0 || Math.abs(torus[side] / length - count) > 1e-9)
    throw new InvalidParameterError(side, torus[side], `a multiple of ${length} km, so that the lattice closes`)
  return count
}

/** Base stations of hexagonal cells, as textbooks and standards have them. */
export const hexagonal: Deployment<'hexagonal'> = {
  name: 'hexagonal',
  meaning: 'on a triangular lattice, with hexagonal cells, and a uniform translation',
  parameters: [],
  process: triangularLattice,
}
