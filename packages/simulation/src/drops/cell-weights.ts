import type { Typical } from '../definition/typical.js'

/** How much each cell counts: by its area for the typical user, alike for the typical cell; those that serve nobody don't. */
export const cellWeights = (typical: Typical, areas: Float64Array): Float64Array =>
  typical === 'user' ? areas : areas.map((area) => (area > 0 ? 1 : 0))
