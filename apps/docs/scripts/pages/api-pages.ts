import { join } from 'node:path'
import { Application, type Comment, CommentTag, type ProjectReflection, type TypeDocOptions } from 'typedoc'
import type { PluginOptions } from 'typedoc-plugin-markdown'
import { pagesFolder, repositoryRoot, repositoryUrl, type WorkspacePackage } from '../workspace.js'
import { writePage } from './write-page.js'

/**
 * One page for each entry of a package from the docstrings of what it exports, in `pages/api`.
 *
 * @param revision - the commit that links to the sources name.
 */
export const writeApiPages = async (packages: readonly WorkspacePackage[], revision: string): Promise<void> => {
  const options: TypeDocOptions & Partial<PluginOptions> = {
    plugin: ['typedoc-plugin-markdown'],
    entryPoints: packages.flatMap(({ entries }) => entries.map(({ source }) => join(repositoryRoot, source))),
    basePath: repositoryRoot,
    tsconfig: join(repositoryRoot, 'apps/docs/typedoc.tsconfig.json'),
    skipErrorChecking: true,
    readme: 'none',
    name: 'API',
    router: 'module',
    entryFileName: 'overview',
    out: join(pagesFolder, 'api'),
    sourceLinkTemplate: `${repositoryUrl}/blob/${revision}/packages/{path}#L{line}`,
    disableGit: true,
    sourceLinkExternal: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    typeDeclarationFormat: 'table',
    excludeExternals: true,
    useCodeBlocks: true,
    sanitizeComments: false,
    preservedTypeAnnotationTags: ['@throws'],
    logLevel: 'Warn',
  }
  const app = await Application.bootstrapWithPlugins(options)
  const project = await app.convert()
  if (project === undefined) throw new Error('the packages cannot be read for the API pages')
  // TypeDoc names them by path.
  for (const module of project.children ?? []) {
    const entry = packages.flatMap(({ entries }) => entries).find(({ source }) => moduleName(source) === module.name)
    if (entry !== undefined) module.name = entry.page
  }
  nameThrownErrors(project)
  await app.generateOutputs(project)
  writePage('api/index.md', overview(packages))
}

/** A source as TypeDoc names it. */
const moduleName = (source: string): string => source.replace(/(\/index)?\.ts$/, '')

const overview = (packages: readonly WorkspacePackage[]): string => `# API reference

What each package exports, from the docstrings of its sources: the equation, shapes, units, domain, errors and where it comes from.
Each package imports only from those above it in this list.

| package | |
| --- | --- |
${packages
  .map(({ entries, description }) => {
    const links = entries.map(({ name, page }) => `[${name}](./${page}.md)`)
    return `| ${links.join(', ')} | ${description} |`
  })
  .join('\n')}

The command has [a page of its own](../guide/command.md).`

/** All that a function throws as one list, with the types in front. */
const nameThrownErrors = (project: ProjectReflection): void => {
  for (const reflection of Object.values(project.reflections)) {
    const comment: Comment | undefined = reflection.comment
    const thrown = comment?.getTags('@throws') ?? []
    if (comment === undefined || thrown.length === 0) continue
    const list = thrown.flatMap(({ typeAnnotation, content }) => [
      { kind: 'text' as const, text: '- ' },
      ...(typeAnnotation === undefined
        ? []
        : [
            { kind: 'code' as const, text: `\`${typeAnnotation.replace(/^\{|\}$/g, '')}\`` },
            { kind: 'text' as const, text: ' ' },
          ]),
      ...content,
      { kind: 'text' as const, text: '\n' },
    ])
    comment.removeTags('@throws')
    comment.blockTags.push(new CommentTag('@throws', list))
  }
}
