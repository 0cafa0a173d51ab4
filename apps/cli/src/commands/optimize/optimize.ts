import {
  chosenServiceQuantity,
  fromNats,
  type InformationUnit,
  InvalidParameterError,
  permittedName,
  quantitySymbol,
  rateQuantities,
  type Service,
  services,
  share,
} from '@isacnet/model'
import {
  type AllocationOptimum,
  type BindingConstraint,
  type ConstraintName,
  communicationObjective,
  type Objective,
  optimizationSteps,
  quantityObjective,
  type RatedAllocation,
  sensingObjective,
  weightedSumObjective,
} from '@isacnet/optimization'
import { ratedDocument } from '../../documents/allocation-document.js'
import { quantityInUnit } from '../../documents/choice-document.js'
import { documentJson } from '../../documents/document-json.js'
import { describeMethods, searched } from '../../engine/allocation-search.js'
import {
  type AllocationChoice,
  type AllocationFlags,
  allocationChoice,
  constraintLabel,
  isQuantity,
} from '../../flags/allocation-flags.js'
import { count } from '../../flags/count.js'
import { quantityObjectives } from '../../flags/quantity-objectives.js'
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

/** A function to be maximised, and how its values are shown: errors are made small. */
interface ChosenObjective {
  /** One of {@link objectiveNames}, or a quantity such as `communication-percentile-rate:5%`. */
  readonly name: string
  readonly objective: Objective
  /** In words. */
  readonly text: string
  /** A value of the objective as it is shown. */
  readonly shown: (value: number, unit: InformationUnit) => number
}

/** `isacnet optimize`. */
export const optimize = async (options: OptimizeOptions, { checkpoint }: CommandRun, io: Io): Promise<void> => {
  const rho = weightOf(options.objective, options.rho)
  const chosen = chosenObjective(options.objective, rho)
  const runnersUp = runnersUpOf(options.runnersUp)
  const choice = allocationChoice(options)
  const { problem } = choice
  const optimum = await searched(
    optimizationSteps(problem, { objective: chosen.objective, runnersUp }),
    choice,
    checkpoint,
    io,
  )

  if (options.json === true) io.stdout.write(documentJson(optimizeDocument(optimum, chosen, rho, choice)))
  else io.stdout.write(`${optimumText(optimum, chosen, choice, io).join('\n')}\n`)
}

const optimizeDocument = (
  optimum: AllocationOptimum,
  { name, shown }: ChosenObjective,
  rho: number,
  { network, unit, communicationMethod, sensingMethod, sensingClusters }: AllocationChoice,
): OptimizeDocument => {
  const rated = (one: RatedAllocation) => ratedDocument(one, unit, (value) => shown(value, unit))
  const { allocation, value, communication, sensing, degreesOfFreedomLeft, quantities } = rated(optimum)
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
    ...(quantities === undefined ? {} : { quantities }),
    ties: optimum.ties.map(rated),
    runnersUp: optimum.runnersUp.map(({ ties, ...runnerUp }) => ({
      ...rated(runnerUp),
      ties: ties.map(rated),
    })),
    binding: optimum.binding.map((constraint) => bindingDocument(constraint, shown, unit)),
    examined: optimum.examined,
    pruned: optimum.pruned,
  }
}

const chosenObjective = (text: string, rho: number): ChosenObjective => {
  const [first = ''] = text.split(':')
  const quantity = first.includes('-')
  if (quantity) {
    const { name, chosen } = chosenServiceQuantity(text)
    const { grows } = chosen.quantity
    return {
      name,
      objective: quantityObjective(name),
      text: `${grows ? 'largest' : 'smallest'} ${name}`,
      shown: (value, unit) => quantityInUnit(name, grows ? value : -value, unit),
    }
  }
  const name = permittedName('objective', text, [...objectiveNames, ...quantityObjectives] as const)
  const objectives: Readonly<Record<string, Objective>> = {
    communication: communicationObjective,
    sensing: sensingObjective,
    sum: weightedSumObjective(rho),
  }
  return {
    name,
    objective: objectives[name]!,
    text: `largest ${name === 'sum' ? `ρ·T_c + (1−ρ)·T_s, ρ = ${rho}` : quantitySymbol('ase', name as Service)}`,
    shown: fromNats,
  }
}

const weightOf = (objective: string, text: string | undefined): number => {
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
const limitIn = (constraint: ConstraintName, limit: number, unit: InformationUnit): number => {
  if (isQuantity(constraint)) return Number(quantityInUnit(constraint, limit, unit).toPrecision(15))
  return rateConstraints.has(constraint) ? Number(fromNats(limit, unit).toPrecision(15)) : limit
}

const bindingDocument = (
  { constraint, limit, relaxedTo, value }: BindingConstraint,
  shown: ChosenObjective['shown'],
  unit: InformationUnit,
): OptimizeDocument['binding'][number] => ({
  constraint,
  limit: limitIn(constraint, limit, unit),
  relaxedTo: relaxedTo === null ? null : limitIn(constraint, relaxedTo, unit),
  value: shown(value, unit),
})

const optimumText = (
  optimum: AllocationOptimum,
  { text, shown }: ChosenObjective,
  choice: AllocationChoice,
  io: Io,
): string[] => {
  const { network, unit } = choice
  const asked = Object.keys(optimum.quantities ?? {})
  const row = (label: string, rated: RatedAllocation): string[] => {
    const document = ratedDocument(rated, unit, (value) => shown(value, unit))
    const { allocation, value, degreesOfFreedomLeft, quantities = [] } = document
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
        ...quantities.map((quantity) => quantity.value),
        value,
      ].map(formatValue),
    ]
  }
  const symbols = services.flatMap(({ service }) =>
    rateQuantities.map(({ quantity }) => quantitySymbol(quantity, service)),
  )
  const heads = ['', 'K', 'L', 'J', 'Q', 'left', ...symbols, ...asked, 'objective']
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
    `The ${text}. ${rateQuantities.map(({ letter, unit: unitOf }) => `${letter} in ${unitOf(unit)}`).join(', ')}; left: degrees of freedom.`,
    '',
    bold(heading, io.stdout, io),
    ...rows,
    '',
    bindingText(optimum.binding, shown, unit),
    `${formatCount(optimum.examined)} of ${formatCount(optimum.examined + optimum.pruned)} allocations examined, the others ruled out by bounds.`,
  ]
}

const bindingText = (
  binding: readonly BindingConstraint[],
  shown: ChosenObjective['shown'],
  unit: InformationUnit,
): string => {
  if (binding.length === 0) return 'No constraint binds.'
  const parts = binding.map(({ constraint, limit, relaxedTo, value }) => {
    const relaxed = rateConstraints.has(constraint) || isQuantity(constraint) ? 'without it' : `at ${relaxedTo}`
    return `${constraintLabel(constraint)} = ${limitIn(constraint, limit, unit)} (${relaxed}: ${formatValue(shown(value, unit))})`
  })
  return `Binding: ${parts.join(', ')}.`
}
