import { posix } from 'node:path'

/** @typedef {{ from: string, to: string }} Import */

/**
 * The packages whose sources stand in rooms. A room is a folder of `src`, `src` itself included: files that stand side by side, without
 * those of folders below.
 */
export const roomedPackages = [
  'packages/model',
  'packages/simulation',
  'packages/analysis',
  'packages/audit',
  'packages/beamforming',
  'packages/optimization',
  'packages/quadrature',
  'packages/scenario',
  'packages/special-functions',
  'packages/stochastic-geometry',
  'packages/study',
  'packages/drawing',
  'packages/engine',
  'packages/figures',
  'apps/cli',
]

const testsAndBenchmarks = /\.(test|bench)\.[jt]s$/

/**
 * The circles in which rooms of a package import each other, types included. What rooms of one circle hold is one concept, or a file
 * stands in the wrong one. Tests may look anywhere: they are no part of the room that they stand in.
 *
 * dependency-cruiser's own rules for folders count tests, and see no circle between a folder and one inside it.
 *
 * @param {string} folder of the package, such as `packages/simulation`
 * @param {readonly Import[]} imports by paths relative to the repository's root
 * @returns {string[]} the circles that a walk through the rooms meets, none if there is none: the rooms of each, and an import that leads
 * from each room to the next
 */
export function roomCircles(folder, imports) {
  /** @type {Map<string, Map<string, Import>>} */
  const arrows = new Map()
  for (const step of imports) {
    const { from, to } = step
    if (![from, to].every((file) => file.startsWith(`${folder}/src/`) && !testsAndBenchmarks.test(file))) continue
    const [room, other] = [posix.dirname(from), posix.dirname(to)]
    if (room === other) continue
    const others = arrows.get(room) ?? new Map()
    arrows.set(room, others)
    if (!others.has(other)) others.set(other, step)
  }
  /** @type {string[]} */
  const circles = []
  /** @type {string[]} */
  const way = []
  const done = new Set()
  /** @param {string} room */
  const visit = (room) => {
    if (way.includes(room)) {
      circles.push(circleText([...way.slice(way.indexOf(room)), room], arrows))
      return
    }
    if (done.has(room)) return
    way.push(room)
    for (const other of arrows.get(room)?.keys() ?? []) visit(other)
    way.pop()
    done.add(room)
  }
  for (const room of arrows.keys()) visit(room)
  return circles
}

/**
 * @param {readonly string[]} rooms the first one is the last one, too
 * @param {ReadonlyMap<string, ReadonlyMap<string, Import>>} arrows
 */
const circleText = (rooms, arrows) => {
  const steps = rooms.slice(1).map((room, index) => arrows.get(rooms[index] ?? '')?.get(room))
  return [rooms.join(' → '), ...steps.map((step) => `  ${step?.from} imports ${step?.to}`)].join('\n')
}
