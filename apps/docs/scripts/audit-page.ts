import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  type AuditDocument,
  auditClaim,
  auditDocument,
  auditMarkdown,
  auditTools,
  type ClaimFinding,
  claims,
  errorMapCsv,
  errorMaps,
} from '@isacnet/audit'
import { plainText, renderHeatMap } from '@isacnet/figures'
import { parseHTML } from 'linkedom'
import { type Provenance, provenanceText, revision } from './provenance.js'
import { repositoryRoot, type WorkspacePackage } from './workspace.js'
import { writePage, writePublicFile } from './write-page.js'

const seed = 1
const trials = 20_000

/** The audit of the paper's claims and the maps of the theorems' errors, computed when the site is made. */
export const writeAuditPage = async (
  packages: readonly WorkspacePackage[],
  provenance: Provenance,
  version: string,
): Promise<void> => {
  const findings = await computedOnce(packages, async () => {
    const tools = auditTools({ seed, trials })
    const found: ClaimFinding[] = []
    for (const claim of claims) found.push(await auditClaim(claim, tools))
    return found
  })
  const document: AuditDocument = auditDocument(findings, { version, commit: revision(provenance), seed, trials })
  const maps = await errorMaps()
  for (const map of maps)
    writePublicFile(`pictures/error-of-${map.id}.svg`, renderHeatMap(map, parseHTML('<html></html>').document))
  writePublicFile('pictures/error-maps.csv', errorMapCsv(maps))
  writePublicFile('pictures/audit.json', `${JSON.stringify(document, null, 2)}\n`)
  const [title = '', ...rest] = auditMarkdown(document).split('\n')
  writePage(
    'audit.md',
    `${title}

Made by \`isacnet audit\` from ${provenanceText(provenance)}, seed ${seed}. Data: [JSON](./pictures/audit.json){target=_self}.
Below: [where the printed theorems can be trusted](#where-can-each-printed-theorem-be-trusted).

${withLiteralAsterisks(rest.join('\n'))}

## Where can each printed theorem be trusted?

How far Theorems 1, 2 and 3 are off the exact rate. Data: [CSV](./pictures/error-maps.csv){target=_self}.

${maps
  .map(
    ({ id, title: name }) =>
      `![${plainText(name)}: relative error in per cent](/pictures/error-of-${id}.svg){width=820}`,
  )
  .join('\n\n')}`,
    ['outline: 2'],
  )
}

/** `K*` is a name; what is bold stays so. */
const withLiteralAsterisks = (markdown: string): string => markdown.replace(/(?<!\*)\*(?!\*)/g, '\\*')

/** Findings of equal sources are equal, and take a minute. */
const computedOnce = async (
  packages: readonly WorkspacePackage[],
  compute: () => Promise<ClaimFinding[]>,
): Promise<ClaimFinding[]> => {
  const path = join(repositoryRoot, 'apps/docs/.vitepress/cache', `audit-${sourceFingerprint(packages)}.json`)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as ClaimFinding[]
  const findings = await compute()
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(findings))
  return findings
}

const sourceFingerprint = (packages: readonly WorkspacePackage[]): string => {
  const hash = createHash('sha256').update(`${seed} ${trials}`)
  for (const { folder } of packages) {
    const source = join(repositoryRoot, 'packages', folder, 'src')
    for (const file of readdirSync(source, { recursive: true }).map(String).sort())
      if (file.endsWith('.ts') && !/\.(?:test|bench)\.ts$/.test(file))
        hash.update(`${folder}/${file}\n`).update(readFileSync(join(source, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
