// Checks that all packages have one shape: in their folders, and in the tarballs that would be published.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Report } from './report.js'
import { packageRules } from './shape/package-rules.js'
import { applyRules } from './shape/rule.js'
import { attwFaults, publintFaults, readTarball } from './shape/tarball.js'
import { tarballRules } from './shape/tarball-rules.js'
import { readPackages } from './shape/workspace-package.js'
import { isMain, packPackages, repositoryRoot } from './workspace.js'

/**
 * @param {Report} report
 * @param {readonly import('./shape/rule.js').Verdict[]} verdicts
 */
function reportVerdicts(report, verdicts) {
  for (const { rule, applied, faults } of verdicts) report.check(`${rule} (${applied})`, faults)
}

/**
 * Checks the folders under packages/ and apps/.
 *
 * @param {string} root
 * @param {Report} report
 */
export function checkFolders(root, report) {
  const packages = readPackages(root)
  report.check(`${packages.length} packages were found`, packages.length === 0 ? ['there is no package to check'] : [])
  reportVerdicts(report, applyRules(packageRules, packages, ['site']))
}

/**
 * Checks packed tarballs.
 *
 * @param {readonly string[]} tarballs
 * @param {string} scratch a folder to unpack into
 * @param {Report} report
 */
export async function checkTarballs(tarballs, scratch, report) {
  const packed = tarballs.map((tarball) => ({ tarball, ...readTarball(tarball, scratch) }))
  report.check(`${packed.length} tarballs were packed`, packed.length === 0 ? ['there is no tarball to check'] : [])
  reportVerdicts(report, applyRules(tarballRules, packed))
  for (const { path, tarball, kind } of packed) {
    report.check(`publint: ${path}`, await publintFaults(tarball))
    if (kind === 'library') report.attempt(`attw: ${path}`, () => attwFaults(tarball))
    else console.log(`      attw: ${path} is a command without an API, so it has no types to check`)
  }
}

if (isMain(import.meta.url)) {
  const report = new Report()
  const scratch = mkdtempSync(join(tmpdir(), 'isacnet-shape-'))
  try {
    checkFolders(repositoryRoot, report)
    const tarballs = packPackages(scratch)
    await checkTarballs(
      tarballs.map(({ path }) => path),
      scratch,
      report,
    )
  } catch (error) {
    report.check('packages build and pack', [String(error)])
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  report.finish('package shape')
}
