import {
  chosenServiceQuantity,
  degreesOfFreedom,
  type ParameterName,
  parameterDefinitions,
  quantitySymbol,
  rateUnit,
} from '@isacnet/model'
import {
  type Computation,
  type CostEstimate,
  estimateCost,
  type Objective,
  type ResolvedStudy,
} from '@isacnet/scenario'
import { simulationInWords } from '@isacnet/simulation'
import { documentJson } from '../../documents/document-json.js'
import { decimals, duration } from '../../terminal/duration-format.js'
import type { Io } from '../../terminal/io.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import type { CheckDocument } from './check-schema.js'
import { readScenarioFile } from './scenario-file.js'

/** `isacnet check`. */
export const check = async (path: string, { json }: { readonly json?: boolean }, io: Io): Promise<void> => {
  const { name, study } = await readScenarioFile(path, io)
  const cost = await estimateCost(study)
  if (json === true) {
    const document: CheckDocument = { file: name, ...study, cost }
    io.stdout.write(documentJson(document))
    return
  }
  const { points, skippedPoints, title } = study
  const count = points.length === 1 ? '1 point' : `${points.length} points`
  const left = skippedPoints === 0 ? '' : `, ${skippedPoints} infeasible ones left out`
  const [heading = '', ...rows] = pointTable(study)
  io.stdout.write(
    `${[
      ...(title === '' ? [] : [title]),
      `${name} is fine: ${count}${left}.`,
      '',
      bold(heading, io.stdout, io),
      ...rows,
      '',
      ...computationTable(study),
      '',
      `Roughly ${duration(cost.seconds)} on one core.`,
      ...costTable(cost),
    ].join('\n')}\n`,
  )
}

/** So many points are shown at most, the last one among them. */
const shownPoints = 12

/** Coordinates, what follows from them, and the degrees of freedom. */
const pointTable = ({ axes, points }: ResolvedStudy): string[] => {
  const swept = axes.flatMap(({ quantities }) => quantities)
  const coordinates = new Set(swept.map(({ name }) => name))
  const first = points[0]!.network
  const following = parameterDefinitions.filter(
    ({ name }) => !coordinates.has(name) && points.some(({ network }) => network[name] !== first[name]),
  )
  const header = [
    'point',
    ...swept.map(({ name, unit }) => (unit === '' ? name : `${name} (${unit})`)),
    ...following.map(({ symbol, unit }) => (unit === '' ? symbol : `${symbol} (${unit})`)),
    'antennas used',
  ]
  const row = ({ index, coordinates: at, network }: ResolvedStudy['points'][number]) => {
    const { used, available } = degreesOfFreedom(network)
    return [
      String(index),
      ...swept.map(({ name }) => decimals(at[name]!)),
      ...following.map(({ name }: { name: ParameterName }) => decimals(network[name] ?? Number.POSITIVE_INFINITY)),
      `${used} of ${available}`,
    ]
  }
  const shown = points.length <= shownPoints ? points : points.slice(0, shownPoints - 1)
  const rows = shown.map(row)
  if (points.length > shownPoints) rows.push(['…', ...header.slice(1).map(() => '')], row(points.at(-1)!))
  return textTable(
    [header, ...rows],
    header.map(() => 'right'),
  )
}

const computationTable = ({ points }: ResolvedStudy): string[] =>
  textTable(
    points[0]!.computations.map((computation) => [computation.name, described(computation)]),
    ['left', 'left'],
  )

const described = (computation: Computation): string => {
  if (computation.kind === 'simulation') {
    const { options, until, confidence } = computation
    // The seed is the study's.
    const { seed: _, ...settings } = options
    const end =
      'trials' in until
        ? `${until.trials} trials`
        : `within ${decimals(100 * until.relativeError)} %${until.maximumTrials === undefined ? '' : `, at most ${until.maximumTrials} trials`}`
    const said = [...simulationInWords(settings), end, `${decimals(100 * confidence)} % intervals`]
    return `simulated: ${said.join(', ')}`
  }
  const { communicationMethod, sensingMethod, sensingClusters } = computation
  const methods = `communication ${communicationMethod}, sensing ${sensingMethod}, ${sensingClusters} clusters`
  if (computation.kind === 'theorem')
    return [
      methods,
      ...(computation.quantities ?? []),
      ...(computation.objective === undefined ? [] : [objectiveText(computation.objective)]),
    ].join(', ')
  const { minCommunicationRate, minSensingRate, minCommunicationClusterSize, minSensingClusterSize } =
    computation.constraints
  const bounds = [
    [quantitySymbol('rate', 'communication'), minCommunicationRate, ` ${rateUnit('nats')}`],
    [quantitySymbol('rate', 'sensing'), minSensingRate, ` ${rateUnit('nats')}`],
    ['L', minCommunicationClusterSize, ''],
    ['Q', minSensingClusterSize, ''],
  ] as const
  return [
    `the ${isError(computation.objective) ? 'smallest' : 'largest'} ${objectiveText(computation.objective)}`,
    ...bounds.flatMap(([symbol, least, unit]) =>
      least === undefined ? [] : [`${symbol} ≥ ${decimals(least)}${unit}`],
    ),
    ...Object.entries(computation.constraints.quantities ?? {}).map(([name, limit]) => {
      const { grows } = chosenServiceQuantity(name).chosen.quantity
      return `${name} ${grows ? '≥' : '≤'} ${decimals(limit)}`
    }),
    methods,
  ].join(', ')
}

const isError = (objective: Objective): boolean =>
  objective.kind === 'quantity' && !chosenServiceQuantity(objective.quantity).chosen.quantity.grows

const objectiveText = (objective: Objective): string => {
  switch (objective.kind) {
    case 'communication':
    case 'sensing':
      return quantitySymbol('ase', objective.kind)
    case 'sum':
      return `ρT_c + (1−ρ)T_s with ρ = ${objective.rho}`
    case 'expression':
      return objective.expression
    case 'quantity':
      return objective.quantity
  }
}

const costTable = ({ theorem, simulation, optimization }: CostEstimate): string[] =>
  textTable(
    [
      ...(theorem.networks === 0 ? [] : [['  theorems', `${theorem.networks} networks`, duration(theorem.seconds)]]),
      ...(simulation.blocks === 0
        ? []
        : [
            [
              '  simulation',
              `${simulation.trials.toPrecision(2).replace(/e\+/, 'e')} trials in ${simulation.blocks} blocks`,
              duration(simulation.seconds),
            ],
          ]),
      ...(optimization.searches === 0
        ? []
        : [['  optimization', `${optimization.searches} searches`, duration(optimization.seconds)]]),
    ],
    ['left', 'left', 'right'],
  )
