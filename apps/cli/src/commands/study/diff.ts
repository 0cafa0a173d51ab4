import { IsacnetError } from '@isacnet/model'
import { diffResults, readResults, type ValueDifference } from '@isacnet/study'
import { documentJson } from '../../documents/document-json.js'
import { betweenZeroAndOne } from '../../flags/stopping-flags.js'
import type { Io } from '../../terminal/io.js'
import { formatValue } from '../../terminal/number-format.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import type { DiffDocument } from './diff-schema.js'

export interface DiffOptions {
  readonly significance?: string
  readonly json?: boolean
}

/** Values that really differ. */
class ChangedValuesError extends IsacnetError {
  override readonly name = 'ChangedValuesError'
  override readonly code = 'changed-values'
}

/** `isacnet diff`. */
export const diff = async (a: string, b: string, options: DiffOptions, io: Io): Promise<void> => {
  const significance =
    options.significance === undefined ? 0.01 : betweenZeroAndOne('significance', options.significance)
  const result = diffResults(readResults(a), readResults(b), significance)
  const { changed, compared, identical, onlyInA, onlyInB, configuration } = result
  const document: DiffDocument = { a, b, ...result }
  if (options.json === true) io.stdout.write(documentJson(document))
  else {
    const [heading = '', ...rows] = textTable(
      [['computation', 'at', 'value', 'A', 'B', 'z'], ...changed.map(row)],
      ['left', 'left', 'left', 'right', 'right', 'right'],
    )
    const lines = [
      ...configuration.map(
        ({ kind, member, a: from, b: to }) => `${kind}: ${member}: ${JSON.stringify(from)} → ${JSON.stringify(to)}`,
      ),
      ...(configuration.length === 0 ? ['Configuration, versions and seed are the same.'] : []),
      ...(changed.length === 0 ? [] : ['', bold(heading, io.stdout, io), ...rows, '']),
      `${changed.length} of ${compared} values changed, ${identical} have the same bits; significance ${significance}.`,
      ...(onlyInA + onlyInB === 0 ? [] : [`Without a counterpart: ${onlyInA} results of A, ${onlyInB} of B.`]),
    ]
    io.stdout.write(`${lines.join('\n')}\n`)
  }
  if (changed.length > 0) throw new ChangedValuesError(`${changed.length} of ${compared} values changed`)
}

const row = ({ computation, coordinates, quantity, values, zScore }: ValueDifference): string[] => [
  computation,
  Object.entries(coordinates)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', '),
  quantity,
  ...values.map((value) => (typeof value === 'number' ? formatValue(value) : value)),
  zScore === null ? '—' : zScore.toFixed(1),
]
