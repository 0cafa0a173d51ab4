import { InvalidParameterError } from '@isacnet/model'
import type { PointPattern } from './point-pattern.js'
import { FURTHEST, SHORTEST, type Torus, type Window, windowArea } from './window.js'

/**
 * Answers which points of a pattern are nearest to a place: association and cooperation. Places are given by finite coordinates within
 * ±10¹⁵⁰ km; others are refused with an `InvalidParameterError`.
 */
export interface NearestIndex {
  readonly pattern: PointPattern
  /** The window of the torus, if distances wrap around. */
  readonly torus: Torus | undefined
  /** The index of the point nearest to (x, y), the least of them if several are; −1 in an empty pattern. */
  nearest(x: number, y: number): number
  /**
   * The indices of the n points nearest to (x, y) by ascending distance, then index; all points if there are fewer.
   *
   * @param n - integer ≥ 0.
   * @param out - where to write them; returned itself if it has just the length.
   * @throws {InvalidParameterError} if n is no integer ≥ 0, `out` is too short, or there is no such place.
   */
  nearestSeveral(x: number, y: number, n: number, out?: Int32Array): Int32Array
  /**
   * The indices of the points at most `radius` km from (x, y), in no particular order.
   *
   * @throws {InvalidParameterError} if radius is no number in [0, 10¹⁵⁰], or there is no such place.
   */
  within(x: number, y: number, radius: number): Int32Array
  /**
   * The squared distance in km² from (x, y) to a point, around the torus if there is one.
   *
   * @throws {InvalidParameterError} if there is no such point or place.
   */
  squaredDistance(x: number, y: number, point: number): number
}

/**
 * An index over a pattern: a grid of cells of equal size, two points in each on average, searched in square rings around
 * the place until nothing nearer can follow. Building is linear in the number of points, a query takes constant time on
 * average in a pattern of even density. Places may lie outside the pattern. Answers are those of comparing all distances.
 *
 * The index copies coordinates: don't change the pattern afterwards. Its queries share scratch memory and don't allocate
 * but for what they return.
 *
 * @example
 * const index = nearestIndex({ x: Float64Array.of(0, 1, 3), y: Float64Array.of(0, 0, 0) })
 * index.nearest(2.5, 1) // 2
 *
 * @param window - a torus, for distances around it; its points must lie in it. Other windows leave distances as they are.
 * @throws {UnknownNameError} for a window of another kind.
 * @throws {InvalidParameterError} if a coordinate is not 0 or between 10⁻¹⁵⁰ and 10¹⁵⁰ km in absolute value, where squared distances
 * tell points apart, if lengths differ, or if a point lies outside the torus.
 */
export const nearestIndex = (pattern: PointPattern, window?: Window): NearestIndex => new GridIndex(pattern, window)

const POINTS_PER_CELL = 2

class GridIndex implements NearestIndex {
  readonly pattern: PointPattern
  readonly torus: Torus | undefined
  private readonly left: number
  private readonly bottom: number
  private readonly columns: number
  private readonly rows: number
  private readonly cellWidth: number
  private readonly cellHeight: number
  /** Distances to cell borders are reduced by this, so that rounding never hides a point. */
  private readonly slack: number
  /** The points of cell c are `start[c]` … `start[c + 1] − 1` of `order`, `sortedX` and `sortedY`. */
  private readonly start: Int32Array
  private readonly order: Int32Array
  private readonly sortedX: Float64Array
  private readonly sortedY: Float64Array
  /** The state of a query. */
  private bestPoints = new Int32Array(16)
  private bestDistances = new Float64Array(16)
  private found = 0

  constructor(pattern: PointPattern, window: Window | undefined) {
    const { x, y } = pattern
    const count = x.length
    if (y.length !== count) throw new InvalidParameterError('pattern.y', y.length, `of the length of x, ${count}`)
    this.pattern = pattern
    if (window !== undefined) windowArea(window)
    this.torus = window?.kind === 'torus' ? window : undefined

    let [left, right, bottom, top] = [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]
    for (let i = 0; i < count; i++) {
      const [px, py] = [x[i]!, y[i]!]
      if (!isSiteCoordinate(px)) throw new InvalidParameterError(`pattern.x[${i}]`, px, permittedCoordinate)
      if (!isSiteCoordinate(py)) throw new InvalidParameterError(`pattern.y[${i}]`, py, permittedCoordinate)
      if (px < left) left = px
      if (px > right) right = px
      if (py < bottom) bottom = py
      if (py > top) top = py
    }
    if (this.torus !== undefined) {
      const { width, height } = this.torus
      if (left < -width / 2 || right > width / 2)
        throw new InvalidParameterError('pattern.x', left < -width / 2 ? left : right, `within ±${width / 2}`)
      if (bottom < -height / 2 || top > height / 2)
        throw new InvalidParameterError('pattern.y', bottom < -height / 2 ? bottom : top, `within ±${height / 2}`)
      left = -width / 2
      bottom = -height / 2
      right = width / 2
      top = height / 2
    } else if (count === 0) left = right = bottom = top = 0
    const width = right - left
    const height = top - bottom
    const cells = Math.max(1, count / POINTS_PER_CELL)
    const size = Math.max(Math.sqrt((width * height) / cells), Math.max(width, height) / cells) || 1
    this.left = left
    this.bottom = bottom
    this.columns = Math.max(1, Math.floor(width / size))
    this.rows = Math.max(1, Math.floor(height / size))
    this.cellWidth = width / this.columns || 1
    this.cellHeight = height / this.rows || 1
    this.slack = 1e-12 * (Math.abs(left) + Math.abs(right) + Math.abs(bottom) + Math.abs(top))

    const start = new Int32Array(this.columns * this.rows + 1)
    const cellOf = new Int32Array(count)
    for (let i = 0; i < count; i++) {
      const cell = this.row(y[i]!) * this.columns + this.column(x[i]!)
      cellOf[i] = cell
      start[cell + 1]! += 1
    }
    for (let c = 1; c < start.length; c++) start[c]! += start[c - 1]!
    const order = new Int32Array(count)
    const sortedX = new Float64Array(count)
    const sortedY = new Float64Array(count)
    // Backwards, so that each cell's end moves to its start and its points stay in order.
    for (let i = count - 1; i >= 0; i--) {
      const slot = --start[cellOf[i]! + 1]!
      order[slot] = i
      sortedX[slot] = x[i]!
      sortedY[slot] = y[i]!
    }
    // Now start[c + 1] is where cell c begins.
    start.copyWithin(0, 1)
    start[start.length - 1] = count
    this.start = start
    this.order = order
    this.sortedX = sortedX
    this.sortedY = sortedY
  }

  nearest(x: number, y: number): number {
    assertPlace(x, y)
    this.search(x, y, 1)
    return this.found === 0 ? -1 : this.bestPoints[0]!
  }

  nearestSeveral(x: number, y: number, n: number, out?: Int32Array): Int32Array {
    if (!Number.isInteger(n) || n < 0) throw new InvalidParameterError('n', n, 'an integer ≥ 0')
    assertPlace(x, y)
    const count = Math.min(n, this.order.length)
    const nearest = out ?? new Int32Array(count)
    if (nearest.length < count) throw new InvalidParameterError('out', nearest.length, `at least ${count} entries long`)
    if (this.bestPoints.length < count) {
      this.bestPoints = new Int32Array(2 * count)
      this.bestDistances = new Float64Array(2 * count)
    }
    if (count > 0) this.search(x, y, count)
    for (let i = 0; i < count; i++) nearest[i] = this.bestPoints[i]!
    return nearest.length === count ? nearest : nearest.subarray(0, count)
  }

  within(x: number, y: number, radius: number): Int32Array {
    assertPlace(x, y)
    if (!(radius >= 0 && radius <= FURTHEST))
      throw new InvalidParameterError('radius', radius, `a number from 0 to ${FURTHEST} km`)
    const [px, py] = this.wrapped(x, y)
    const found: number[] = []
    const reach = radius + this.slack
    const [firstColumn, lastColumn] = this.span(px - reach, px + reach, this.left, this.cellWidth, this.columns)
    const [firstRow, lastRow] = this.span(py - reach, py + reach, this.bottom, this.cellHeight, this.rows)
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const cell = modulo(row, this.rows) * this.columns + modulo(column, this.columns)
        const end = this.start[cell + 1]!
        for (let slot = this.start[cell]!; slot < end; slot++)
          if (this.squaredDistanceToSlot(px, py, slot) <= radius * radius) found.push(this.order[slot]!)
      }
    }
    return Int32Array.from(found)
  }

  squaredDistance(x: number, y: number, point: number): number {
    const [px, py] = this.wrapped(x, y)
    const dx = Math.abs(this.pattern.x[point]! - px)
    const dy = Math.abs(this.pattern.y[point]! - py)
    const squared = this.torus === undefined ? dx * dx + dy * dy : this.squaredTorusNorm(dx, dy)
    // One comparison in this inner loop: of what isn't a place or a point, the distance isn't a number.
    if (!(squared < Number.POSITIVE_INFINITY)) this.refuse(x, y, point)
    return squared
  }

  private refuse(x: number, y: number, point: number): void {
    if (!(Number.isInteger(point) && point >= 0 && point < this.pattern.x.length))
      throw new InvalidParameterError('point', point, `the index of one of ${this.pattern.x.length} points`)
    assertPlace(x, y)
  }

  /** The n nearest into `bestPoints` and `bestDistances`. */
  private search(atX: number, atY: number, n: number): void {
    this.found = 0
    if (this.order.length === 0) return
    const { torus, columns, rows, cellWidth, cellHeight } = this
    const x = torus === undefined ? atX : wrap(atX, torus.width)
    const y = torus === undefined ? atY : wrap(atY, torus.height)
    const column = this.column(x)
    const row = this.row(y)
    // How many cells there are on each side; on a torus each cell is met on one side.
    const leftmost = torus === undefined ? -column : -((columns - 1) >> 1)
    const rightmost = torus === undefined ? columns - 1 - column : columns >> 1
    const lowest = torus === undefined ? -row : -((rows - 1) >> 1)
    const highest = torus === undefined ? rows - 1 - row : rows >> 1
    // Distances to the borders of the place's own cell.
    const toLeft = x - (this.left + column * cellWidth)
    const toRight = this.left + (column + 1) * cellWidth - x
    const toBottom = y - (this.bottom + row * cellHeight)
    const toTop = this.bottom + (row + 1) * cellHeight - y
    const width = torus === undefined ? Number.POSITIVE_INFINITY : torus.width
    const height = torus === undefined ? Number.POSITIVE_INFINITY : torus.height
    this.scanRow(x, y, n, row, column, column)
    for (let ring = 0; ; ) {
      // What is left lies beyond one of the sides that are not exhausted.
      let reach = Number.POSITIVE_INFINITY
      if (torus === undefined) {
        if (-ring > leftmost) reach = Math.min(reach, toLeft + ring * cellWidth)
        if (ring < rightmost) reach = Math.min(reach, toRight + ring * cellWidth)
        if (-ring > lowest) reach = Math.min(reach, toBottom + ring * cellHeight)
        if (ring < highest) reach = Math.min(reach, toTop + ring * cellHeight)
      } else {
        if (-ring > leftmost || ring < rightmost) reach = Math.min(toLeft, toRight) + ring * cellWidth
        if (-ring > lowest || ring < highest) reach = Math.min(reach, Math.min(toBottom, toTop) + ring * cellHeight)
      }
      if (reach === Number.POSITIVE_INFINITY) return
      reach -= this.slack
      if (this.found === n && reach > 0 && this.bestDistances[n - 1]! < reach * reach) return
      ring++
      // The sides of the next ring, but for those that are too far away, be it around a torus.
      const onLeft = -ring >= leftmost && this.mayHold(n, toLeft + (ring - 1) * cellWidth, width, cellWidth)
      const onRight = ring <= rightmost && this.mayHold(n, toRight + (ring - 1) * cellWidth, width, cellWidth)
      const onBottom = -ring >= lowest && this.mayHold(n, toBottom + (ring - 1) * cellHeight, height, cellHeight)
      const onTop = ring <= highest && this.mayHold(n, toTop + (ring - 1) * cellHeight, height, cellHeight)
      const from = onLeft ? -ring : Math.max(leftmost, 1 - ring)
      const to = onRight ? ring : Math.min(rightmost, ring - 1)
      if (onBottom) this.scanRow(x, y, n, row - ring, column + from, column + to)
      if (onTop) this.scanRow(x, y, n, row + ring, column + from, column + to)
      const down = Math.max(lowest, 1 - ring)
      const up = Math.min(highest, ring - 1)
      if (onLeft) for (let r = down; r <= up; r++) this.scanRow(x, y, n, row + r, column - ring, column - ring)
      if (onRight) for (let r = down; r <= up; r++) this.scanRow(x, y, n, row + r, column + ring, column + ring)
    }
  }

  /** Whether cells from `gap` to `gap + size` away, or that much around a torus of this length, may hold a nearer point. */
  private mayHold(n: number, gap: number, length: number, size: number): boolean {
    if (this.found < n) return true
    const least = Math.min(gap, length - gap - size) - this.slack
    return least <= 0 || least * least <= this.bestDistances[n - 1]!
  }

  private scanRow(x: number, y: number, n: number, row: number, from: number, to: number): void {
    const { start, rows, columns } = this
    const base = (row < 0 ? row + rows : row >= rows ? row - rows : row) * columns
    // On a torus a row may leave the grid at either end: it continues at the other.
    if (from < 0) {
      this.scan(x, y, n, start[base + from + columns]!, start[base + Math.min(to, -1) + columns + 1]!)
      if (to < 0) return
    }
    if (to >= columns) {
      this.scan(x, y, n, start[base + Math.max(from, columns) - columns]!, start[base + to - columns + 1]!)
      if (from >= columns) return
    }
    this.scan(x, y, n, start[base + Math.max(from, 0)]!, start[base + Math.min(to, columns - 1) + 1]!)
  }

  private scan(x: number, y: number, n: number, first: number, end: number): void {
    const { sortedX, sortedY, order, bestPoints, bestDistances, torus } = this
    let found = this.found
    for (let slot = first; slot < end; slot++) {
      const dx = Math.abs(sortedX[slot]! - x)
      const dy = Math.abs(sortedY[slot]! - y)
      const distance = torus === undefined ? dx * dx + dy * dy : this.squaredTorusNorm(dx, dy)
      if (found === n && distance > bestDistances[n - 1]!) continue
      const point = order[slot]!
      if (found === n && distance === bestDistances[n - 1]! && point > bestPoints[n - 1]!) continue
      let place = found < n ? found++ : n - 1
      while (
        place > 0 &&
        (bestDistances[place - 1]! > distance ||
          (bestDistances[place - 1]! === distance && bestPoints[place - 1]! > point))
      ) {
        bestDistances[place] = bestDistances[place - 1]!
        bestPoints[place] = bestPoints[place - 1]!
        place--
      }
      bestDistances[place] = distance
      bestPoints[place] = point
    }
    this.found = found
  }

  private squaredDistanceToSlot(x: number, y: number, slot: number): number {
    const dx = Math.abs(this.sortedX[slot]! - x)
    const dy = Math.abs(this.sortedY[slot]! - y)
    return this.torus === undefined ? dx * dx + dy * dy : this.squaredTorusNorm(dx, dy)
  }

  private squaredTorusNorm(dx: number, dy: number): number {
    const { width, height } = this.torus!
    const wx = Math.min(dx, width - dx)
    const wy = Math.min(dy, height - dy)
    return wx * wx + wy * wy
  }

  private wrapped(x: number, y: number): readonly [number, number] {
    return this.torus === undefined ? [x, y] : [wrap(x, this.torus.width), wrap(y, this.torus.height)]
  }

  private column(x: number): number {
    return clamp(Math.floor((x - this.left) / this.cellWidth), this.columns - 1)
  }

  private row(y: number): number {
    return clamp(Math.floor((y - this.bottom) / this.cellHeight), this.rows - 1)
  }

  /** The cells from one coordinate to another, each once; on a torus beyond the grid as well. */
  private span(from: number, to: number, origin: number, size: number, cells: number): readonly [number, number] {
    const first = Math.floor((from - origin) / size)
    const last = Math.floor((to - origin) / size)
    if (this.torus === undefined) return [clamp(first, cells - 1), clamp(last, cells - 1)]
    return last - first + 1 >= cells ? [0, cells - 1] : [first, last]
  }
}

const clamp = (value: number, last: number): number => (value < 0 ? 0 : Math.min(value, last))

const modulo = (value: number, cells: number): number => ((value % cells) + cells) % cells

/** A coordinate moved by whole turns to within ±length/2; the remainder is exact, however many turns that are. */
const wrap = (value: number, length: number): number => {
  if (value >= -length / 2 && value <= length / 2) return value
  const rest = value % length
  return rest > length / 2 ? rest - length : rest < -length / 2 ? rest + length : rest
}

const isSiteCoordinate = (value: number): boolean => {
  const size = Math.abs(value)
  return size === 0 || (size >= SHORTEST && size <= FURTHEST)
}

const permittedCoordinate = `0, or between ${SHORTEST} and ${FURTHEST} km in absolute value`

/** @throws {InvalidParameterError} unless both coordinates are finite and so small that distances are doubles. */
const assertPlace = (x: number, y: number): void => {
  if (!(x >= -FURTHEST && x <= FURTHEST)) throw new InvalidParameterError('x', x, `a number within ±${FURTHEST} km`)
  if (!(y >= -FURTHEST && y <= FURTHEST)) throw new InvalidParameterError('y', y, `a number within ±${FURTHEST} km`)
}
