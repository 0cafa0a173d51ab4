import { fileURLToPath } from 'node:url'

/** What a plugin of Vite is here. */
interface Plugin {
  readonly name: string
  readonly enforce: 'pre'
  resolveId(
    this: { resolve(source: string, importer?: string): Promise<{ readonly id: string } | null> },
    source: string,
    importer?: string,
  ): Promise<string | undefined>
  load(id: string): string | undefined
}

/** The tables of `@isacnet/analysis` that only actual requests need: half of what a worker would load. */
const tables = /\/request-(moments|responses)\.json$/

const prefix = '\0table-on-demand:'
const onDemand = fileURLToPath(new URL('../src/tables/table-on-demand.ts', import.meta.url))

/** Has large tables loaded by who uses them: the first use throws a `TableMissing`, which loads the table. */
export const tablesOnDemand = (): Plugin => ({
  name: 'isacnet:tables-on-demand',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!tables.test(source)) return undefined
    const resolved = await this.resolve(source, importer)
    // The plugin for JSON would take what ends in `.json`.
    return resolved === null || importer?.startsWith(prefix) ? undefined : `${prefix}${resolved.id}.js`
  },
  load(id) {
    if (!id.startsWith(prefix)) return undefined
    const file = id.slice(prefix.length, -'.js'.length)
    return `import { tableOnDemand } from ${JSON.stringify(onDemand)}
export default tableOnDemand(() => import(${JSON.stringify(file)}))`
  },
})
