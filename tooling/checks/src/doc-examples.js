import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import ts from 'typescript'

const AsyncFunction = /** @type {FunctionConstructor} */ (Object.getPrototypeOf(async () => {}).constructor)

/** @param {string} path */
const parse = (path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)

/** @param {string} from @param {string} specifier of a module beside it */
const sourceOf = (from, specifier) => resolve(dirname(from), specifier.replace(/\.js$/, '.ts'))

/** @param {ts.Statement} statement */
const declaredNames = (statement) => {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return [statement.name?.text]
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText())
  return []
}

/**
 * Returns the lines below `@example` in a docstring, one string for each tag.
 *
 * @param {ts.Statement} statement
 */
const examplesOf = (statement) =>
  ts
    .getJSDocTags(statement)
    .filter(({ tagName }) => tagName.text === 'example')
    .map(({ comment }) => (ts.getTextOfJSDocComment(comment) ?? '').trim())

/**
 * Returns the examples in the docstring of each value that a module exports, under the name it is exported by.
 *
 * @param {string} entry - path of a TypeScript source that declares its exports or re-exports them by name.
 * @returns {Map<string, string[]>}
 */
export function exportedExamples(entry) {
  const source = parse(entry)
  /** @type {Map<string, string[]>} */
  const examples = new Map()
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement)) {
      const { moduleSpecifier, exportClause } = statement
      if (statement.isTypeOnly || !exportClause || !ts.isNamedExports(exportClause)) continue
      if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) continue
      const path = sourceOf(entry, moduleSpecifier.text)
      if (!existsSync(path)) continue
      const inner = exportedExamples(path)
      for (const { name, propertyName, isTypeOnly } of exportClause.elements)
        if (!isTypeOnly) examples.set(name.text, inner.get((propertyName ?? name).text) ?? [])
    } else if (
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    ) {
      // Overloads are one function: any of them may have the example.
      for (const name of declaredNames(statement))
        if (name) examples.set(name, [...(examples.get(name) ?? []), ...examplesOf(statement)])
    }
  }
  return examples
}

/**
 * Executes an example, in which a line `expression // value` promises a value, `expression // throws 'message'` an error, and any
 * other line is a statement before them.
 *
 * @param {string} example
 * @param {Record<string, unknown>} scope - the values of its names.
 * @returns {Promise<Array<{ line: string, expected: unknown, actual: unknown }>>}
 */
export async function runDocExample(example, scope) {
  const body = example.split('\n').map((line) => {
    const [, expression, throws, expected] = line.match(/^(.*?\S) \/\/ (throws )?(.+)$/) ?? []
    if (expression === undefined) return line
    const evaluated = `async () => (${expression})`
    const actual = throws ? `messageOf(${evaluated})` : `(${evaluated})()`
    return `results.push({ line: ${JSON.stringify(line)}, actual: await ${actual}, expected: (${expected}) })`
  })
  const run = new AsyncFunction(
    'messageOf',
    ...Object.keys(scope),
    ['const results = []', ...body, 'return results'].join('\n'),
  )
  return run(messageOf, ...Object.values(scope))
}

/** @param {() => Promise<unknown>} run */
const messageOf = async (run) => {
  try {
    await run()
  } catch (error) {
    return /** @type {Error} */ (error).message
  }
  return undefined
}
