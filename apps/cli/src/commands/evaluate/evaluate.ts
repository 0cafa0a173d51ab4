import {
  type CommunicationMethod,
  communicationMethods,
  type SensingMethod,
  sensingMethods,
  serviceRate,
} from '@isacnet/analysis'
import {
  type Assumption,
  assumptionNames,
  byService,
  defineNetwork,
  degreesOfFreedom,
  type InformationUnit,
  informationUnits,
  isFeasible,
  isSaturated,
  type Network,
  permittedName,
  type SensingClusters,
  sensingClusterKinds,
  services,
} from '@isacnet/model'
import { documentJson } from '../../documents/document-json.js'
import { chosenDocument, serviceDocument } from '../../documents/service-document.js'
import { type SumMember, summedQuantities } from '../../documents/summed-quantities.js'
import { parameterAssignments } from '../../flags/parameter-assignments.js'
import { chosenFlag } from '../../flags/quantity-flag.js'
import { UsageError } from '../../process/exit-code.js'
import type { Io } from '../../terminal/io.js'
import { describeNetwork } from '../../terminal/network-description.js'
import { formatValue } from '../../terminal/number-format.js'
import { otherCells, quantityCells, quantityHeads, quantityTable, rowHead } from '../../terminal/quantity-columns.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import { compare } from './compare.js'
import type { EvaluateDocument } from './evaluate-schema.js'
import { evaluateLoad } from './load.js'

export interface EvaluateOptions {
  readonly set?: readonly string[]
  readonly communicationMethod?: string
  readonly sensingMethod?: string
  readonly sensingClusters?: string
  readonly assumptions?: string
  readonly quantities?: string
  readonly unit: string
  readonly compare?: boolean
  /** `false` to leave them out. */
  readonly actualRequests?: boolean
  readonly json?: boolean
}

/** `isacnet evaluate`. */
export const evaluate = (options: EvaluateOptions, io: Io): void => {
  const unit = permittedName('unit', options.unit, informationUnits)
  const sensingClusters = permittedName(
    'kind of sensing clusters',
    options.sensingClusters ?? 'bs-centric',
    sensingClusterKinds,
  )
  const network = defineNetwork(parameterAssignments(options.set ?? []))
  // Where the mean number of requests is more than there is, only the actual ones can be spoken of.
  const assumptions = (options.assumptions ?? '')
    .split(',')
    .flatMap((name) => (name === '' ? [] : [permittedName('assumption', name.trim(), assumptionNames)]))
  const usual = isFeasible(network) && assumptions.length === 0 ? 'exact' : 'actual-requests'
  const communicationMethod = permittedName(
    'communication method',
    options.communicationMethod ?? usual,
    communicationMethods,
  )
  const sensingMethod = permittedName('sensing method', options.sensingMethod ?? usual, sensingMethods)
  const quantities = chosenFlag(options.quantities)
  if (assumptions.length > 0 && quantities.length > 0)
    throw new UsageError(`--quantities must be left out with --assumptions, got ‘${options.quantities}’`)
  if (!isSaturated(network)) {
    for (const [flag, value] of [
      ['--communication-method', options.communicationMethod],
      ['--sensing-method', options.sensingMethod],
      ['--sensing-clusters', options.sensingClusters],
      ['--assumptions', options.assumptions],
      ['--quantities', options.quantities],
      ['--compare', options.compare],
    ])
      if (value !== undefined)
        throw new UsageError(`${flag} must be left out where λ_u or λ_t is finite, got ‘${value}’`)
    evaluateLoad(network, unit, options.json, io)
    return
  }
  if (options.compare === true) {
    for (const [flag, value] of [
      ['--communication-method', options.communicationMethod],
      ['--sensing-method', options.sensingMethod],
      ['--assumptions', options.assumptions],
    ])
      if (value !== undefined) throw new UsageError(`${flag} must be left out with --compare, got ‘${value}’`)
    compare(
      network,
      options.sensingClusters === undefined ? sensingClusterKinds : [sensingClusters],
      quantities,
      unit,
      options.json,
      io,
    )
    return
  }

  const document = evaluateDocument(
    network,
    { communicationMethod, sensingMethod, sensingClusters, assumptions, quantities },
    unit,
    options.actualRequests !== false,
  )
  io.stdout.write(options.json === true ? documentJson(document) : `${evaluateText(document, io).join('\n')}\n`)
}

const evaluateDocument = (
  network: Network,
  methods: {
    readonly communicationMethod: CommunicationMethod
    readonly sensingMethod: SensingMethod
    readonly sensingClusters: SensingClusters
    readonly assumptions: readonly Assumption[]
    readonly quantities: readonly string[]
  },
  unit: InformationUnit,
  withActualRequests: boolean,
): EvaluateDocument => {
  const { assumptions, ...law } = methods
  const { communicationMethod, sensingMethod, sensingClusters } = law
  const achieved = byService(({ service }) => ({
    ...serviceDocument(service, network, serviceRate(service, network, methods), unit),
    ...chosenDocument(service, network, law, unit),
  }))
  const sums = summedQuantities.map(({ member, quantity: { quantity }, services: added }) => [
    member,
    added.reduce((sum, service) => sum + achieved[service][quantity], 0),
  ])
  return {
    network,
    unit,
    degreesOfFreedom: degreesOfFreedom(network),
    ...(assumptions.length === 0 ? {} : { assumptions }),
    communication: { method: communicationMethod, ...achieved.communication },
    sensing: { method: sensingMethod, sensingClusters, ...achieved.sensing },
    ...(Object.fromEntries(sums) as Readonly<Record<SumMember, number>>),
    ...(withActualRequests ? actualRequests(network, methods, unit) : {}),
  }
}

/** The rates with the actual requests beside the exact ones for their mean number, where there are requests. */
const actualRequests = (
  network: Network,
  { communicationMethod, sensingMethod, sensingClusters }: Parameters<typeof evaluateDocument>[1],
  unit: InformationUnit,
): Pick<EvaluateDocument, 'actualRequests'> => {
  const requests = network.communicationClusterSize > 1 || network.sensingClusterSize > 1
  if (!requests || communicationMethod !== 'exact' || sensingMethod !== 'exact') return {}
  return {
    actualRequests: byService(({ service }) => {
      const exact = serviceRate(service, network, { sensingClusters })
      const actual = serviceRate(service, network, {
        communicationMethod: 'actual-requests',
        sensingMethod: 'actual-requests',
        sensingClusters,
      })
      return { ...serviceDocument(service, network, actual, unit), exactDeviation: exact.value / actual.value - 1 }
    }),
  }
}

/** Deviations that are worth a line. */
const noticeableDeviation = 0.02

const deviationText = ({ actualRequests, network }: EvaluateDocument): string[] => {
  if (!isFeasible(network))
    return ['BSs are asked for more nulls than they can place: theorems for the mean number of requests don’t apply.']
  if (actualRequests === undefined) return []
  const parts = services.flatMap(({ service }) => {
    const { exactDeviation } = actualRequests[service]
    if (Math.abs(exactDeviation) <= noticeableDeviation) return []
    return [`${(100 * Math.abs(exactDeviation)).toFixed(0)} % ${exactDeviation < 0 ? 'low' : 'high'} in ${service}`]
  })
  return parts.length === 0 ? [] : [`At this load the mean-request theorem is ${parts.join(' and ')}.`]
}

const evaluateText = (document: EvaluateDocument, io: Io): string[] => {
  const { network, communication, sensing, actualRequests } = document
  const methods = {
    communication: communication.method,
    sensing: network.sensingClusterSize > 1 ? `${sensing.method}, ${sensing.sensingClusters}` : sensing.method,
  }
  const { assumptions } = document
  const assumed = assumptions === undefined ? [] : ['', `Assumed besides: ${assumptions.join(', ')}.`]
  const heads = quantityHeads(document.unit)
  const [heading = '', ...rows] = textTable(
    [
      ['', 'method', ...heads],
      ...services.flatMap((definition) => [
        [rowHead(definition), methods[definition.service], ...quantityCells(document[definition.service])],
        ...(actualRequests === undefined
          ? []
          : [['', 'actual requests', ...quantityCells(actualRequests[definition.service])]]),
      ]),
      [
        'sum',
        '',
        ...otherCells(({ quantity }) =>
          summedQuantities
            .filter((row) => row.quantity.quantity === quantity)
            .map(({ member }) => formatValue(document[member]))
            .join(''),
        ),
      ],
    ],
    ['left', 'left', ...heads.map(() => 'right' as const)],
  )
  const columns = services.flatMap((definition) => {
    const { quantities } = document[definition.service]
    return quantities === undefined ? [] : [{ head: rowHead(definition), quantities }]
  })
  return [
    ...describeNetwork(network),
    '',
    bold(heading, io.stdout, io),
    ...rows,
    ...assumed,
    ...deviationText(document).flatMap((line) => ['', line]),
    ...quantityTable('', columns, document.unit, io),
  ]
}
