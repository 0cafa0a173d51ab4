import { parameterDefinitions, permittedValues, writtenParameterValue } from '@isacnet/model'
import { documentJson } from '../../documents/document-json.js'
import type { Io } from '../../terminal/io.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import type { ParametersDocument } from './parameters-schema.js'

/** `isacnet parameters`. */
export const parameters = ({ json }: { readonly json?: boolean }, io: Io): void => {
  io.stdout.write(json === true ? documentJson(parametersDocument()) : `${parametersText(io).join('\n')}\n`)
}

const parametersDocument = (): ParametersDocument =>
  parameterDefinitions.map((definition) => {
    const { name, symbol, aliases, meaning, unit, defaultValue } = definition
    return {
      name,
      symbol,
      aliases,
      meaning,
      unit,
      permitted: permittedValues(definition),
      default: writtenDefault(defaultValue),
    }
  })

const writtenDefault = (value: number): number | 'inf' => (value === Number.POSITIVE_INFINITY ? 'inf' : value)

const parametersText = (io: Io): string[] => {
  const header = ['name', 'symbol', 'also written', 'permitted', 'default', 'meaning']
  const rows = parameterDefinitions.map((definition) => [
    definition.name,
    definition.symbol,
    definition.aliases.join(' '),
    permittedValues(definition),
    `${writtenParameterValue(definition.defaultValue)}${definition.unit === '' ? '' : ` ${definition.unit}`}`,
    definition.meaning,
  ])
  const [heading = '', ...lines] = textTable(
    [header, ...rows],
    header.map(() => 'left' as const),
  )
  return [bold(heading, io.stdout, io), ...lines]
}
