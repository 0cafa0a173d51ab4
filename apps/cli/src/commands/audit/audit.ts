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
import { renderHeatMap } from '@isacnet/drawing'
import { permittedName, readSeed } from '@isacnet/model'
import { isacnetCommit, isacnetVersion } from '../../documents/build-information.js'
import { documentJson } from '../../documents/document-json.js'
import { blockEngine, type EngineFlags, shortSimulations } from '../../engine/block-engine.js'
import { keptSimulations, simulatedPoints } from '../../engine/simulated-points.js'
import { type OutputFile, openOutputDirectory } from '../../files/output-directory.js'
import { trialCount } from '../../flags/stopping-flags.js'
import type { Checkpoint, CommandRun } from '../../process/command-run.js'
import type { Io } from '../../terminal/io.js'
import { nameFiles, narration } from '../../terminal/narration.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import type { PrintedAudit } from './audit-schema.js'

export interface AuditCommandOptions extends EngineFlags {
  readonly out?: string
  readonly trials?: string
  readonly seed?: string
  readonly json?: boolean
}

/** `isacnet audit`. */
export const audit = async (
  names: readonly string[],
  options: AuditCommandOptions,
  run: CommandRun,
  io: Io,
): Promise<void> => {
  const ids = claims.map(({ id }) => id)
  const asked = new Set(names.map((name) => permittedName('claim', name, ids)))
  const chosen = asked.size === 0 ? claims : claims.filter(({ id }) => asked.has(id))
  const trials = options.trials === undefined ? 20_000 : trialCount(options.trials)
  const seed = options.seed === undefined ? 1 : readSeed(options.seed)
  const openEngine = blockEngine(options, io, shortSimulations)
  const { checkpoint } = run
  await checkpoint()
  const directory = options.out === undefined ? undefined : openOutputDirectory(options.out)
  if (directory !== undefined) run.releaseAtEnd(directory.abandon)
  const progress = narration(io)
  run.releaseAtEnd(progress.clear)
  const engine = await openEngine(progress.say, run.signal)
  run.closeAtEnd(engine.close)
  const kept = options.out === undefined ? {} : { directory: keptSimulations(options.out) }
  const tools = auditTools({ seed, trials, simulate: simulatedPoints({ engine, run, ...kept }), checkpoint })
  const findings = await auditClaims(chosen, tools, ({ id, title }, done) =>
    progress.show(`${id}: claim ${done + 1} of ${chosen.length}, ${title}`),
  )
  if (directory !== undefined) progress.show('where each printed theorem is trustworthy')
  const document: PrintedAudit = auditDocument(findings, {
    version: isacnetVersion,
    commit: isacnetCommit,
    seed,
    trials,
  })
  const text = documentJson(document)
  const files =
    directory === undefined
      ? []
      : [
          ...(await mapFiles(await errorMaps(checkpoint), checkpoint)),
          { name: 'audit.csv', content: auditCsv(document) },
          { name: 'audit.md', content: auditMarkdown(document) },
          { name: 'audit.json', content: text },
        ]
  await checkpoint()
  progress.clear()
  const paths = directory?.write(files)
  if (options.json === true) io.stdout.write(text)
  else {
    io.stdout.write(`${table(document, io).join('\n')}\n`)
    nameFiles(paths ?? [], io)
  }
}

/** The maps as pictures and as one table. */
const mapFiles = async (maps: Awaited<ReturnType<typeof errorMaps>>, checkpoint: Checkpoint): Promise<OutputFile[]> => {
  const { renderPng } = await import('../../files/png.js')
  const files: OutputFile[] = []
  for (const map of maps) {
    await checkpoint()
    const svg = await renderHeatMap(map)
    files.push(
      { name: `error-of-${map.id}.svg`, content: svg },
      { name: `error-of-${map.id}.png`, content: renderPng(svg) },
    )
  }
  return [...files, { name: 'error-maps.csv', content: errorMapCsv(maps) }]
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
