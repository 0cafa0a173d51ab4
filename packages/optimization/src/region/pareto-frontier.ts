/** A point of a plane of which more is better in both directions, and how far the numbers may be off. */
export interface PlanePoint {
  readonly communication: number
  readonly sensing: number
  readonly communicationError: number
  readonly sensingError: number
}

/**
 * The points that no other dominates, in descending order of communication. A point dominates another that it isn't worse than in
 * either direction, and better in one. Coordinates that differ by no more than their numerical errors count as equal; equal points
 * are one group, and its members tie.
 */
export const paretoFrontier = <Point extends PlanePoint>(points: readonly Point[]): Point[][] => {
  const ordered = [...points].sort((a, b) => b.communication - a.communication || b.sensing - a.sensing)
  const frontier: Point[][] = []
  for (const point of ordered) {
    // Of the same communication within the errors, only the most sensing stays.
    for (let last = frontier.at(-1)?.[0]; last !== undefined; last = frontier.at(-1)?.[0]) {
      if (!(equalCommunication(last, point) && moreSensing(point, last))) break
      frontier.pop()
    }
    const last = frontier.at(-1)?.[0]
    if (last === undefined || moreSensing(point, last)) frontier.push([point])
    else if (equalCommunication(last, point) && !moreSensing(last, point)) frontier.at(-1)!.push(point)
  }
  return frontier
}

const equalCommunication = (a: PlanePoint, b: PlanePoint): boolean =>
  Math.abs(a.communication - b.communication) <= a.communicationError + b.communicationError

const moreSensing = (a: PlanePoint, b: PlanePoint): boolean => a.sensing - b.sensing > a.sensingError + b.sensingError
