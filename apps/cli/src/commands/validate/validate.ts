import { ratesByMethod, sirMeanByMethod } from '@isacnet/analysis'
import {
  byService,
  defineNetwork,
  fromNats,
  type InformationUnit,
  IsacnetError,
  informationUnits,
  type Network,
  permittedName,
  rateUnit,
  type SensingClusters,
  type Service,
  type SirMeans,
  services,
  sirQuantities,
} from '@isacnet/model'
import {
  defineSimulation,
  type Estimate,
  type SimulatedRate,
  type SimulationDefinition,
  type SimulationSettings,
  simulationParameters,
  summarize,
} from '@isacnet/simulation'
import { isacnetVersion } from '../../documents/build-information.js'
import { documentJson } from '../../documents/document-json.js'
import { blockEngine, type EngineFlags } from '../../engine/block-engine.js'
import { runJob } from '../../engine/simulation-run.js'
import { givenSimulation, type SimulationFlags } from '../../flags/simulation-flags.js'
import {
  betweenZeroAndOne,
  type StoppingFlags,
  stoppingTarget,
  untilRelativeError,
} from '../../flags/stopping-flags.js'
import type { CommandRun } from '../../process/command-run.js'
import { InterruptedError } from '../../process/exit-code.js'
import { formatCount, formatDuration, formatWithError } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { describeNetwork } from '../../terminal/network-description.js'
import { formatDeviation, formatValue } from '../../terminal/number-format.js'
import { rowHead } from '../../terminal/quantity-columns.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import { describeSimulation } from '../simulate/simulation-table.js'
import { compareTheorems, type Judgement, type TheoremComparison } from './theorem-comparison.js'
import type { ValidateDocument } from './validate-schema.js'

export interface ValidateOptions extends SimulationFlags, Pick<StoppingFlags, 'trials' | 'relativeError'>, EngineFlags {
  readonly significance?: string
  readonly unit: string
  readonly json?: boolean
}

/** A simulated rate with the theorems about it, and other simulated means with theirs. */
interface Comparison {
  readonly simulation: SimulatedRate
  readonly methods: readonly TheoremComparison[]
  readonly means: SirMeans<MeanComparison>
}

interface MeanComparison {
  readonly simulation: Estimate
  readonly methods: readonly TheoremComparison[]
}

/** An exact theorem that a simulation of its own assumptions rejects. */
class DisagreementError extends IsacnetError {
  override readonly name = 'DisagreementError'
  override readonly code = 'disagreement'
}

/** `isacnet validate`. */
export const validate = async (options: ValidateOptions, run: CommandRun, io: Io): Promise<void> => {
  const openEngine = blockEngine(options, io)
  const unit = permittedName('unit', options.unit, informationUnits)
  const significance =
    options.significance === undefined ? 1e-4 : betweenZeroAndOne('significance', options.significance)
  const target = stoppingTarget(options, untilRelativeError(0.002))
  const given = givenSimulation(options)
  const definition = defineSimulation(defineNetwork(given.network), given.options)

  const begin = performance.now()
  await run.checkpoint('interrupted before the first trials were done; nothing was compared')
  const { state } = await runJob({ definition, target, openEngine, unit }, run, io)
  const { stoppedBy } = run
  const { trials } = state.sums
  if (stoppedBy !== undefined)
    throw new InterruptedError(stoppedBy, `interrupted after ${formatCount(trials)} trials; nothing was compared`)
  const comparisons = compared(definition, summarize(state.sums, 1 - significance))
  const elapsedSeconds = (performance.now() - begin) / 1000

  const document = validateDocument(definition, comparisons, {
    unit,
    significance,
    until: target.until,
    trials,
    elapsedSeconds,
  })
  io.stdout.write(
    options.json === true ? documentJson(document) : `${validateText(document, definition, io).join('\n')}\n`,
  )
  if (definition.fidelity === 'gain-law') assertExactAgrees(comparisons, significance)
}

const validateDocument = (
  definition: SimulationDefinition,
  comparisons: Readonly<Record<Service, Comparison>>,
  {
    unit,
    significance,
    until,
    trials,
    elapsedSeconds,
  }: Pick<ValidateDocument, 'unit' | 'significance' | 'until' | 'trials' | 'elapsedSeconds'>,
): ValidateDocument => ({
  network: definition.network,
  unit,
  ...comparedSettings(definition),
  significance,
  until,
  trials,
  ...byService(({ service }) => comparisonDocument(comparisons[service], unit)),
  elapsedSeconds,
  version: isacnetVersion,
})

const validateText = (document: ValidateDocument, definition: SimulationDefinition, io: Io): string[] => [
  ...describeNetwork(definition.network),
  describeSimulation(definition),
  '',
  ...services.flatMap((row) => [
    ...table(rowHead(row), document[row.service], rateUnit(document.unit), io),
    '',
    ...sirQuantities(row.service).flatMap((quantity) => {
      const compared: ComparisonDocument | undefined = document[row.service][quantity.quantity]
      return compared === undefined
        ? []
        : [...table(`${quantity.heading}, ${row.service}`, compared, quantity.unit(document.unit), io), '']
    }),
  ]),
  `${formatCount(document.trials)} trials in ${formatDuration(document.elapsedSeconds)}. A true rate is rejected with probability ${document.significance} (two-sided).`,
]

const compared = (
  { network, sensingClusters }: SimulationDefinition,
  summary: Readonly<Record<Service, SimulatedRate>>,
): Readonly<Record<Service, Comparison>> =>
  byService(({ service }) => ({
    simulation: summary[service],
    methods: compareTheorems(ratesByMethod(service, network, { sensingClusters }), summary[service]),
    means: comparedMeans(service, network, sensingClusters, summary[service]),
  }))

/** Their bias is taken to be no larger, relative to the mean, than the rate's. */
const comparedMeans = (
  service: Service,
  network: Network,
  sensingClusters: SensingClusters,
  { means = {}, mean: rate, biasBound }: SimulatedRate,
): Comparison['means'] => {
  const simulated: Readonly<Record<string, Estimate | undefined>> = means
  return Object.fromEntries(
    sirQuantities(service).flatMap((quantity) => {
      const simulation = simulated[quantity.quantity]
      if (simulation === undefined) return []
      const found = sirMeanByMethod(quantity, service, network, { sensingClusters })
      const judged = { ...simulation, biasBound: (biasBound / rate) * simulation.mean }
      return [[quantity.quantity, { simulation, methods: compareTheorems(found, judged) }]]
    }),
  )
}

/** The parameters that the theorems are about; the rest is as they assume it. */
const comparedSettings = (definition: SimulationDefinition): Partial<SimulationSettings> =>
  Object.fromEntries(
    simulationParameters
      .filter(({ name, inTheorems }) => inTheorems && definition[name] !== undefined)
      .map(({ name }) => [name, definition[name]]),
  )

/** Only `exact` claims to be the simulated rate. */
const assertExactAgrees = (comparisons: Readonly<Record<Service, Comparison>>, significance: number): void => {
  const rejected = Object.entries(comparisons).flatMap(([of, { methods }]) =>
    methods.flatMap((method) =>
      method.method === 'exact' && 'verdict' in method && method.verdict === 'rejected'
        ? [`the exact ${of} rate is ${formatZ(method.zScore)} standard errors from the simulated one`]
        : [],
    ),
  )
  if (rejected.length > 0)
    throw new DisagreementError(`${rejected.join(', ')}: rejected at significance ${significance}`)
}

const comparisonDocument = (
  { simulation, methods, means }: Comparison,
  unit: InformationUnit,
): ValidateDocument[Service] => ({
  simulation: {
    mean: fromNats(simulation.mean, unit),
    standardError: Number.isFinite(simulation.standardError) ? fromNats(simulation.standardError, unit) : null,
    biasBound: fromNats(simulation.biasBound, unit),
  },
  methods: methods.map((method) => ('rate' in method ? { ...method, rate: fromNats(method.rate, unit) } : method)),
  ...Object.fromEntries(
    Object.entries<MeanComparison>(means).map(([quantity, compared]) => [quantity, meanDocument(compared)]),
  ),
})

const meanDocument = ({ simulation: { mean, standardError }, methods }: MeanComparison): ComparisonDocument => ({
  simulation: { mean, standardError: Number.isFinite(standardError) ? standardError : null },
  methods: methods.map((method) => {
    if ('notApplicable' in method) return method
    const { rate: value, ...rest } = method
    return { value, ...rest }
  }),
})

/** A simulated mean and what the methods say of it. */
interface ComparisonDocument {
  readonly simulation: { readonly mean: number; readonly standardError: number | null }
  readonly methods: readonly ({ readonly method: string } & (
    | (Judgement & ({ readonly rate: number } | { readonly value: number }))
    | { readonly notApplicable: string }
  ))[]
}

const table = (of: string, { simulation, methods }: ComparisonDocument, unit: string, io: Io): string[] => {
  const simulated = formatWithError(simulation.mean, simulation.standardError).join(' ± ')
  const rows = methods.map((method) =>
    'verdict' in method
      ? [
          method.method,
          formatValue('rate' in method ? method.rate : method.value),
          simulated,
          formatDeviation(method.deviation),
          formatZ(method.zScore),
          method.verdict,
        ]
      : [method.method, '—', simulated, '', '', '—'],
  )
  const header = [of, unit === '' ? 'theorem' : `theorem (${unit})`, 'simulation ± SE', 'deviation', 'z', 'verdict']
  const [heading = '', ...lines] = textTable([header, ...rows], ['left', 'right', 'right', 'right', 'right', 'left'])
  const reasons = methods.flatMap((method) => ('notApplicable' in method ? [`— ${method.notApplicable}`] : []))
  return [bold(heading, io.stdout, io), ...lines, ...reasons]
}

const formatZ = (z: number | null): string => {
  if (z === null) return '—'
  const size = Math.abs(z)
  return `${z < 0 ? '−' : z > 0 ? '+' : ''}${size < 99.95 ? size.toFixed(1) : size.toPrecision(3)}`
}
