import { communicationMethods, type SirLawOptions, sensingMethods, sirLaw } from '@isacnet/analysis'
import { renderSvg, toPgfplots } from '@isacnet/drawing'
import {
  defineNetwork,
  falseAlarmParameter,
  InvalidParameterError,
  informationUnits,
  percentileParameter,
  permittedName,
  type QuantityParameter,
  type Service,
  sensingClusterKinds,
  services,
  thresholdParameter,
} from '@isacnet/model'
import { defineSimulation, summarize } from '@isacnet/simulation'
import { isacnetVersion } from '../../documents/build-information.js'
import { documentJson } from '../../documents/document-json.js'
import { blockEngine, type EngineFlags } from '../../engine/block-engine.js'
import { runJob } from '../../engine/simulation-run.js'
import { isPicture, openOutputs, outputsOfKinds, pictureContent, writeOutputs } from '../../files/output-files.js'
import { numberList } from '../../flags/number-list.js'
import { givenSimulation, type SimulationFlags } from '../../flags/simulation-flags.js'
import { type StoppingFlags, stoppingTarget, untilRelativeError } from '../../flags/stopping-flags.js'
import type { CommandRun } from '../../process/command-run.js'
import { InterruptedError, UsageError } from '../../process/exit-code.js'
import { formatCount } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { nameFiles } from '../../terminal/narration.js'
import { distributionCsv } from './distribution-csv.js'
import { distributionFigure } from './distribution-figure.js'
import type { DistributionDocument } from './distribution-schema.js'
import { distributionText } from './distribution-text.js'
import { type LawQuestions, lawDocuments, type ServiceLaws } from './law-document.js'
import { simulatedLaw, simulatedQuantities } from './simulated-law.js'

export interface DistributionOptions extends SimulationFlags, StoppingFlags, EngineFlags {
  readonly service?: string
  readonly thresholds?: string
  readonly percentiles?: string
  readonly falseAlarm?: string
  readonly metaThresholds?: string
  readonly communicationMethod?: string
  readonly sensingMethod?: string
  readonly unit: string
  readonly simulate?: boolean
  readonly out?: readonly string[]
  readonly json?: boolean
}

export const serviceChoices = [...services.map(({ service }) => service), 'both'] as const

const fileKinds = ['.svg', '.png', '.csv', '.json', '.tex'] as const

/** `isacnet distribution`. */
export const distribution = async (options: DistributionOptions, run: CommandRun, io: Io): Promise<void> => {
  const asked = questions(options)
  const unit = permittedName('unit', options.unit, informationUnits)
  const chosen = permittedName('service', options.service ?? 'both', serviceChoices)
  assertFlagsOfService(options, chosen)
  const shown = (service: Service): boolean => chosen === 'both' || chosen === service
  const given = givenSimulation(options)
  const network = defineNetwork(given.network)
  const lawOptions = lawOptionsOf(options)
  assertSimulationFlags(options)
  const target = stoppingTarget(options, untilRelativeError(0.005))
  const named = outputsOfKinds(options.out, fileKinds)
  const openEngine = blockEngine(options, io)
  const quantities = simulatedQuantities(asked)
  const definition = options.simulate === true ? defineSimulation(network, { ...given.options, quantities }) : undefined
  await run.checkpoint()
  const outputs = openOutputs(named, run)

  const begin = performance.now()
  const laws: ServiceLaws = Object.fromEntries(
    services
      .filter(({ service }) => shown(service))
      .map(({ service }) => [service, sirLaw(network, service, lawOptions)]),
  )
  const { documents, failures } = lawDocuments(laws, { network, options: lawOptions, asked, unit })
  if (definition === undefined && failures.length === Object.keys(laws).length) throw failures[0]
  await run.checkpoint()
  const simulated =
    definition === undefined ? undefined : await simulation(definition, { target, openEngine, unit, begin }, run, io)
  const document: DistributionDocument = {
    network,
    unit,
    ...(simulated === undefined
      ? documents
      : (Object.fromEntries(
          Object.entries(documents).map(([service, law]) => [
            service,
            { ...law, simulated: simulatedLaw(service as Service, simulated.summary, asked, unit) },
          ]),
        ) as Pick<DistributionDocument, Service>)),
    ...(simulated === undefined ? {} : { simulation: simulated.document }),
    version: isacnetVersion,
  }

  const drawn = outputs.some((output) => isPicture(output) || output.kind === '.tex')
  const figure = drawn ? distributionFigure(document, network, laws, lawOptions) : undefined
  const svg = outputs.some(isPicture) ? await renderSvg(figure!) : ''
  await writeOutputs(outputs, run, (kind) => (kind === '.tex' ? toPgfplots(figure!) : contentOf(kind, document, svg)))
  if (options.json === true) io.stdout.write(documentJson(document))
  else {
    io.stdout.write(`${distributionText(document, network, io).join('\n')}\n`)
    nameFiles(
      outputs.map(({ path }) => path),
      io,
    )
  }
}

const questions = (options: DistributionOptions): LawQuestions => {
  const listed = (flag: string, { unit, permitted, permits }: QuantityParameter, text: string): readonly number[] =>
    numberList(text, { flag, unit, permitted, permits })
  return {
    thresholdsDb: listed('--thresholds', thresholdParameter, options.thresholds ?? '-20:40:5'),
    percentiles: listed('--percentiles', percentileParameter(5), options.percentiles ?? '1,5,10,50,90'),
    metaThresholdsDb:
      options.metaThresholds === undefined
        ? []
        : listed('--meta-thresholds', thresholdParameter, options.metaThresholds),
    falseAlarms: listed('--false-alarm', falseAlarmParameter, options.falseAlarm ?? '1e-6'),
  }
}

const lawOptionsOf = (options: DistributionOptions): SirLawOptions => ({
  communicationMethod: permittedName(
    'communication method',
    options.communicationMethod ?? 'exact',
    communicationMethods,
  ),
  sensingMethod: permittedName('sensing method', options.sensingMethod ?? 'exact', sensingMethods),
  sensingClusters: permittedName(
    'kind of sensing clusters',
    options.sensingClusters ?? 'bs-centric',
    sensingClusterKinds,
  ),
})

/** Flags that have no effect without one of the services. */
const flagsOfServices: Readonly<Record<Service, readonly (keyof DistributionOptions)[]>> = {
  communication: ['communicationMethod'],
  sensing: ['sensingMethod', 'sensingClusters', 'falseAlarm'],
}

const assertFlagsOfService = (options: DistributionOptions, chosen: (typeof serviceChoices)[number]): void => {
  for (const { service } of services) {
    if (chosen === 'both' || chosen === service) continue
    for (const name of flagsOfServices[service])
      if (options[name] !== undefined && !(name === 'sensingClusters' && countsRequests(options)))
        throw new UsageError(`${flagOf(name)} must be left out with --service ${chosen}, got ‘${options[name]}’`)
  }
}

/** Whether the requests that targets make matter to users as well, and with them which base stations they ask. */
const countsRequests = ({ communicationMethod, fidelity, simulate }: DistributionOptions): boolean =>
  communicationMethod === 'actual-requests' || (simulate === true && fidelity === 'channel')

const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`

/** Flags of a simulation, in the words of the command. */
const simulationFlags = [
  'fidelity',
  'trials',
  'relativeError',
  'confidence',
  'seed',
  'typical',
  'deployment',
  'sites',
] as const

const assertSimulationFlags = (options: DistributionOptions): void => {
  if (options.quantities !== undefined)
    throw new InvalidParameterError('--quantities', options.quantities, 'left out: thresholds and percentiles say it')
  if (options.simulate === true) return
  for (const name of simulationFlags)
    if (options[name] !== undefined)
      throw new UsageError(`${flagOf(name)} must be left out without --simulate, got ‘${options[name]}’`)
}

const simulation = async (
  definition: ReturnType<typeof defineSimulation>,
  {
    target,
    openEngine,
    unit,
    begin,
  }: {
    readonly target: ReturnType<typeof stoppingTarget>
    readonly openEngine: ReturnType<typeof blockEngine>
    readonly unit: DistributionDocument['unit']
    readonly begin: number
  },
  run: CommandRun,
  io: Io,
) => {
  const { state, ended } = await runJob({ definition, target, openEngine, unit }, run, io)
  const { trials } = state.sums
  if (run.stoppedBy !== undefined)
    throw new InterruptedError(run.stoppedBy, `interrupted after ${formatCount(trials)} trials; there is no result`)
  const { network: _, quantities: __, sites: ___, ...settings } = definition
  return {
    summary: summarize(state.sums, target.confidence, definition),
    document: {
      ...settings,
      until: target.until,
      trials,
      confidence: target.confidence,
      elapsedSeconds: (performance.now() - begin) / 1000,
      ended,
    },
  }
}

const contentOf = (
  kind: Exclude<(typeof fileKinds)[number], '.tex'>,
  document: DistributionDocument,
  svg: string,
): string | Promise<string | Uint8Array> => {
  switch (kind) {
    case '.svg':
    case '.png':
      return pictureContent(kind, svg)
    case '.csv':
      return distributionCsv(document)
    case '.json':
      return documentJson(document)
  }
}
