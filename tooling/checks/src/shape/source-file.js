import ts from 'typescript'

/**
 * @param {string} path
 * @param {string} text
 */
const parse = (path, text) => ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)

/**
 * Whether a module has no code of its own: nothing is left of it once types are erased.
 *
 * @param {string} path
 * @param {string} text
 */
export function isTypesOnly(path, text) {
  return parse(path, text).statements.every(
    (statement) =>
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      (ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly === true) ||
      (ts.isExportDeclaration(statement) && statement.isTypeOnly) ||
      (ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true),
  )
}

/**
 * Faults of a module that may do nothing but re-export names from files beside it.
 *
 * @param {string} path
 * @param {string} text
 * @returns {string[]}
 */
export function reexportFaults(path, text) {
  const source = parse(path, text)
  let names = 0
  /** @type {string[]} */
  const faults = []
  for (const statement of source.statements) {
    const { line } = source.getLineAndCharacterOfPosition(statement.getStart(source))
    const place = `${path}:${line + 1}`
    if (!ts.isExportDeclaration(statement)) {
      faults.push(`${place} is more than a re-export`)
    } else if (statement.exportClause === undefined || ts.isNamespaceExport(statement.exportClause)) {
      faults.push(`${place} re-exports a whole module; name what is public`)
    } else {
      names += statement.exportClause.elements.length
      const from = statement.moduleSpecifier
      if (from !== undefined && !(ts.isStringLiteral(from) && from.text.startsWith('./'))) {
        faults.push(`${place} re-exports from outside the package's sources`)
      }
    }
  }
  if (names === 0) faults.push(`${path} exports no name`)
  return faults
}

/**
 * @param {string} from
 * @param {string} specifier
 */
const resolveRelative = (from, specifier) =>
  new URL(specifier, `file:///${from}`).pathname.slice(1).replace(/\.js$/, '.ts')

/**
 * The relative modules whose code a module loads, dynamically as well. Imports of types load nothing.
 *
 * @param {string} path
 * @param {string} text
 * @returns {string[]} paths like `path`
 */
export function loadedModules(path, text) {
  const erased = ts.transpile(text, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 })
  return ts
    .preProcessFile(erased)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => resolveRelative(path, specifier))
}

/**
 * The modules from which `index.ts` re-exports more than types.
 *
 * @param {string} path of the index
 * @param {string} text
 * @returns {string[]} paths like `path`
 */
export function publicModules(path, text) {
  return parse(path, text).statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) &&
    !statement.isTypeOnly &&
    statement.moduleSpecifier !== undefined &&
    ts.isStringLiteral(statement.moduleSpecifier) &&
    !(
      statement.exportClause !== undefined &&
      ts.isNamedExports(statement.exportClause) &&
      statement.exportClause.elements.every(({ isTypeOnly }) => isTypeOnly)
    )
      ? [resolveRelative(path, statement.moduleSpecifier.text)]
      : [],
  )
}
