import {
  type AuditDocument,
  auditClaims,
  auditCsv,
  auditDocument,
  auditMarkdown,
  auditTools,
  claims,
  errorMapCsv,
  errorMaps,
} from '@isacnet/audit'
import { renderHeatMap } from '@isacnet/figures'
import { permittedName } from '@isacnet/model'
import { type BlockEngine, blockEngine, type EngineFlags, shortSimulations } from './block-engine.js'
import { isacnetCommit, isacnetVersion } from './build-information.js'
import { interruptible } from './interruption.js'
import type { Io } from './io.js'
import { nameFiles, narration } from './narration.js'
import { type OutputFile, openOutputDirectory } from './output-directory.js'
import { keptSimulations, simulatedPoints } from './simulated-points.js'
import { seed as seedOf } from './simulation-flags.js'
import { trialCount } from './stopping-flags.js'
import { bold } from './terminal-style.js'
import { textTable } from './text-table.js'

export interface AuditCommandOptions extends EngineFlags {
  readonly out?: string
  readonly trials?: string
  readonly seed?: string
  readonly json?: boolean
}

/** `isacnet audit`. */
export const audit = async (names: readonly string[], options: AuditCommandOptions, io: Io): Promise<void> => {
  const ids = claims.map(({ id }) => id)
  const asked = new Set(names.map((name) => permittedName('claim', name, ids)))
  const chosen = asked.size === 0 ? claims : claims.filter(({ id }) => asked.has(id))
  const trials = options.trials === undefined ? 20_000 : trialCount(options.trials)
  const seed = options.seed === undefined ? 1 : seedOf(options.seed)
  const openEngine = blockEngine(options, io, shortSimulations)
  const directory = options.out === undefined ? undefined : await openOutputDirectory(options.out)
  const progress = narration(io)
  let engine: BlockEngine | undefined
  try {
    const { document, maps } = await interruptible(async (checkpoint, signal) => {
      engine = await openEngine(progress.say)
      const kept = options.out === undefined ? {} : { directory: keptSimulations(options.out) }
      const simulate = simulatedPoints({ engine, signal, checkpoint, ...kept })
      const tools = auditTools({ seed, trials, simulate, checkpoint })
      const findings = await auditClaims(chosen, tools, ({ id, title }, done) =>
        progress.show(`${id}: claim ${done + 1} of ${chosen.length}, ${title}`),
      )
      if (directory !== undefined) progress.show('where each printed theorem is trustworthy')
      return {
        document: auditDocument(findings, { version: isacnetVersion, commit: isacnetCommit, seed, trials }),
        maps: directory === undefined ? [] : await errorMaps(checkpoint),
      }
    })
    progress.clear()
    const text = `${JSON.stringify(document, null, 2)}\n`
    const paths = await directory?.write([
      ...(await mapFiles(maps)),
      { name: 'audit.csv', content: auditCsv(document) },
      { name: 'audit.md', content: auditMarkdown(document) },
      { name: 'audit.json', content: text },
    ])
    if (options.json === true) io.stdout.write(text)
    else {
      io.stdout.write(`${table(document, io).join('\n')}\n`)
      nameFiles(paths ?? [], io)
    }
  } finally {
    progress.clear()
    await engine?.close()
    await directory?.abandon()
  }
}

/** The maps as pictures and as one table. */
const mapFiles = async (maps: Awaited<ReturnType<typeof errorMaps>>): Promise<OutputFile[]> => {
  const { parseHTML } = await import('linkedom')
  const { renderPng } = await import('./png.js')
  return [
    ...maps.flatMap((map) => {
      const svg = renderHeatMap(map, parseHTML('<html></html>').document)
      return [
        { name: `error-of-${map.id}.svg`, content: svg },
        { name: `error-of-${map.id}.png`, content: renderPng(svg) },
      ]
    }),
    { name: 'error-maps.csv', content: errorMapCsv(maps) },
  ]
}

const table = ({ claims: findings, summary }: AuditDocument, io: Io): string[] => {
  const [heading = '', ...rows] = textTable(
    [
      ['claim', 'verdict', 'two ways agree', 'what the paper says'],
      ...findings.map(({ id, verdict, waysAgree, title }) => [
        id,
        verdict,
        waysAgree === null ? 'one way only' : waysAgree ? 'yes' : 'NO',
        title,
      ]),
    ],
    ['left', 'left', 'left', 'left'],
  )
  return [
    bold(heading, io.stdout, io),
    ...rows,
    '',
    `${Object.entries(summary)
      .map(([verdict, number]) => `${verdict}: ${number}`)
      .join(', ')}.`,
    ...findings
      .filter(({ verdict }) => verdict !== 'holds')
      .flatMap(({ id, verdict, explanation }) => ['', `${id} ${verdict}. ${explanation}`]),
  ]
}
