import { IsacnetError } from '@isacnet/model'

/** A file of sites says something that it may not say; the message is one line. */
export class SiteFileError extends IsacnetError {
  override readonly name = 'SiteFileError'
  override readonly code = 'site-file'
  /** Where: `line 3` of a CSV file, `feature 3` of GeoJSON (both count from 1), or the file. */
  readonly place: string
  readonly value: unknown
  /** The expected content, in words. */
  readonly permitted: string

  constructor(place: string, what: string, value: unknown, permitted: string) {
    const shown = (typeof value === 'string' ? `‘${value}’` : String(JSON.stringify(value))).replace(/\s+/g, ' ')
    super(`${place}: ${what} must be ${permitted}, got ${shown.length > 80 ? `${shown.slice(0, 79)}…` : shown}`)
    this.place = place
    this.value = value
    this.permitted = permitted
  }
}
