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
 * The relative modules that a module imports, as paths without their extension.
 *
 * @param {string} path
 * @param {string} text
 * @returns {string[]}
 */
export function relativeImports(path, text) {
  return ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => new URL(name, `file:///${path}`).pathname.slice(1).replace(/\.[jt]s$/, ''))
}
