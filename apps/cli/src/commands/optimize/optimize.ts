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
  largestSearchedCluster,
  type Objective,
  quantityObjective,
  type RatedAllocation,
  sensingObjective,
  weightedSumObjective,
} from '@isacnet/optimization'
import { ratedDocument } from '../../documents/allocation-document.js'
import { quantityInUnit } from '../../documents/choice-document.js'
import { documentJson } from '../../documents/document-json.js'
import type { SiteFile } from '../../documents/site-document.js'
import { describeMethods, searched } from '../../engine/allocation-search.js'
import type { EngineFlags } from '../../engine/block-engine.js'
import {
  type AllocationChoice,
  type AllocationFlags,
  allocationChoice,
  constraintLabel,
  isQuantity,
} from '../../flags/allocation-flags.js'
import { count } from '../../flags/count.js'
import { parameterAssignments } from '../../flags/parameter-assignments.js'
import { quantityObjectives } from '../../flags/quantity-objectives.js'
import { givenSites, showSiteNotices } from '../../flags/site-flags.js'
import type { SiteFlags } from '../../flags/site-options.js'
import { trialCount } from '../../flags/stopping-flags.js'
import type { CommandRun } from '../../process/command-run.js'
import { UsageError } from '../../process/exit-code.js'
import { formatCount } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { narration } from '../../terminal/narration.js'
import { describeSite } from '../../terminal/network-description.js'
import { formatValue } from '../../terminal/number-format.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import { type Confirmation, confirmed } from './confirm.js'
import { optimumOnSites, type SiteOptimum } from './on-sites.js'
import type { OptimizeDocument } from './optimize-schema.js'
import { siteOptimumDocument, siteOptimumText } from './site-optimum-text.js'

export interface OptimizeOptions extends AllocationFlags, SiteFlags, EngineFlags {
  readonly objective: string
  readonly rho?: string
  readonly runnersUp?: string
  readonly confirm?: boolean
  readonly trials?: string
  readonly seed?: string
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
export const optimize = async (options: OptimizeOptions, run: CommandRun, io: Io): Promise<void> => {
  const rho = weightOf(options.objective, options.rho)
  const chosen = chosenObjective(options.objective, rho)
  const siteFile = givenSites(options)
  const runnersUp = runnersUpOf(options.runnersUp, siteFile === undefined ? 5 : candidatesOnSites)
  const choice = allocationChoice(siteFile === undefined ? options : withDensity(options, siteFile))
  const simulation = confirmationOf(options)
  const sampled = simulation === undefined ? (siteFile === undefined ? undefined : '--sites') : '--confirm'
  if (sampled !== undefined && (chosen.objective.quantities ?? []).length > 0)
    throw new UsageError(`${sampled} must have an objective of rates, got ‘${options.objective}’`)
  if (siteFile !== undefined) assertOnSites(options)
  showSiteNotices(siteFile, narration(io))
  const optimum = await searched(
    choice.search.optimum({ objective: chosen.objective, runnersUp }),
    choice,
    run.checkpoint,
    io,
  )
  const confirmations =
    simulation === undefined ? undefined : await confirmed(optimum, chosen.objective, choice, simulation, run, io)

  const onSites =
    siteFile === undefined
      ? undefined
      : await optimumOnSites(
          optimum,
          chosen.objective,
          choice,
          siteFile,
          { confidence: 0.95, seed: seedOf(options.seed), candidates: simulatedOnSites },
          options,
          run,
          io,
        )

  if (options.json === true)
    io.stdout.write(documentJson(optimizeDocument(optimum, chosen, rho, choice, confirmations, onSites)))
  else
    io.stdout.write(
      `${[
        ...optimumText(optimum, chosen, choice, io),
        ...confirmedText(confirmations, chosen, choice, io),
        ...(onSites === undefined
          ? []
          : siteOptimumText(onSites, siteFile!, (value) => chosen.shown(value, choice.unit), io)),
      ].join('\n')}\n`,
    )
}

/** Candidates of a random network that are rated with the gaps of the sites, beside its optimum, and those of them that are simulated. */
const candidatesOnSites = 23
const simulatedOnSites = 8

/** The sites have the density that they have. */
const withDensity = (options: OptimizeOptions, { density }: SiteFile): OptimizeOptions => {
  const given = parameterAssignments(options.set ?? []).baseStationDensity
  if (given !== undefined) throw new InvalidParameterError('baseStationDensity', given, 'left out with --sites', 'λ_b')
  return { ...options, set: [...(options.set ?? []), `baseStationDensity=${density}`] }
}

/** Limits of rates are the theorem's: on the sites they needn't hold. */
const assertOnSites = (options: OptimizeOptions): void => {
  for (const [name, value] of Object.entries({
    '--confirm': options.confirm,
    '--min-communication-rate': options.minCommunicationRate,
    '--min-sensing-rate': options.minSensingRate,
  }))
    if (value !== undefined) throw new UsageError(`${name} must be left out with --sites`)
  for (const method of [options.communicationMethod, options.sensingMethod])
    if (method !== undefined && method !== 'exact')
      throw new UsageError(`methods must be exact with --sites, which simulates what they find, got ‘${method}’`)
}

const optimizeDocument = (
  optimum: AllocationOptimum,
  { name, shown }: ChosenObjective,
  rho: number,
  { network, unit, communicationMethod, sensingMethod, sensingClusters }: AllocationChoice,
  confirmations: readonly Confirmation[] | undefined,
  onSites: SiteOptimum | undefined,
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
    ...(confirmations === undefined
      ? {}
      : {
          confirmed: confirmations.map(({ rated: { allocation, value }, ...simulated }) => ({
            allocation,
            value: shown(value, unit),
            simulated: shown(simulated.simulated, unit),
            halfWidth: Math.abs(shown(simulated.halfWidth, unit)),
            difference: shown(simulated.difference, unit),
            differenceHalfWidth: Math.abs(shown(simulated.differenceHalfWidth, unit)),
          })),
        }),
    ...(onSites === undefined ? {} : { onSites: siteOptimumDocument(onSites, (value) => shown(value, unit)) }),
    examined: optimum.examined,
    pruned: optimum.pruned,
  }
}

/** How to simulate, if that is asked for. */
const confirmationOf = ({
  confirm = false,
  trials,
  seed,
  sites,
}: OptimizeOptions): { readonly trials: number; readonly seed: number } | undefined => {
  if (confirm)
    return {
      trials: trialCount(trials ?? '50000'),
      seed: seedOf(seed),
    }
  for (const [flag, value] of Object.entries({ '--trials': trials, '--seed': sites === undefined ? seed : undefined }))
    if (value !== undefined) throw new UsageError(`${flag} must be left out without --confirm, got ‘${value}’`)
  return undefined
}

const seedOf = (seed: string | undefined): number =>
  count(seed ?? '1', (got) => new InvalidParameterError('--seed', got, 'an integer ≥ 1'))

const confirmedText = (
  confirmations: readonly Confirmation[] | undefined,
  { shown }: ChosenObjective,
  { unit }: AllocationChoice,
  io: Io,
): string[] => {
  if (confirmations === undefined) return []
  const of = (value: number): string => formatValue(shown(value, unit))
  const heads = ['', 'K', 'L', 'J', 'Q', 'promised', 'simulated', '± (95 %)', 'below the optimum', '± (95 %)']
  const [heading = '', ...rows] = textTable(
    [
      heads,
      ...confirmations.map(
        ({ rated: { allocation, value }, simulated, halfWidth, difference, differenceHalfWidth }, i) => [
          i === 0 ? 'optimum' : `${i + 1}.`,
          ...Object.values(allocation).map(String),
          of(value),
          of(simulated),
          of(halfWidth),
          ...(i === 0 ? ['', ''] : [of(difference), of(differenceHalfWidth)]),
        ],
      ),
    ],
    heads.map((_, column) => (column === 0 ? 'left' : 'right')),
  )
  const better = confirmations.filter(({ difference, differenceHalfWidth }) => difference < -differenceHalfWidth)
  const open = confirmations
    .slice(1)
    .filter(({ difference, differenceHalfWidth }) => Math.abs(difference) <= differenceHalfWidth)
  return [
    '',
    bold(heading, io.stdout, io),
    ...rows,
    '',
    better.length > 0
      ? `Simulation prefers ${better.length === 1 ? 'another' : `${better.length} others`}: the theorem’s error is larger than what they differ by.`
      : open.length > 0
        ? `The optimum is not told apart from ${open.length} of the others at 95 % confidence.`
        : 'Simulation confirms the optimum: each of the others is lower at 95 % confidence.',
  ]
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

const runnersUpOf = (text: string | undefined, otherwise: number): number => {
  if (text === undefined) return otherwise
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
    ...(choice.actualRequests ? [] : [bindingText(optimum.binding, shown, unit)]),
    choice.actualRequests
      ? `${formatCount(optimum.examined)} allocations evaluated: L, Q ≤ ${largestSearchedCluster}, and at most twice as many requests on average as can be granted.`
      : `${formatCount(optimum.examined)} of ${formatCount(optimum.examined + optimum.pruned)} allocations examined, the others ruled out by bounds.`,
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
