import { groupedBy } from './grouped-by.js'

/** What a name is imported from. */
export type ImportSources = ReadonlyMap<string, string>

/** The lines that import what an example uses, sorted by where from. */
export const exampleImports = (code: string, sources: ImportSources): string => {
  const bare = code.replace(/\/\/.*$/gm, '').replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''")
  const declared = new Set([...bare.matchAll(/\b(?:const|let|function)\s+(\w+)/g)].map(([, name]) => name))
  // Neither members nor keys of an object.
  const used = [...bare.matchAll(/(?<![.\w$])[A-Za-z_$][\w$]*(?![\w$]|\s*:)/g)].map(([name]) => name)
  const names = [...new Set(used)].filter((name) => sources.has(name) && !declared.has(name)).sort()
  return [...groupedBy(names, (name) => sources.get(name)!)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([source, imported]) => `import { ${imported.join(', ')} } from '${source}'\n`)
    .join('')
}
