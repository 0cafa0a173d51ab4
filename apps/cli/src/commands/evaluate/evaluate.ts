import { communicationMethods, sensingMethods, serviceQuantities, serviceRate } from '@isacnet/analysis'
import {
  byService,
  defineNetwork,
  degreesOfFreedom,
  informationUnits,
  permittedName,
  sensingClusterKinds,
  services,
} from '@isacnet/model'
import { serviceDocument } from '../../documents/service-document.js'
import { parameterAssignments } from '../../flags/parameter-assignments.js'
import { UsageError } from '../../process/exit-code.js'
import type { Io } from '../../terminal/io.js'
import { describeNetwork } from '../../terminal/network-description.js'
import { formatValue } from '../../terminal/number-format.js'
import { otherCells, quantityCells, quantityHeads, rowHead } from '../../terminal/quantity-columns.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import { compare } from './compare.js'

export interface EvaluateOptions {
  readonly set?: readonly string[]
  readonly communicationMethod?: string
  readonly sensingMethod?: string
  readonly sensingClusters?: string
  readonly unit: string
  readonly compare?: boolean
  readonly json?: boolean
}

/** `isacnet evaluate`. */
export const evaluate = (options: EvaluateOptions, io: Io): void => {
  const unit = permittedName('unit', options.unit, informationUnits)
  const communicationMethod = permittedName(
    'communication method',
    options.communicationMethod ?? 'exact',
    communicationMethods,
  )
  const sensingMethod = permittedName('sensing method', options.sensingMethod ?? 'exact', sensingMethods)
  const sensingClusters = permittedName(
    'kind of sensing clusters',
    options.sensingClusters ?? 'bs-centric',
    sensingClusterKinds,
  )
  const network = defineNetwork(parameterAssignments(options.set ?? []))
  if (options.compare === true) {
    for (const [flag, value] of [
      ['--communication-method', options.communicationMethod],
      ['--sensing-method', options.sensingMethod],
    ])
      if (value !== undefined) throw new UsageError(`${flag} must be left out with --compare, got ‘${value}’`)
    compare(
      network,
      options.sensingClusters === undefined ? sensingClusterKinds : [sensingClusters],
      unit,
      options.json,
      io,
    )
    return
  }

  const methods = { communicationMethod, sensingMethod, sensingClusters }
  const achieved = byService(({ service }) =>
    serviceDocument(service, network, serviceRate(service, network, methods), unit),
  )
  const sums = serviceQuantities
    .filter(({ services: added }) => added.length > 1)
    .map(({ member, quantity: { quantity }, services: added }) => ({
      member,
      quantity,
      sum: added.reduce((sum, service) => sum + achieved[service][quantity], 0),
    }))

  if (options.json === true) {
    const document = {
      network,
      unit,
      degreesOfFreedom: degreesOfFreedom(network),
      communication: { method: communicationMethod, ...achieved.communication },
      sensing: { method: sensingMethod, sensingClusters, ...achieved.sensing },
      ...Object.fromEntries(sums.map(({ member, sum }) => [member, sum])),
    }
    io.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
    return
  }
  const shownMethods = {
    communication: communicationMethod,
    sensing: network.sensingClusterSize > 1 ? `${sensingMethod}, ${sensingClusters}` : sensingMethod,
  }
  const heads = quantityHeads(unit)
  const [heading = '', ...rows] = textTable(
    [
      ['', 'method', ...heads],
      ...services.map((definition) => [
        rowHead(definition),
        shownMethods[definition.service],
        ...quantityCells(achieved[definition.service]),
      ]),
      [
        'sum',
        '',
        ...otherCells(({ quantity }) =>
          sums
            .filter((row) => row.quantity === quantity)
            .map(({ sum }) => formatValue(sum))
            .join(''),
        ),
      ],
    ],
    ['left', 'left', ...heads.map(() => 'right' as const)],
  )
  io.stdout.write(`${[...describeNetwork(network), '', bold(heading, io.stdout, io), ...rows].join('\n')}\n`)
}
