import { dirname } from 'node:path'
import type { DeclarationReflection } from 'typedoc'
import type { PackageEntry } from '../../workspace.js'
import { hasOwnPage } from './api-router.js'
import { groupedBy } from './grouped-by.js'

/** An entry of a package, and what it exports. */
export interface ApiModule {
  readonly entry: PackageEntry
  /** What has a page of its own. */
  readonly functions: readonly DeclarationReflection[]
  /** Types, classes, and constants without an example. */
  readonly others: readonly DeclarationReflection[]
}

export const apiModule = (entry: PackageEntry, children: readonly DeclarationReflection[]): ApiModule => ({
  entry,
  functions: children.filter(hasOwnPage),
  others: children.filter((child) => !hasOwnPage(child)),
})

/** The folder in `src` that a function is in, such as `sensing`; nothing if it is in none. */
export const roomOf = (reflection: DeclarationReflection): string => {
  const path = reflection.sources?.[0]?.fullFileName.replaceAll('\\', '/').split('/src/').at(-1) ?? ''
  const [room = ''] = dirname(path).split('/')
  return room === '.' ? '' : room
}

/** The functions of an entry by their rooms; those in none come first. */
export const functionsByRoom = ({ functions }: ApiModule): Map<string, DeclarationReflection[]> =>
  groupedBy(
    functions.toSorted((a, b) => roomOf(a).localeCompare(roomOf(b)) || a.name.localeCompare(b.name)),
    roomOf,
  )
