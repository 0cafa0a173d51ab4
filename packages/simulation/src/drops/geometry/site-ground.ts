import { type SiteLayout, siteCells } from '@isacnet/stochastic-geometry'
import type { Ground } from './populated-drop.js'

/** The BSs of a layout, all at their sites, and the areas of their cells within its region. */
export const siteGround = (layout: SiteLayout): Omit<Ground, 'users' | 'targets'> => {
  const { stations, index, cells } = siteCells(layout)
  return { window: undefined, stations, index, cellAreas: Float64Array.from(cells, ({ area }) => area) }
}
