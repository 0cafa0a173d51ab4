import {
  communicationAreaSpectralEfficiency,
  communicationMethods,
  communicationRate,
  type Rate,
  sensingAreaSpectralEfficiency,
  sensingMethods,
  sensingRate,
} from '@isacnet/analysis'
import {
  areaSpectralEfficiencyUnit,
  defineNetwork,
  degreesOfFreedom,
  fromNats,
  informationUnits,
  permittedName,
  rateUnit,
  sensingClusterKinds,
} from '@isacnet/model'
import { parameterAssignments } from '../../flags/parameter-assignments.js'
import { UsageError } from '../../process/exit-code.js'
import type { Io } from '../../terminal/io.js'
import { describeNetwork } from '../../terminal/network-description.js'
import { formatError, formatValue } from '../../terminal/number-format.js'
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

  const inUnit = ({ value, errorEstimate }: Rate) => ({
    rate: fromNats(value, unit),
    errorEstimate: fromNats(errorEstimate, unit),
  })
  const { rate: communication, errorEstimate: communicationError } = inUnit(
    communicationRate(network, { method: communicationMethod }),
  )
  const { rate: sensing, errorEstimate: sensingError } = inUnit(
    sensingRate(network, { method: sensingMethod, sensingClusters }),
  )
  const communicationAse = communicationAreaSpectralEfficiency(network, communication)
  const sensingAse = sensingAreaSpectralEfficiency(network, sensing)
  const sumAse = communicationAse + sensingAse

  if (options.json === true) {
    const document = {
      network,
      unit,
      degreesOfFreedom: degreesOfFreedom(network),
      communication: {
        method: communicationMethod,
        rate: communication,
        ase: communicationAse,
        errorEstimate: communicationError,
      },
      sensing: { method: sensingMethod, sensingClusters, rate: sensing, ase: sensingAse, errorEstimate: sensingError },
      sumAse,
    }
    io.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
    return
  }
  const [heading = '', ...rows] = textTable(
    [
      ['', 'method', `rate (${rateUnit(unit)})`, 'error <', `ASE (${areaSpectralEfficiencyUnit(unit)})`],
      [
        'communication, per user',
        communicationMethod,
        formatValue(communication),
        formatError(communicationError),
        formatValue(communicationAse),
      ],
      [
        'sensing, per target',
        network.sensingClusterSize > 1 ? `${sensingMethod}, ${sensingClusters}` : sensingMethod,
        formatValue(sensing),
        formatError(sensingError),
        formatValue(sensingAse),
      ],
      ['sum', '', '', '', formatValue(sumAse)],
    ],
    ['left', 'left', 'right', 'right', 'right'],
  )
  io.stdout.write(`${[...describeNetwork(network), '', bold(heading, io.stdout, io), ...rows].join('\n')}\n`)
}
