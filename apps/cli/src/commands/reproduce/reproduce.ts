import type { ClaimFinding } from '@isacnet/audit'
import { type FigureData, renderSvg, toCsv, toJson, toPgfplots } from '@isacnet/drawing'
import {
  computeFigure,
  type FigureSimulation,
  figures,
  findFigure,
  optimumMethods,
  type SimulatePoint,
} from '@isacnet/figures'
import { informationUnits, permittedName, readSeed, type Seed } from '@isacnet/model'
import { documentJson } from '../../documents/document-json.js'
import { blockEngine, type EngineFlags, shortSimulations } from '../../engine/block-engine.js'
import { keptSimulations, simulatedPoints } from '../../engine/simulated-points.js'
import { type OutputFile, openOutputDirectory } from '../../files/output-directory.js'
import { trialCount } from '../../flags/stopping-flags.js'
import type { Checkpoint, CommandRun } from '../../process/command-run.js'
import { UsageError } from '../../process/exit-code.js'
import type { Io } from '../../terminal/io.js'
import { type Narration, nameFiles, narration } from '../../terminal/narration.js'
import { figureIndex, type IndexedFigure } from './figure-index.js'
import { figureManifest } from './figure-manifest.js'
import type { FigureManifest, ReproduceDocument } from './reproduce-schema.js'

export interface ReproduceOptions extends EngineFlags {
  readonly method?: string
  readonly fidelity?: string
  readonly trials?: string
  readonly seed?: string
  readonly out: string
  readonly format: string
  readonly unit: string
  readonly json?: boolean
}

export const formats = ['svg', 'png', 'csv', 'json', 'pgfplots'] as const
type Format = (typeof formats)[number]

/** The marks that a figure may have: none, or of either fidelity. */
const markKinds = ['none', 'gain-law', 'channel'] as const

/** `isacnet reproduce`. */
export const reproduce = async (
  names: readonly string[],
  options: ReproduceOptions,
  run: CommandRun,
  io: Io,
): Promise<void> => {
  const figureNames = [...figures.map(({ id }) => id), 'all']
  const chosen = new Set(
    names.flatMap((name) => (permittedName('figure', name, figureNames) === 'all' ? figures : [findFigure(name)])),
  )
  const chosenFormats = new Set(options.format.split(',').map((name) => permittedName('format', name, formats)))
  const unit = permittedName('unit', options.unit, informationUnits)
  const method = permittedName('method', options.method ?? 'exact', optimumMethods)
  const fidelity = permittedName('fidelity', options.fidelity ?? 'gain-law', markKinds)
  const marks = markSettings(options)
  const wholePaper = names.includes('all')
  const openEngine = blockEngine(options, io, fidelity === 'channel' ? undefined : shortSimulations)
  const { checkpoint } = run
  await checkpoint()
  const directory = openOutputDirectory(options.out)
  run.releaseAtEnd(directory.abandon)
  const progress = narration(io)
  run.releaseAtEnd(progress.clear)
  const manifests: FigureManifest[] = []
  const written: string[] = []
  const name = (paths: readonly string[]): void => {
    progress.clear()
    written.push(...paths)
    if (options.json !== true) nameFiles(paths, io)
  }
  const engine = await openEngine(progress.say, run.signal)
  run.closeAtEnd(engine.close)
  const simulate = simulatedPoints({ engine, run, directory: keptSimulations(options.out) })
  const indexed: IndexedFigure[] = []
  for (const definition of chosen) {
    const figure = await computeFigure(definition, {
      unit,
      method,
      ...(fidelity === 'none' ? {} : { simulation: { fidelity, ...marks, simulate } }),
      afterEachPoint: (done, total) => {
        progress.show(`${definition.id}: point ${done}${total === null ? '' : ` of ${total}`}`)
        return checkpoint()
      },
    })
    const files = await figureFiles(figure, chosenFormats)
    const manifest = figureManifest(figure, files)
    const all = [...files, { name: `${figure.fileName}.manifest.json`, content: documentJson(manifest) }]
    await checkpoint()
    name(directory.write(all))
    manifests.push(manifest)
    if (wholePaper)
      indexed.push({
        figure,
        paperSays: definition.paperSays,
        files: all.map(({ name }) => name),
        svg: await renderSvg(figure),
        findings: [],
        command: commandOf(definition.id, options),
      })
  }
  if (wholePaper) {
    const found = fidelity === 'none' ? [] : await auditedClaims({ simulate, checkpoint, progress, ...marks })
    const page = figureIndex(
      indexed.map((entry) => ({ ...entry, findings: found.filter((claim) => claim.figure === entry.figure.id) })),
    )
    await checkpoint()
    name(directory.write([page]))
  }
  const document: ReproduceDocument = { out: options.out, figures: manifests, files: written }
  if (options.json === true) io.stdout.write(documentJson(document))
}

/** The claims that figures show. */
const auditedClaims = async ({
  simulate,
  checkpoint,
  progress,
  seed,
}: {
  readonly simulate: SimulatePoint
  readonly checkpoint: Checkpoint
  readonly progress: Narration
  readonly seed?: Seed
}): Promise<ClaimFinding[]> => {
  const { auditClaims, auditTools, claims } = await import('@isacnet/audit')
  const tools = auditTools({ simulate, checkpoint, ...(seed === undefined ? {} : { seed }) })
  const shown = claims.filter((claim) => claim.figure !== undefined)
  return auditClaims(shown, tools, ({ id }, done) =>
    progress.show(`${id}: claim ${done + 1} of ${shown.length} that figures show`),
  )
}

/** The command that makes one figure with the options that were given. */
const commandOf = (id: string, { method, fidelity, trials, seed, unit }: ReproduceOptions): string =>
  [
    `isacnet reproduce ${id}`,
    ...(method === undefined ? [] : [`--method ${method}`]),
    ...(fidelity === undefined ? [] : [`--fidelity ${fidelity}`]),
    ...(trials === undefined ? [] : [`--trials ${trials}`]),
    ...(seed === undefined ? [] : [`--seed ${seed}`]),
    ...(unit === 'nats' ? [] : [`--unit ${unit}`]),
  ].join(' ')

/** Seed and precision of the marks. */
const markSettings = ({ fidelity, seed, trials }: ReproduceOptions): Pick<FigureSimulation, 'seed' | 'until'> => {
  for (const [flag, value] of [
    ['--seed', seed],
    ['--trials', trials],
  ] as const)
    if (value !== undefined && fidelity === 'none')
      throw new UsageError(`${flag} must be left out with --fidelity none, got ‘${value}’`)
  return {
    ...(seed === undefined ? {} : { seed: readSeed(seed) }),
    ...(trials === undefined ? {} : { until: { trials: trialCount(trials) } }),
  }
}

const figureFiles = async (figure: FigureData, chosen: ReadonlySet<Format>): Promise<OutputFile[]> => {
  const files: OutputFile[] = []
  const svg = chosen.has('svg') || chosen.has('png') ? await renderSvg(figure) : ''
  for (const format of chosen) {
    const { extension, content } = await fileOf(format, figure, svg)
    files.push({ name: `${figure.fileName}.${extension}`, content })
  }
  return files
}

const fileOf = async (
  format: Format,
  figure: FigureData,
  svg: string,
): Promise<{ extension: string; content: string | Uint8Array }> => {
  switch (format) {
    case 'svg':
      return { extension: 'svg', content: svg }
    case 'png': {
      const { renderPng } = await import('../../files/png.js')
      return { extension: 'png', content: renderPng(svg) }
    }
    case 'csv':
      return { extension: 'csv', content: toCsv(figure) }
    case 'json':
      return { extension: 'json', content: toJson(figure) }
    case 'pgfplots':
      return { extension: 'tex', content: toPgfplots(figure) }
  }
}
