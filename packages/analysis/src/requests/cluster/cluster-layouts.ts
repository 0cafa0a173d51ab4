import { madeOnce } from '../../rules/work/made-once.js'
import { type ClusterPoints, clusterPoints, type Panel } from './cluster-points.js'

/** Panels in $\ln A$ where nobody is nearer than 1 and everywhere beyond is alike: $t^2 = 1 + A$. */
const clearPanels = (edges: readonly number[]): readonly Panel[] =>
  stretches(edges).map(([from, width]) => {
    const within = (x: number): number => Math.exp(from + width * x)
    return { within, slope: (x) => width * within(x), distance: (x) => Math.sqrt(1 + within(x)) }
  })

/**
 * The cluster of a user, or of a target in target-centric clusters: its other BSs are beyond the serving one, $A = t^2 - 1$.
 *
 * @param nodes - per panel.
 */
export const clearPoints = madeOnce(
  (nodes: number): ClusterPoints =>
    clusterPoints(
      clearPanels([-30, -12, -7, -4.5, -2.8, -1.4, -0.2, 0.9, 2, 3.1, 4.3, 5.7, 7.5, 10, 14, 20, 30]),
      nodes,
      0,
    ),
)

/**
 * The cluster around a serving BS: within t < 2 a part of the ring around it is the {@link HolePoints hole},
 * $a(t) = t + (2t/\pi)\arcsin(t/2)$, beyond it $A = t^2-1$. Panels are in $\ln t$, in the angle of the hole's edge, and in $\ln A$.
 *
 * @param nodes - per panel.
 */
export const holePoints = madeOnce((nodes: number): ClusterPoints => {
  const near = stretches([-14, -6, -3.7, -2.5, -1.7, -1.1, -0.6, Math.log(seam)]).map(([from, width]): Panel => {
    const distance = (x: number): number => Math.exp(from + width * x)
    return {
      distance,
      within: (x) => withinHole(distance(x)),
      slope: (x) => width * distance(x) * holeDensity(distance(x)),
    }
  })
  const start = 2 * Math.acos(seam / 2)
  const edge = stretches([start, start / 2, 0]).map(([from, width]): Panel => {
    const angle = (x: number): number => from + width * x
    return {
      distance: (x) => 2 * Math.cos(angle(x) / 2),
      within: (x) => withinHole(2 * Math.cos(angle(x) / 2)),
      slope: (x) => -width * 2 * Math.sin(angle(x)) * (1 - angle(x) / (2 * Math.PI)),
    }
  })
  const beyond = clearPanels([0, 1, 2, 3.2, 4.6, 6.4, 9, 13, 19, 29].map((s) => Math.log(3) + s))
  return clusterPoints([...near, ...edge, ...beyond], nodes, near.length + edge.length)
})

/** Where the panels in ln t end. */
const seam = 0.8

/** $a(t)$ for t < 2. */
const holeDensity = (t: number): number => t + (2 * t * Math.asin(t / 2)) / Math.PI

/** $A(t)$ for t ≤ 2. */
const withinHole = (t: number): number => (t * t) / 2 + (2 / Math.PI) * arcIntegral(t)

/** $\int_0^t y\arcsin(y/2)\,dy$. */
const arcIntegral = (t: number): number =>
  t < 0.1
    ? t ** 3 * (1 / 6 + t * t * (1 / 240 + (3 * t * t) / 8960))
    : ((t * t) / 2 - 1) * Math.asin(t / 2) + (t / 2) * Math.sqrt(1 - (t * t) / 4)

const stretches = (edges: readonly number[]): readonly (readonly [from: number, width: number])[] =>
  edges.slice(1).map((to, i) => [edges[i]!, to - edges[i]!])
