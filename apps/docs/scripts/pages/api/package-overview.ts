import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type DeclarationReflection, ReflectionKind } from 'typedoc'
import { repositoryRoot, repositoryUrl, type WorkspacePackage } from '../../workspace.js'
import { withSiteLinks } from '../repository-links.js'
import { type ApiModule, functionsByRoom } from './api-module.js'
import { typesPage } from './api-router.js'
import { firstSentence } from './first-sentence.js'

/** The overview of an entry: what it is for, its functions room by room, and what else it exports. */
export const packageOverview = (module: ApiModule, workspacePackage: WorkspacePackage, revision: string): string => {
  const { entry } = module
  const functions = [...functionsByRoom(module)].map(
    ([room, members]) => `${room === '' ? '' : `## ${room}\n\n`}${functionTable(entry.page, members)}`,
  )
  return [
    `# ${entry.name}`,
    entry.name === workspacePackage.name
      ? introduction(workspacePackage, revision)
      : `An entry of [${workspacePackage.name}](./${workspacePackage.folder}.md): ${workspacePackage.description}.`,
    ...functions,
    others(module),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const functionTable = (page: string, functions: readonly DeclarationReflection[]): string =>
  [
    '| function | |',
    '| --- | --- |',
    ...functions.map(
      (reflection) => `| [\`${reflection.name}\`](./${page}/${reflection.name}.md) | ${firstSentence(reflection)} |`,
    ),
  ].join('\n')

/** The README up to its second heading, without its table of functions, and where the rest of it is. */
const introduction = ({ folder }: WorkspacePackage, revision: string): string => {
  const path = `packages/${folder}/README.md`
  if (!existsSync(join(repositoryRoot, path))) return ''
  const [first = '', ...sections] = readFileSync(join(repositoryRoot, path), 'utf8').split(/^(?=## )/m)
  const address = `${repositoryUrl}/blob/${revision}/${path}`
  const titles = sections
    .map((section) => /^## (.*)$/m.exec(section)?.[1] ?? '')
    .filter((title) => title !== 'Functions')
    .map(
      (title) =>
        `[${title}](${address}#${title
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .replace(/\s/g, '-')})`,
    )
  const text = first.replace(/^# .*\n/, '').replace(/^\|.*\n/gm, '')
  return `${withSiteLinks(text, posix.dirname(path), revision).trim()}

More in the [README](${address})${titles.length === 0 ? '' : `: ${titles.join(', ')}`}.`
}

const groups = [
  { title: 'Types', kinds: ReflectionKind.Interface | ReflectionKind.TypeAlias },
  { title: 'Classes', kinds: ReflectionKind.Class },
  { title: 'Constants', kinds: ReflectionKind.Variable },
]

/** The anchor of a heading as the plugin for Markdown makes it. */
const anchor = ({ name, flags }: DeclarationReflection): string =>
  `${flags.isAbstract ? 'abstract-' : ''}${name.toLowerCase()}`

const others = ({ entry, others }: ApiModule): string => {
  const lists = groups
    .map(({ title, kinds }) => {
      const members = others.filter((other) => other.kindOf(kinds)).toSorted((a, b) => a.name.localeCompare(b.name))
      const links = members.map((member) => `[${member.name}](./${entry.page}/${typesPage}.md#${anchor(member)})`)
      return links.length === 0 ? '' : `- ${title}: ${links.join(', ')}`
    })
    .filter((list) => list !== '')
  return lists.length === 0 ? '' : `## Types and constants {#types-and-constants}\n\n${lists.join('\n')}`
}
