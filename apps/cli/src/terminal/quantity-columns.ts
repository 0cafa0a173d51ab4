import { type InformationUnit, type Quantity, quantities, type ServiceDefinition } from '@isacnet/model'
import type { ServiceDocument } from '../documents/quantities-schema.js'
import { formatError, formatValue } from './number-format.js'

/** The head of a row: whose quantities it has. */
export const rowHead = ({ service, receiver }: ServiceDefinition): string => `${service}, per ${receiver}`

/** The head of a column. */
export const columnHead = ({ heading, unit }: Quantity, information: InformationUnit): string =>
  unit(information) === '' ? heading : `${heading} (${unit(information)})`

/** A column for each quantity, and one more beside the rate. */
const columns = (cell: (quantity: Quantity) => string, besideRate: string): string[] =>
  quantities.flatMap((quantity) => [cell(quantity), ...(quantity.quantity === 'rate' ? [besideRate] : [])])

/** The heads of the columns of quantities, with the numerical error beside the rate. */
export const quantityHeads = (unit: InformationUnit): string[] =>
  columns((quantity) => columnHead(quantity, unit), 'error <')

export const quantityCells = (document: ServiceDocument): string[] =>
  columns(({ quantity }) => cellOf(document[quantity]), formatError(document.errorEstimate))

/** A service may lack a quantity, and a method may have none. */
const cellOf = (value: number | null | undefined): string =>
  value === undefined || value === null ? '—' : formatValue(value)

/** Cells in those columns that are no document's, without an error. */
export const otherCells = (cell: (quantity: Quantity) => string): string[] => columns(cell, '')
