import type { Command } from 'commander'

/** Which file of sites is meant and how it is read, as it was typed. */
export interface SiteFlags {
  readonly sites?: string
  readonly columns?: string
  readonly region?: string
  readonly guard?: string
}

/** Adds the options of {@link SiteFlags}. */
export const addSiteOptions = (command: Command): Command =>
  command
    .option('--sites <file>', 'base stations at the sites of a CSV or GeoJSON file')
    .option(
      '--columns <names>',
      'columns of a CSV file of sites, if they aren’t found: lat=Breite,lon=Länge or x=…,y=…',
    )
    .option(
      '--region <file>',
      'where users and targets are: GeoJSON polygons, or xmin,ymin,xmax,ymax in the coordinates of the sites (default: their bounding box)',
    )
    .option('--guard <length>', 'how far users and targets keep away from the border of the region, such as 2km')
