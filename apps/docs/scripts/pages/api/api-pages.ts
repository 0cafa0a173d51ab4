import { join } from 'node:path'
import { Application, type DeclarationReflection, PageEvent, ReflectionKind, type TypeDocOptions } from 'typedoc'
import type { PluginOptions } from 'typedoc-plugin-markdown'
import { pagesFolder, repositoryRoot, repositoryUrl, type WorkspacePackage } from '../../workspace.js'
import { writePage } from '../write-page.js'
import { type ApiModule, apiModule } from './api-module.js'
import { ApiRouter, hasOwnPage } from './api-router.js'
import type { ImportSources } from './example-imports.js'
import { type ApiContext, functionPage } from './function-page.js'
import { guidePages } from './guide-mentions.js'
import { packageOverview } from './package-overview.js'
import { nameThrownErrors } from './thrown-errors.js'

/**
 * The reference in `pages/api`, from the docstrings of what packages export: for each entry of a package an overview, a page for each
 * function, and one for types, classes and constants.
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
    membersWithOwnFile: ['Function'],
    entryFileName: 'overview',
    out: join(pagesFolder, 'api'),
    sourceLinkTemplate: `${repositoryUrl}/blob/${revision}/packages/{path}#L{line}`,
    disableGit: true,
    sourceLinkExternal: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    hidePageTitle: true,
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
  app.renderer.defineRouter('api', ApiRouter)
  app.options.setValue('router', 'api')
  const project = await app.convert()
  if (project === undefined) throw new Error('the packages cannot be read for the API pages')
  // TypeDoc names them by path.
  for (const module of project.children ?? []) {
    const entry = packages.flatMap(({ entries }) => entries).find(({ source }) => moduleName(source) === module.name)
    if (entry !== undefined) module.name = entry.page
  }
  nameThrownErrors(project)
  const modules = packages.flatMap((workspacePackage) =>
    workspacePackage.entries.map((entry) => {
      const reflection = project.children?.find(({ name }) => name === entry.page)
      if (reflection === undefined) throw new Error(`TypeDoc has not read ${entry.name}`)
      // What has a page of its own is not on that of the module.
      for (const group of reflection.groups ?? []) group.children = group.children.filter((child) => !hasOwnPage(child))
      if (reflection.groups) reflection.groups = reflection.groups.filter(({ children }) => children.length > 0)
      return { ...apiModule(entry, reflection.children ?? []), reflection, workspacePackage }
    }),
  )
  const context: ApiContext = { sources: importSources(modules), guide: guidePages() }
  app.renderer.on(PageEvent.END, (page) => {
    const { model, contents = '' } = page
    for (const module of modules) {
      if (model === module.reflection) page.contents = typesOf(module, contents)
      if (module.functions.some((reflection) => reflection === model))
        page.contents = functionPage(model as DeclarationReflection, module, contents, context)
    }
  })
  await app.generateOutputs(project)
  if (app.logger.hasErrors()) throw new Error('the API pages cannot be written')
  for (const module of modules)
    writePage(`api/${module.entry.page}.md`, packageOverview(module, module.workspacePackage, revision), [
      'outline: 2',
      'pageClass: api',
    ])
  writePage('api/index.md', overview(packages))
}

/** Where values are imported from: the first package that exports them. */
const importSources = (modules: readonly ApiModule[]): ImportSources =>
  new Map(
    modules
      .toReversed()
      .flatMap(({ entry, functions, others }) =>
        [...functions, ...others]
          .filter((child) => !child.kindOf(ReflectionKind.Interface | ReflectionKind.TypeAlias))
          .map(({ name }) => [name, entry.name] as const),
      ),
  )

const typesOf = ({ entry }: ApiModule, markdown: string): string => `---
title: Types of ${entry.name}
editLink: false
pageClass: api
---

# Types of ${entry.name}

What [${entry.name}](../${entry.page}.md) exports besides functions.

${markdown.trim()}
`

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
