import { type Estimate, lowLoadCommunication } from '@isacnet/analysis'
import {
  areaSpectralEfficiencyUnit,
  degreesOfFreedom,
  fromNats,
  type InformationUnit,
  type Network,
  rateUnit,
} from '@isacnet/model'
import { documentJson } from '../../documents/document-json.js'
import { formatShare, formatWithError } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { describeNetwork } from '../../terminal/network-description.js'
import { formatValue } from '../../terminal/number-format.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import type { LoadDocument } from './load-schema.js'

const noSensing = 'no theorem for finite densities: use simulate --fidelity channel'

/** `isacnet evaluate` where users or targets are a Poisson process. */
export const evaluateLoad = (network: Network, unit: InformationUnit, json: boolean | undefined, io: Io): void => {
  const document = loadDocument(network, unit)
  io.stdout.write(json === true ? documentJson(document) : `${loadText(document, io).join('\n')}\n`)
}

const loadDocument = (network: Network, unit: InformationUnit): LoadDocument => {
  const { rate, servedUserRate, ase, servedShare, servedUsers, activeShare } = lowLoadCommunication(network)
  const inUnit = ({ value, errorEstimate }: Estimate): Estimate => ({
    value: fromNats(value, unit),
    errorEstimate: fromNats(errorEstimate, unit),
  })
  return {
    network,
    unit,
    degreesOfFreedom: degreesOfFreedom(network),
    communication: {
      method: 'low-load',
      rate: inUnit(rate),
      servedUserRate: inUnit(servedUserRate),
      ase: inUnit(ase),
      servedShare,
      servedUsers,
    },
    sensing: { notApplicable: noSensing },
    activeShare,
  }
}

const loadText = ({ network, unit, communication, sensing, activeShare }: LoadDocument, io: Io): string[] => {
  const { rate, servedUserRate, ase, servedShare, servedUsers } = communication
  const row = (name: string, { value, errorEstimate }: Estimate, inUnit: string): string[] => [
    name,
    ...formatWithError(value, errorEstimate),
    inUnit,
  ]
  const [heading = '', ...rows] = textTable(
    [
      ['communication, L = 1', 'low-load', '± at most', ''],
      row('R_c of a typical user while served', rate, rateUnit(unit)),
      row('rate of those served at a time', servedUserRate, rateUnit(unit)),
      row('T_c of all users', ase, areaSpectralEfficiencyUnit(unit)),
    ],
    ['left', 'right', 'right', 'left'],
  )
  const served =
    network.userDensity === undefined
      ? 'every station serves K users'
      : `a user is served ${formatShare(servedShare, 4)} of the time; a station serves ${formatValue(servedUsers)} users on average`
  const idle =
    network.targetDensity === undefined
      ? ', because targets are everywhere: one without users sends one stream (targetDensity=0: no targets)'
      : ''
  return [
    ...describeNetwork(network),
    '',
    bold(heading, io.stdout, io),
    ...rows,
    '',
    ...textTable(
      [
        ['served', served],
        ['active', `${formatShare(activeShare, 4)} of the stations${idle}`],
        ['sensing', sensing.notApplicable],
      ],
      ['left', 'left'],
    ),
  ]
}
