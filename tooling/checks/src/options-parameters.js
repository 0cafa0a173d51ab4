import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/**
 * A parameter of an exported function that callers write as an object with names, some of which may be left out: where a slip in such
 * a name would be ignored in silence.
 *
 * @typedef {object} OptionsParameter
 * @property {string} key package, function and parameter, as in `analysis.communicationRate(options)`
 * @property {string[]} names of its members
 * @property {string[]} optional those that may be left out
 */

/**
 * Looks through all that packages export.
 *
 * @param {string} root of the repository
 * @returns {OptionsParameter[]}
 */
export function optionsParameters(root) {
  const entries = readdirSync(join(root, 'packages')).flatMap((name) =>
    ['index', 'redis', 'provenance', 'blocks']
      .map((entry) => join(root, 'packages', name, 'src', `${entry}.ts`))
      .filter(existsSync),
  )
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} }
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.base.json'), {}, host)
  const program = ts.createProgram(entries, { ...config?.options, types: ['node'] })
  const checker = program.getTypeChecker()
  /** @type {Map<string, OptionsParameter>} */
  const found = new Map()
  for (const entry of entries) {
    const file = program.getSourceFile(entry)
    const module = file && checker.getSymbolAtLocation(file)
    if (module === undefined) throw new Error(`‘${entry}’ can’t be read`)
    const [, packageName] = /packages[\\/]([^\\/]+)/.exec(entry.slice(root.length)) ?? []
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      if (!(symbol.flags & ts.SymbolFlags.Value)) continue
      for (const signature of checker.getTypeOfSymbol(symbol).getCallSignatures())
        for (const parameter of signature.parameters)
          for (const type of alternatives(checker.getNonNullableType(checker.getTypeOfSymbol(parameter)))) {
            if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) continue
            if (checker.isArrayLikeType(type) || type.getCallSignatures().length > 0) continue
            if (/^(Float64|Int32|Uint8)Array/.test(checker.typeToString(type))) continue
            const members = checker.getPropertiesOfType(type)
            // A network, which has a private member, is made by a function and can't be written down.
            if (members.some(isPrivate)) continue
            const optional = members.filter((member) => member.flags & ts.SymbolFlags.Optional)
            if (optional.length === 0) continue
            const key = `${packageName}.${exported.name}(${parameter.name})`
            found.set(key, { key, names: members.map(nameOf), optional: optional.map(nameOf) })
          }
    }
  }
  return [...found.values()]
}

/** @param {ts.Type} type */
const alternatives = (type) => (type.isUnion() ? type.types : [type])

/** @param {ts.Symbol} member */
const isPrivate = ({ declarations = [] }) =>
  declarations.some((declaration) => ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private)

/** @param {ts.Symbol} symbol */
const nameOf = (symbol) => symbol.name
