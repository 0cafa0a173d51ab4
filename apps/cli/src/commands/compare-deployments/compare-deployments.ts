import { communicationMethods, type SirLawOptions, sensingMethods, sirGap, sirLaw } from '@isacnet/analysis'
import { renderSvg } from '@isacnet/drawing'
import {
  areaSpectralEfficiency,
  byService,
  chosenQuantity,
  defineNetwork,
  fromNats,
  type InformationUnit,
  informationUnits,
  permittedName,
  type Service,
  services,
} from '@isacnet/model'
import {
  defineSimulation,
  type Estimate,
  type SimulatedRate,
  type SimulationDefinition,
  summarize,
} from '@isacnet/simulation'
import { siteCells } from '@isacnet/stochastic-geometry'
import { isacnetVersion } from '../../documents/build-information.js'
import { documentJson } from '../../documents/document-json.js'
import { known, knownInterval } from '../../documents/known-estimate.js'
import { blockEngine, type EngineFlags } from '../../engine/block-engine.js'
import { runJob } from '../../engine/simulation-run.js'
import { openOutputs, outputsOfKinds, pictureContent, writeOutputs } from '../../files/output-files.js'
import { givenSimulation, type SimulationFlags } from '../../flags/simulation-flags.js'
import { showSiteNotices } from '../../flags/site-flags.js'
import { type StoppingFlags, stoppingTarget, untilRelativeError } from '../../flags/stopping-flags.js'
import type { CommandRun } from '../../process/command-run.js'
import { InterruptedError } from '../../process/exit-code.js'
import { formatCount } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { nameFiles, narration } from '../../terminal/narration.js'
import type { CompareDeploymentsDocument, ComparedService } from './compare-deployments-schema.js'
import { comparisonCsv } from './comparison-csv.js'
import { comparisonFigure } from './comparison-figure.js'
import { comparisonText } from './comparison-text.js'
import { gapSentence } from './gap-sentence.js'

export interface CompareDeploymentsOptions extends SimulationFlags, StoppingFlags, EngineFlags {
  readonly communicationMethod?: string
  readonly sensingMethod?: string
  readonly unit: string
  readonly out?: readonly string[]
  readonly json?: boolean
}

/** Thresholds in dB at which both curves are known. */
const thresholdsDb: readonly number[] = Array.from({ length: 36 }, (_, i) => 2 * i - 30)

/** Coverages at which gaps are told. */
const coverages = [0.95, 0.9, 0.8, 0.5, 0.2] as const

const coverageName = (thresholdDb: number): string => chosenQuantity(`coverage:${thresholdDb}`).name

const linear = (decibels: number): number => 10 ** (decibels / 10)

/** `isacnet compare-deployments`. */
export const compareDeployments = async (
  options: CompareDeploymentsOptions,
  run: CommandRun,
  io: Io,
): Promise<void> => {
  const openEngine = blockEngine(options, io)
  const unit = permittedName('unit', options.unit, informationUnits)
  const methods = {
    communication: permittedName('communication method', options.communicationMethod ?? 'exact', communicationMethods),
    sensing: permittedName('sensing method', options.sensingMethod ?? 'exact', sensingMethods),
  }
  const outputs = outputsOfKinds(options.out, ['.svg', '.png', '.csv', '.json'])
  const target = stoppingTarget(options, untilRelativeError(0.005))
  const given = givenSimulation(options)
  const network = defineNetwork(given.network)
  const definition = defineSimulation(network, { ...given.options, quantities: thresholdsDb.map(coverageName) })
  const lawOptions: SirLawOptions = {
    communicationMethod: methods.communication,
    sensingMethod: methods.sensing,
    sensingClusters: definition.sensingClusters,
  }
  showSiteNotices(given.siteFile, narration(io))
  await run.checkpoint('interrupted before the theorems were known; nothing was compared')
  const files = openOutputs(outputs, run)
  const begin = performance.now()
  const theorems = byService(({ service }) => {
    const law = sirLaw(network, service, lawOptions)
    const mean = law.mean((sir) => Math.log1p(sir)).value
    const reference = (threshold: number): number => law.coverage(threshold).value
    return { mean, reference, coverage: thresholdsDb.map((decibels) => reference(linear(decibels))) }
  })
  await run.checkpoint('interrupted before the first trials were done; nothing was compared')
  const { state } = await runJob({ definition, target, openEngine, unit }, run, io)
  const { trials } = state.sums
  if (run.stoppedBy !== undefined)
    throw new InterruptedError(run.stoppedBy, `interrupted after ${formatCount(trials)} trials; nothing was compared`)
  const summary = summarize(state.sums, target.confidence, definition)
  const { network: _, quantities: __, sites: layout, typical: ___, control: ____, ...settings } = definition
  const document: CompareDeploymentsDocument = {
    network,
    unit,
    ...settings,
    ...(given.siteFile === undefined || layout === undefined
      ? {}
      : {
          siteFile: {
            file: given.siteFile.file,
            unit: given.siteFile.sites.unit,
            centre: [...given.siteFile.sites.centre!] as [number, number],
            serving: siteCells(layout).serving.length,
            area: siteCells(layout).region.area,
            guard: layout.guard,
          },
        }),
    until: target.until,
    trials,
    confidence: target.confidence,
    abandonedShare: summary.nulling?.abandonedFraction ?? null,
    ...byService(({ service }) =>
      comparedService(service, definition, methods[service], theorems[service], summary[service], unit),
    ),
    elapsedSeconds: (performance.now() - begin) / 1000,
    version: isacnetVersion,
  }
  const figure = comparisonFigure(
    document,
    network,
    byService(({ service }) => theorems[service].reference),
  )
  await writeOutputs(files, run, async (kind) =>
    kind === '.csv'
      ? comparisonCsv(document)
      : kind === '.json'
        ? documentJson(document)
        : pictureContent(kind, await renderSvg(figure)),
  )
  if (options.json === true) io.stdout.write(documentJson(document))
  else {
    io.stdout.write(`${comparisonText(document, definition, io).join('\n')}\n`)
    nameFiles(
      outputs.map(({ path }) => path),
      io,
    )
  }
}

interface Theorem {
  readonly mean: number
  readonly reference: (threshold: number) => number
  readonly coverage: readonly number[]
}

const comparedService = (
  service: Service,
  { network }: SimulationDefinition,
  method: string,
  theorem: Theorem,
  simulated: SimulatedRate,
  unit: InformationUnit,
): ComparedService => {
  const compared = (factor: number) => ({
    theorem: fromNats(factor * theorem.mean, unit),
    mean: fromNats(factor * simulated.mean, unit),
    standardError: known(fromNats(factor * simulated.standardError, unit)),
    interval: knownInterval(simulated.interval.map((end) => fromNats(factor * end, unit)) as [number, number]),
  })
  const points = thresholdsDb.map((thresholdDb) => {
    const { mean, standardError, interval } = (simulated.quantities as Readonly<Record<string, Estimate>>)[
      coverageName(thresholdDb)
    ]!
    return { thresholdDb, probability: mean, standardError, interval }
  })
  const { gaps, common } = sirGap(theorem.reference, points, coverages)
  const { receiver } = services.find((each) => each.service === service)!
  return {
    method,
    rate: compared(1),
    ase: compared(areaSpectralEfficiency(service, network, 1)),
    coverage: points.map(({ standardError, interval, ...point }, i) => ({
      ...point,
      theorem: theorem.coverage[i]!,
      standardError: known(standardError),
      interval: knownInterval(interval),
    })),
    gaps: gaps.map(({ standardError, ...each }) => ({ ...each, standardError: known(standardError) })),
    common: common ?? null,
    sentence: gapSentence(receiver, common),
  }
}
