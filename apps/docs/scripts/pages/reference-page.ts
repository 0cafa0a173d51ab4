import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCodes } from '@isacnet/model'
import { repositoryRoot } from '../workspace.js'
import { writePage, writePublicFile } from './write-page.js'

const schemaFolder = join(repositoryRoot, 'apps/cli/schemas')
const schemaSuffix = '.schema.json'

interface Schema {
  readonly title?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
}

/** Every command with its help and what it prints for programs, and the JSON Schemas as files. */
export const writeReferencePage = (): void => {
  const schemas = readdirSync(schemaFolder)
    .filter((file) => file.endsWith(schemaSuffix))
    .sort()
  for (const file of schemas) writePublicFile(`schemas/${file}`, readFileSync(join(schemaFolder, file)))
  const [[, overview = ''] = [], ...commands] = helps()
  const sections = commands.map(([name = '', help = '']) => {
    const documents = schemas.filter((file) => file.replace(schemaSuffix, '').split('-')[0] === name)
    return [`## isacnet ${name}`, fenced(help), ...documents.map(documentSection)].join('\n\n')
  })
  writePage(
    'guide/reference.md',
    [
      '# Reference of the command',
      'What `isacnet help` says of each command, and what `--json` prints, for programs. [The command](./command.md) shows them at work. Each JSON document has a JSON Schema (draft 7), which comes with the package as well; documents have no member that their schema doesn’t have, which tests check.',
      fenced(overview),
      ...sections,
      errorSection(),
    ].join('\n\n'),
    ['outline: 2'],
  )
}

/** The document that is printed when a command fails, and every error code. */
const errorSection = (): string => {
  const rows = Object.entries(errorCodes).map(
    ([code, { kind, meaning }]) =>
      `| \`${code}\` | ${code === 'interrupted' ? '128 + signal' : kind === 'invalid-input' ? 2 : 1} | ${meaning} |`,
  )
  return [
    '## Errors',
    'Codes are the same in all versions; in a program, `errorCodeOf` of `@isacnet/model` reads them from an error.',
    ['| code | exit code | |', '| --- | --- | --- |', ...rows].join('\n'),
    documentSection('error.schema.json'),
  ].join('\n\n')
}

/** The help of the command as a whole and of each command. */
const helps = (): string[][] =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--import', 'tsx', '--conditions', '@isacnet/source', join(repositoryRoot, 'apps/cli/scripts/print-helps.ts')],
      { encoding: 'utf8' },
    ),
  )

const fenced = (text: string): string => `\`\`\`\`text\n${text.trim()}\n\`\`\`\``

const documentSection = (file: string): string => {
  const schema: Schema = JSON.parse(readFileSync(join(schemaFolder, file), 'utf8'))
  const item = schema.type === 'array' ? (schema.items ?? {}) : schema
  const rows = Object.entries(item.properties ?? {}).map(([name, member]) => {
    const optional = item.required?.includes(name) === true ? '' : ' (may be absent)'
    return `| \`${name}\` | ${typeOf(member)} | ${described(member)}${optional} |`
  })
  return [
    `${schema.title}${schema.type === 'array' ? ', for each' : ''} ([JSON Schema](../schemas/${file}){target="_self"}):`,
    ['| member | type | |', '| --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n')
}

const typeOf = ({ type, anyOf, enum: values, const: only, items }: Schema): string => {
  if (values !== undefined) return values.map((value) => `\`${JSON.stringify(value)}\``).join(', ')
  if (only !== undefined) return `\`${JSON.stringify(only)}\``
  if (type === 'array') return items?.type === undefined ? 'list' : `list of ${typeOf(items)}`
  if (type !== undefined) return [type].flat().join(' or ')
  return [...new Set((anyOf ?? []).map(typeOf))].join(' or ')
}

/** A member's description, or the names of its own members. */
const described = ({ description, properties }: Schema): string =>
  [
    ...(description === undefined ? [] : [description.replace(/[|<>]/g, (found) => `\\${found}`)]),
    ...(properties === undefined || Object.keys(properties).length > 8
      ? []
      : [
          Object.keys(properties)
            .map((name) => `\`${name}\``)
            .join(', '),
        ]),
  ].join(': ')
