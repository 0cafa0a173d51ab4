import { ratesByMethod, sirQuantityByMethod } from '@isacnet/analysis'
import {
  byService,
  type ChosenQuantity,
  chosenQuantity,
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
  type SirValues,
  services,
} from '@isacnet/model'
import {
  defineSimulation,
  type Estimate,
  isDefault,
  parameterValue,
  type SimulatedRate,
  type SimulationDefinition,
  type SimulationSettings,
  simulationParameters,
  summarize,
} from '@isacnet/simulation'
import { isacnetVersion } from '../../documents/build-information.js'
import { choiceDocument, toUnit } from '../../documents/choice-document.js'
import { documentJson } from '../../documents/document-json.js'
import { blockEngine, type EngineFlags } from '../../engine/block-engine.js'
import { runJob } from '../../engine/simulation-run.js'
import { givenSimulation, type SimulationFlags } from '../../flags/simulation-flags.js'
import { showSiteNotices } from '../../flags/site-flags.js'
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
import { narration } from '../../terminal/narration.js'
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

/** A simulated rate with the theorems about it, and the chosen quantities with theirs. */
interface Comparison {
  readonly simulation: SimulatedRate
  readonly methods: readonly TheoremComparison[]
  readonly quantities: SirValues<QuantityComparison>
}

interface QuantityComparison {
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
  showSiteNotices(given.siteFile, narration(io))

  const begin = performance.now()
  await run.checkpoint('interrupted before the first trials were done; nothing was compared')
  const { state } = await runJob({ definition, target, openEngine, unit }, run, io)
  const { stoppedBy } = run
  const { trials } = state.sums
  if (stoppedBy !== undefined)
    throw new InterruptedError(stoppedBy, `interrupted after ${formatCount(trials)} trials; nothing was compared`)
  const comparisons = compared(definition, summarize(state.sums, 1 - significance, definition))
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
  if (definition.fidelity === 'gain-law' && parameterValue(definition, 'deployment') === 'poisson')
    assertExactAgrees(comparisons, significance)
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
    ...(document[row.service].quantities ?? []).flatMap((quantity) => [
      ...table(
        `${chosenQuantity(quantity.name).heading}, ${row.service}`,
        quantity,
        unitOf(quantity.name, document.unit),
        io,
      ),
      '',
    ]),
  ]),
  `${formatCount(document.trials)} trials in ${formatDuration(document.elapsedSeconds)}. A true rate is rejected with probability ${document.significance} (two-sided).`,
]

const unitOf = (name: string, unit: InformationUnit): string => chosenQuantity(name).quantity.unit(unit)

const compared = (
  { network, sensingClusters }: SimulationDefinition,
  summary: Readonly<Record<Service, SimulatedRate>>,
): Readonly<Record<Service, Comparison>> =>
  byService(({ service }) => ({
    simulation: summary[service],
    methods: compareTheorems(ratesByMethod(service, network, { sensingClusters }), summary[service]),
    quantities: comparedQuantities(service, network, sensingClusters, summary[service]),
  }))

/** Their bias is taken to be no larger, relative to the value, than the rate's. */
const comparedQuantities = (
  service: Service,
  network: Network,
  sensingClusters: SensingClusters,
  { quantities = {}, mean: rate, biasBound }: SimulatedRate,
): Comparison['quantities'] =>
  Object.fromEntries(
    Object.entries<Estimate>(quantities).map(([name, simulation]) => {
      const found = sirQuantityByMethod(name, service, network, { sensingClusters })
      const judged = { ...simulation, biasBound: (biasBound / rate) * simulation.mean }
      return [name, { simulation, methods: compareTheorems(found, judged) }]
    }),
  )

/** The parameters that the theorems are about; of the rest what isn't as they assume it. */
const comparedSettings = (definition: SimulationDefinition): Partial<SimulationSettings> =>
  Object.fromEntries(
    simulationParameters
      .filter(({ name, inTheorems }) => definition[name] !== undefined && (inTheorems || !isDefault(definition, name)))
      .map(({ name }) => [name, definition[name]]),
  )

/** Only `exact` claims to be the simulated rate. */
const assertExactAgrees = (comparisons: Readonly<Record<Service, Comparison>>, significance: number): void => {
  const rejected = Object.entries(comparisons).flatMap(([of, { methods, quantities }]) =>
    [
      { name: 'rate', methods },
      ...Object.entries<QuantityComparison>(quantities).map(([name, found]) => ({ name, methods: found.methods })),
    ].flatMap(({ name, methods: judged }) =>
      judged.flatMap((method) =>
        method.method === 'exact' && 'verdict' in method && method.verdict === 'rejected'
          ? [`the exact ${of} ${name} is ${formatZ(method.zScore)} standard errors from the simulated one`]
          : [],
      ),
    ),
  )
  if (rejected.length > 0)
    throw new DisagreementError(`${rejected.join(', ')}: rejected at significance ${significance}`)
}

const comparisonDocument = (
  { simulation, methods, quantities }: Comparison,
  unit: InformationUnit,
): ValidateDocument[Service] => ({
  simulation: {
    mean: fromNats(simulation.mean, unit),
    standardError: Number.isFinite(simulation.standardError) ? fromNats(simulation.standardError, unit) : null,
    biasBound: fromNats(simulation.biasBound, unit),
  },
  methods: methods.map((method) => ('rate' in method ? { ...method, rate: fromNats(method.rate, unit) } : method)),
  ...(Object.keys(quantities).length === 0
    ? {}
    : {
        quantities: Object.entries<QuantityComparison>(quantities).map(([name, found]) =>
          quantityDocument(chosenQuantity(name), found, unit),
        ),
      }),
})

const quantityDocument = (
  chosen: ChosenQuantity,
  { simulation: { mean, standardError }, methods }: QuantityComparison,
  unit: InformationUnit,
) => {
  const inUnit = toUnit(chosen, unit)
  return {
    ...choiceDocument(chosen),
    simulation: {
      mean: inUnit(mean),
      standardError: Number.isFinite(standardError) ? inUnit(standardError) : null,
    },
    methods: methods.map((method) => {
      if ('notApplicable' in method) return method
      const { rate, ...rest } = method
      return { ...rest, value: inUnit(rate) }
    }),
  }
}

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
