import type { Point, Polygon } from '@isacnet/stochastic-geometry'

/** One site of a map, with its cell. */
export interface MapCell {
  /** Empty where the site has none. */
  readonly name: string
  readonly site: Point
  /** The pieces of its cell, in km, as `areaOutline` gives them; none of a site that serves nobody. */
  readonly polygons: readonly Polygon[]
  /** The number that the colour shows; `null` where there is none. */
  readonly value: number | null
}

/** A quantity of a network of sites, cell by cell; places in km, x to the east and y to the north. */
export interface SiteMap {
  /** A label, as all texts here: `$…$` encloses mathematics. */
  readonly title: string
  /** Under the title: what network it is. */
  readonly subtitle: string
  readonly quantity: { readonly label: string; readonly unit: string }
  readonly cells: readonly MapCell[]
  /** The border of the region. */
  readonly region: readonly Polygon[]
}
