// Makes every page and picture of the site that isn't written by hand, from the sources as they are.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { computedOnce } from './computed-once.js'
import { audit } from './long-computations.js'
import { writeAccuracyPage } from './pages/accuracy-page.js'
import { writeApiPages } from './pages/api/api-pages.js'
import { writeAuditPage } from './pages/audit-page.js'
import { writeBenchmarksPage } from './pages/benchmarks-page.js'
import { writeCommandPage } from './pages/command-page.js'
import { writeErrataPage } from './pages/errata-page.js'
import { writeExplorerStatic } from './pages/explorer-static.js'
import { writeGalleryPages } from './pages/gallery-pages.js'
import { writeGuidePictures } from './pages/guide-pictures.js'
import { writeLandingPictures } from './pages/landing-pictures.js'
import { writeReferencePage } from './pages/reference-page.js'
import { provenance, revision } from './provenance.js'
import { writeSymbols } from './symbols/write-symbols.js'
import { pagesFolder, publicFolder, repositoryRoot, workspacePackages } from './workspace.js'

for (const name of [
  'api',
  'gallery',
  'parts',
  'errata.md',
  'accuracy.md',
  'audit.md',
  'benchmarks.md',
  'guide/command.md',
  'guide/reference.md',
])
  rmSync(join(pagesFolder, name), { recursive: true, force: true })
for (const name of ['gallery', 'pictures', 'schemas'])
  rmSync(join(publicFolder, name), { recursive: true, force: true })

const packages = workspacePackages()
const manifest: { version: string } = JSON.parse(readFileSync(join(repositoryRoot, 'apps/cli/package.json'), 'utf8'))
const state = provenance()
writeSymbols()
writeErrataPage(state)
writeAccuracyPage(packages, state)
writeBenchmarksPage()
writeCommandPage(state)
writeReferencePage()
await writeGuidePictures()
writeLandingPictures()
writeExplorerStatic()
const findings = await computedOnce(audit)
await writeGalleryPages(state, findings)
await writeAuditPage(findings, state, manifest.version)
await writeApiPages(packages, revision(state))
