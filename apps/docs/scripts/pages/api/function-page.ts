import { type DeclarationReflection, ReflectionKind } from 'typedoc'
import { type ApiModule, functionsByRoom, roomOf } from './api-module.js'
import { exampleImports, type ImportSources } from './example-imports.js'
import { type GuidePage, mentionsOf } from './guide-mentions.js'

/** What the pages of functions refer to. */
export interface ApiContext {
  readonly sources: ImportSources
  readonly guide: readonly GuidePage[]
}

/** The page of a function: what TypeDoc makes of its docstring, between where it is and where to go on. */
export const functionPage = (
  reflection: DeclarationReflection,
  module: ApiModule,
  markdown: string,
  { sources, guide }: ApiContext,
): string => {
  const { entry } = module
  // Overloads have a source each, below their signatures.
  const definitions = [...markdown.matchAll(definition)]
  const source = definitions.length === 1 ? (definitions[0]?.[1] ?? '') : ''
  const text = source === '' ? markdown : markdown.replace(definition, '')
  const room = roomOf(reflection)
  const place = room === '' ? '' : ` › [${room}](../${entry.page}.md#${room})`
  const neighbours = (functionsByRoom(module).get(room) ?? []).filter((other) => other !== reflection)
  const ofRoom = neighbours.map(({ name }) => `[${name}](./${name}.md)`)
  const inGuide = mentionsOf(reflection.name, guide).map(({ title, path }) => `[${title}](../../${path})`)
  const related = [
    ...(ofRoom.length === 0 ? [] : [`- Beside it${room === '' ? '' : ` in ${room}`}: ${ofRoom.join(', ')}`]),
    ...(inGuide.length === 0 ? [] : [`- In the guide: ${inGuide.join(', ')}`]),
    `- All of [${entry.name}](../${entry.page}.md)`,
  ]
  return `---
title: ${reflection.name}
editLink: false
pageClass: api
---

# ${reflection.name}${reflection.kindOf(ReflectionKind.Function) ? '()' : ''}

[${entry.name}](../${entry.page}.md)${place}${source === '' ? '' : ` · [source](${source})`}

${withImports(text, sources).trim()}

## Related

${related.join('\n')}
`
}

/** The line in which TypeDoc says where something is defined. */
const definition = /^Defined in: \[[^\]]*\]\((\S*)\)\n\n/gm

/** Examples with the imports that make them run. */
const withImports = (markdown: string, sources: ImportSources): string =>
  markdown.replace(/(^#+ Examples?\n\n```ts\n)([\s\S]*?)(?=^```$)/gm, (_, head: string, code: string) => {
    const imports = exampleImports(code, sources)
    return `${head}${imports}${imports === '' ? '' : '\n'}${code}`
  })
