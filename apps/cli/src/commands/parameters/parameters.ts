import { parameterDefinitions, permittedValues } from '@isacnet/model'
import type { Io } from '../../terminal/io.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'

/** `isacnet parameters`. */
export const parameters = ({ json }: { readonly json?: boolean }, io: Io): void => {
  if (json === true) {
    const document = parameterDefinitions.map(({ name, symbol, aliases, meaning, unit, defaultValue }, index) => ({
      name,
      symbol,
      aliases,
      meaning,
      unit,
      permitted: permittedValues(parameterDefinitions[index]!),
      default: defaultValue,
    }))
    io.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
    return
  }
  const header = ['name', 'symbol', 'also written', 'permitted', 'default', 'meaning']
  const rows = parameterDefinitions.map((definition) => [
    definition.name,
    definition.symbol,
    definition.aliases.join(' '),
    permittedValues(definition),
    `${definition.defaultValue}${definition.unit === '' ? '' : ` ${definition.unit}`}`,
    definition.meaning,
  ])
  const [heading = '', ...lines] = textTable(
    [header, ...rows],
    header.map(() => 'left' as const),
  )
  io.stdout.write(`${[bold(heading, io.stdout, io), ...lines].join('\n')}\n`)
}
