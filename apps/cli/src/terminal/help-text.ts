import { parameterDefinitions, permittedValues, writtenParameterValue } from '@isacnet/model'
import { textTable } from './text-table.js'

/** The examples of a help. */
export const examples = (...lines: readonly (readonly [command: string, meaning: string])[]): string =>
  [
    '',
    'Examples:',
    ...textTable(
      lines.map(([command, meaning]) => [`  $ ${command}`, meaning]),
      ['left', 'left'],
    ),
  ].join('\n')

/** Parameters as `--set` takes them, for the help. */
export const parameterList = (): string =>
  [
    '',
    'Parameters (see also isacnet parameters); values may have units, as in --set "Pt=30 dBm":',
    ...textTable(
      parameterDefinitions.map((definition) => [
        `  ${definition.name}`,
        definition.aliases[0] ?? '',
        `${permittedValues(definition)}${definition.unit === '' ? '' : `, ${definition.unit}`}`,
        `default ${writtenParameterValue(definition.defaultValue)}`,
      ]),
      ['left', 'left', 'left', 'left'],
    ),
  ].join('\n')

/** Names that are numbered, such as `C1 … C14`. */
export const firstToLast = (rows: readonly { readonly id: string }[]): string => `${rows[0]?.id} … ${rows.at(-1)?.id}`

/** Values of an option that may be repeated. */
export const collected = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value]
