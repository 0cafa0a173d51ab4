import {
  fromNats,
  type InformationUnit,
  InvalidParameterError,
  permittedName,
  quantitySymbol,
  rateQuantities,
  services,
  share,
} from '@isacnet/model'
import {
  type AllocationOptimum,
  type BindingConstraint,
  communicationObjective,
  type Objective,
  optimizationSteps,
  type RatedAllocation,
  sensingObjective,
  weightedSumObjective,
} from '@isacnet/optimization'
import { ratedDocument } from '../../documents/allocation-document.js'
import { documentJson } from '../../documents/document-json.js'
import { describeMethods, searched } from '../../engine/allocation-search.js'
import {
  type AllocationChoice,
  type AllocationFlags,
  allocationChoice,
  constraintLabel,
} from '../../flags/allocation-flags.js'
import { count } from '../../flags/count.js'
import type { CommandRun } from '../../process/command-run.js'
import { UsageError } from '../../process/exit-code.js'
import { formatCount } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { describeSite } from '../../terminal/network-description.js'
import { formatValue } from '../../terminal/number-format.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import type { OptimizeDocument } from './optimize-schema.js'

export interface OptimizeOptions extends AllocationFlags {
  readonly objective: string
  readonly rho?: string
  readonly runnersUp?: string
  readonly json?: boolean
}

export const objectiveNames = ['communication', 'sensing', 'sum'] as const
type ObjectiveName = (typeof objectiveNames)[number]

/** `isacnet optimize`. */
export const optimize = async (options: OptimizeOptions, { checkpoint }: CommandRun, io: Io): Promise<void> => {
  const name = permittedName('objective', options.objective, objectiveNames)
  const rho = weightOf(name, options.rho)
  const runnersUp = runnersUpOf(options.runnersUp)
  const choice = allocationChoice(options)
  const { problem } = choice
  const optimum = await searched(
    optimizationSteps(problem, { objective: objectiveOf(name, rho), runnersUp }),
    choice,
    checkpoint,
    io,
  )

  if (options.json === true) io.stdout.write(documentJson(optimizeDocument(optimum, name, rho, choice)))
  else io.stdout.write(`${optimumText(optimum, name, rho, choice, io).join('\n')}\n`)
}

const optimizeDocument = (
  optimum: AllocationOptimum,
  name: ObjectiveName,
  rho: number,
  { network, unit, communicationMethod, sensingMethod, sensingClusters }: AllocationChoice,
): OptimizeDocument => {
  const { allocation, value, communication, sensing, degreesOfFreedomLeft } = ratedDocument(optimum, unit)
  return {
    network: { ...network, ...allocation },
    unit,
    objective: name,
    ...(name === 'sum' ? { rho } : {}),
    allocation,
    value,
    communication: { method: communicationMethod, ...communication },
    sensing: { method: sensingMethod, sensingClusters, ...sensing },
    degreesOfFreedomLeft,
    ties: optimum.ties.map((tie) => ratedDocument(tie, unit)),
    runnersUp: optimum.runnersUp.map(({ ties, ...runnerUp }) => ({
      ...ratedDocument(runnerUp, unit),
      ties: ties.map((tie) => ratedDocument(tie, unit)),
    })),
    binding: optimum.binding.map((constraint) => bindingDocument(constraint, unit)),
    examined: optimum.examined,
    pruned: optimum.pruned,
  }
}

const objectiveOf = (name: ObjectiveName, rho: number): Objective =>
  name === 'communication' ? communicationObjective : name === 'sensing' ? sensingObjective : weightedSumObjective(rho)

const weightOf = (objective: ObjectiveName, text: string | undefined): number => {
  if (text === undefined) return 0.5
  if (objective !== 'sum') throw new UsageError(`--rho must be left out with --objective ${objective}, got ‘${text}’`)
  const invalid = (got: string) => new InvalidParameterError('rho', got, 'a number ≥ 0 and ≤ 1', 'ρ')
  const value = share(text, invalid)
  if (!(value >= 0 && value <= 1)) throw invalid(text)
  return value
}

const runnersUpOf = (text: string | undefined): number => {
  if (text === undefined) return 5
  if (text === '0') return 0
  return count(text, (got) => new InvalidParameterError('--runners-up', got, 'an integer ≥ 0 and ≤ 1000'), 1000)
}

const rateConstraints: ReadonlySet<string> = new Set(['minCommunicationRate', 'minSensingRate'])

/** A limit of a rate is shown in the unit, others are counts. */
const limitIn = (constraint: string, limit: number, unit: InformationUnit): number =>
  rateConstraints.has(constraint) ? Number(fromNats(limit, unit).toPrecision(15)) : limit

const bindingDocument = (
  { constraint, limit, relaxedTo, value }: BindingConstraint,
  unit: InformationUnit,
): OptimizeDocument['binding'][number] => ({
  constraint,
  limit: limitIn(constraint, limit, unit),
  relaxedTo: limitIn(constraint, relaxedTo, unit),
  value: fromNats(value, unit),
})

const objectiveText = (name: ObjectiveName, rho: number): string =>
  name === 'sum' ? `ρ·T_c + (1−ρ)·T_s, ρ = ${rho}` : quantitySymbol('ase', name)

const optimumText = (
  optimum: AllocationOptimum,
  name: ObjectiveName,
  rho: number,
  choice: AllocationChoice,
  io: Io,
): string[] => {
  const { network, unit } = choice
  const row = (label: string, rated: RatedAllocation): string[] => {
    const document = ratedDocument(rated, unit)
    const { allocation, value, degreesOfFreedomLeft } = document
    return [
      label,
      ...[
        allocation.usersPerCell,
        allocation.communicationClusterSize,
        allocation.targetsPerCell,
        allocation.sensingClusterSize,
      ].map(String),
      String(degreesOfFreedomLeft),
      ...[
        ...services.flatMap(({ service }) => rateQuantities.map(({ quantity }) => document[service][quantity])),
        value,
      ].map(formatValue),
    ]
  }
  const symbols = services.flatMap(({ service }) =>
    rateQuantities.map(({ quantity }) => quantitySymbol(quantity, service)),
  )
  const heads = ['', 'K', 'L', 'J', 'Q', 'left', ...symbols, 'objective']
  const [heading = '', ...rows] = textTable(
    [
      heads,
      row('optimum', optimum),
      ...optimum.ties.map((tie) => row('tie', tie)),
      ...optimum.runnersUp.map((runnerUp, i) =>
        row(`${i + 2}.${runnerUp.ties.length === 0 ? '' : ` (+${runnerUp.ties.length} ties)`}`, runnerUp),
      ),
    ],
    heads.map((_, column) => (column === 0 ? 'left' : 'right')),
  )
  return [
    describeSite(network),
    describeMethods(choice),
    `The largest ${objectiveText(name, rho)}. ${rateQuantities.map(({ letter, unit: unitOf }) => `${letter} in ${unitOf(unit)}`).join(', ')}; left: degrees of freedom.`,
    '',
    bold(heading, io.stdout, io),
    ...rows,
    '',
    bindingText(optimum.binding, unit),
    `${formatCount(optimum.examined)} of ${formatCount(optimum.examined + optimum.pruned)} allocations examined, the others ruled out by bounds.`,
  ]
}

const bindingText = (binding: readonly BindingConstraint[], unit: InformationUnit): string => {
  if (binding.length === 0) return 'No constraint binds.'
  const parts = binding.map(({ constraint, limit, relaxedTo, value }) => {
    const relaxed = rateConstraints.has(constraint) ? 'without it' : `at ${relaxedTo}`
    return `${constraintLabel(constraint)} = ${limitIn(constraint, limit, unit)} (${relaxed}: ${formatValue(fromNats(value, unit))})`
  })
  return `Binding: ${parts.join(', ')}.`
}
