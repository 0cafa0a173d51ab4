// Checks that imports and manifests follow the dependency graph drawn in CONTRIBUTING.md.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { placedPackages } from './direction/layers.js'
import { manifestFaults } from './direction/manifests.js'
import { roomCircles, roomedPackages } from './direction/rooms.js'
import { cruiseOptions, directionRule, forbidden } from './direction/rules.js'
import { Report } from './report.js'
import { isMain, packageFolders, readJson, repositoryRoot } from './workspace.js'

/** @typedef {{ rule: string, from: string, to: string, comment: string }} Violation */

/**
 * Reads every import below a repository's packages, apps and tooling.
 *
 * @param {string} root
 * @returns {Promise<{ modules: string[], imports: { from: string, to: string }[], dependencies: number, violations: Violation[] }>}
 */
export async function cruiseRepository(root) {
  const groups = ['packages', 'apps', 'tooling'].filter((group) => existsSync(join(root, group)))
  if (groups.length === 0) return { modules: [], imports: [], dependencies: 0, violations: [] }
  const { output } = await cruise(groups, { ...cruiseOptions, baseDir: root, validate: true, ruleSet: { forbidden } })
  if (typeof output === 'string') throw new Error(`dependency-cruiser returned text: ${output}`)
  const comments = new Map(forbidden.map((rule) => [rule.name, rule.comment ?? '']))
  return {
    modules: output.modules.filter((module) => !module.couldNotResolve).map((module) => module.source),
    imports: output.modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
    ),
    dependencies: output.summary.totalDependenciesCruised ?? 0,
    violations: output.summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to: cycle === undefined ? to : cycle.map((step) => step.name).join(' → '),
      comment: comments.get(rule.name) ?? '',
    })),
  }
}

/**
 * @param {string} root
 * @returns {Promise<Report>}
 */
export async function checkDependencyDirection(root) {
  const report = new Report()
  const { modules, imports, dependencies, violations } = await cruiseRepository(root)
  const packages = packageFolders(root, 'packages')
  report.check(
    `${modules.length} modules and ${dependencies} imports were read, from every package`,
    modules.length === 0 || dependencies === 0 || packages.length === 0
      ? ['nothing to check: no module, no import or no package was found']
      : packages
          .filter((name) => !modules.some((source) => source.startsWith(`packages/${name}/src/`)))
          .map((name) => `no module of packages/${name}/src was read`),
  )
  const absent = placedPackages.filter((name) => !packages.includes(name))
  if (absent.length > 0) console.log(`      not in the repository yet: ${absent.join(', ')}`)
  for (const { name, comment } of forbidden) {
    if (absent.some((folder) => name === directionRule(folder))) continue
    report.check(
      `${name}: ${comment}`,
      violations.filter(({ rule }) => rule === name).map(({ from, to }) => `${from} → ${to}`),
    )
  }
  for (const folder of roomedPackages.filter((name) => existsSync(join(root, name)))) {
    const sources = modules.filter((source) => source.startsWith(`${folder}/src/`))
    report.check(
      `the rooms of ${folder} import each other without a circle`,
      sources.length === 0 ? [`no module of ${folder}/src was read`] : roomCircles(folder, imports),
    )
  }
  report.check(
    'manifests depend on lower layers only',
    packages.flatMap((name) => manifestFaults(name, readJson(join(root, 'packages', name, 'package.json')))),
  )
  return report
}

if (isMain(import.meta.url)) {
  const report = await checkDependencyDirection(repositoryRoot)
  report.finish('dependency direction')
}
