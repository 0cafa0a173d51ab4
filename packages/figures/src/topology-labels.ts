import type { Point } from '@isacnet/stochastic-geometry'

/** A rectangle in pixels around a label's middle. */
export interface LabelBox extends Point {
  readonly width: number
  readonly height: number
}

/** Finds places for labels that hide little: each goes where it covers the fewest marks and earlier labels. */
export class LabelPlaces {
  private readonly points: Point[] = []
  private readonly boxes: LabelBox[] = []

  constructor(private readonly bounds: LabelBox) {}

  /** What should stay visible. */
  keepFree(point: Point): void {
    this.points.push(point)
  }

  keepSegmentFree(from: Point, to: Point): void {
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / segmentStep))
    for (let step = 0; step <= steps; step++)
      this.keepFree({ x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps })
  }

  /** The best of some places, the first of several equally good ones; later labels avoid it. */
  place(candidates: readonly LabelBox[]): LabelBox {
    let best = candidates[0]!
    let least = Number.POSITIVE_INFINITY
    for (const candidate of candidates) {
      const cost = this.cost(candidate)
      if (cost < least) {
        best = candidate
        least = cost
      }
    }
    this.boxes.push(best)
    return best
  }

  private cost(box: LabelBox): number {
    let cost = inside(box, this.bounds) ? 0 : outsideCost
    for (const point of this.points) if (touches(box, point)) cost += 1
    for (const earlier of this.boxes) if (overlap(box, earlier)) cost += labelCost
    return cost
  }
}

/** In pixels: how far points on a segment lie apart, and what a mark takes around its middle. */
const segmentStep = 5
const clearance = 4
/** A covered label is worse than a few covered marks; one that is cut off is useless. */
const labelCost = 5
const outsideCost = 100

const touches = (box: LabelBox, { x, y }: Point): boolean =>
  Math.abs(x - box.x) < box.width / 2 + clearance && Math.abs(y - box.y) < box.height / 2 + clearance

const overlap = (a: LabelBox, b: LabelBox): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2

const inside = (box: LabelBox, bounds: LabelBox): boolean =>
  Math.abs(box.x - bounds.x) + box.width / 2 <= bounds.width / 2 &&
  Math.abs(box.y - bounds.y) + box.height / 2 <= bounds.height / 2
