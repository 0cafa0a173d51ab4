import {
  chosenQuantity,
  type InformationUnit,
  type Quantity,
  type RateQuantity,
  rateQuantities,
  type ServiceDefinition,
} from '@isacnet/model'
import type { ServiceDocument } from '../documents/quantities-schema.js'
import type { Io } from './io.js'
import { formatError, formatValue } from './number-format.js'
import { bold } from './terminal-style.js'
import { textTable } from './text-table.js'

/** The head of a row: whose quantities it has. */
export const rowHead = ({ service, receiver }: ServiceDefinition): string => `${service}, per ${receiver}`

/** The head of a column. */
export const columnHead = (
  { heading, unit }: Pick<Quantity, 'heading' | 'unit'>,
  information: InformationUnit,
): string => (unit(information) === '' ? heading : `${heading} (${unit(information)})`)

/** A column for each quantity that follows from the rate, and one more beside the rate. */
const columns = (cell: (quantity: RateQuantity) => string, besideRate: string): string[] =>
  rateQuantities.flatMap((quantity) => [cell(quantity), ...(quantity.quantity === 'rate' ? [besideRate] : [])])

/** The heads of the columns of quantities, with the numerical error beside the rate. */
export const quantityHeads = (unit: InformationUnit): string[] =>
  columns((quantity) => columnHead(quantity, unit), 'error <')

export const quantityCells = (document: Omit<ServiceDocument, 'quantities'>): string[] =>
  columns(({ quantity }) => formatValue(document[quantity]), formatError(document.errorEstimate))

/** Cells in those columns that are no document's, without an error. */
export const otherCells = (cell: (quantity: RateQuantity) => string): string[] => columns(cell, '')

type ComputedQuantity = NonNullable<ServiceDocument['quantities']>[number]

/** The head of a chosen quantity, with its unit. */
const chosenHead = (name: string, information: InformationUnit): string => {
  const { heading, quantity } = chosenQuantity(name)
  return columnHead({ heading, unit: quantity.unit }, information)
}

/** A list of chosen quantities, which has a column for the values and one beside it. */
interface ChosenList<Item> {
  readonly heads: readonly [values: string, beside: string]
  readonly quantities: readonly Item[]
}

/** A table of chosen quantities, a row for each and two columns for each list of them; nothing where there is none. */
export const chosenTable = <Item extends { readonly name: string }>(
  corner: string,
  lists: readonly ChosenList<Item>[],
  cells: (quantity: Item) => readonly [value: string, beside: string],
  unit: InformationUnit,
  io: Io,
): string[] => {
  const names = [...new Set(lists.flatMap(({ quantities }) => quantities.map(({ name }) => name)))]
  if (names.length === 0) return []
  const cellsOf = ({ quantities }: ChosenList<Item>, name: string): readonly string[] => {
    const found = quantities.find((quantity) => quantity.name === name)
    return found === undefined ? ['', ''] : cells(found)
  }
  const [heading = '', ...rows] = textTable(
    [
      [corner, ...lists.flatMap(({ heads }) => heads)],
      ...names.map((name) => [chosenHead(name, unit), ...lists.flatMap((list) => cellsOf(list, name))]),
    ],
    ['left', ...lists.flatMap(() => ['right', 'right'] as const)],
  )
  return ['', bold(heading, io.stdout, io), ...rows]
}

/** The same of computed quantities with their errors, and why some are missing. */
export const quantityTable = (
  corner: string,
  lists: readonly { readonly head: string; readonly quantities: readonly ComputedQuantity[] }[],
  unit: InformationUnit,
  io: Io,
): string[] => {
  const reasons = lists.flatMap(({ quantities }) =>
    quantities.flatMap((quantity) => ('notApplicable' in quantity ? [quantity.notApplicable] : [])),
  )
  return [
    ...chosenTable(
      corner,
      lists.map(({ head, quantities }) => ({ heads: [head, 'error <'], quantities })),
      (found) => ('value' in found ? [formatValue(found.value), formatError(found.errorEstimate)] : ['—', '']),
      unit,
      io,
    ),
    ...[...new Set(reasons)].map((reason) => `— ${reason}`),
  ]
}
