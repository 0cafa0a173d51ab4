import {
  communicationAreaSpectralEfficiency,
  communicationMethods,
  communicationRate,
  MethodNotApplicableError,
  type Rate,
  sensingAreaSpectralEfficiency,
  sensingMethods,
  sensingRate,
} from '@isacnet/analysis'
import {
  areaSpectralEfficiencyUnit,
  degreesOfFreedom,
  fromNats,
  type InformationUnit,
  type Network,
  rateUnit,
  type SensingClusters,
} from '@isacnet/model'
import type { Io } from '../../terminal/io.js'
import { describeNetwork } from '../../terminal/network-description.js'
import { formatDeviation, formatError, formatValue } from '../../terminal/number-format.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'

/** One method's result, or why it has none. */
type Comparison = { readonly method: string; readonly sensingClusters?: SensingClusters } & (
  | {
      readonly rate: number
      readonly ase: number
      readonly errorEstimate: number
      /** Of the rate from the exact one of the same clusters, relative. */
      readonly deviation: number
    }
  | { readonly notApplicable: string }
)

/** `isacnet evaluate --compare`: every method with its deviation from the exact one. */
export const compare = (
  network: Network,
  clusterKinds: readonly SensingClusters[],
  unit: InformationUnit,
  json: boolean | undefined,
  io: Io,
): void => {
  const communication = compared(
    communicationMethods.map((method) => ({ method })),
    (method) => communicationRate(network, { method }),
    (rate) => communicationAreaSpectralEfficiency(network, rate),
    unit,
  )
  const sensing = clusterKinds.flatMap((sensingClusters) =>
    compared(
      sensingMethods.map((method) => ({ method, sensingClusters })),
      (method) => sensingRate(network, { method, sensingClusters }),
      (rate) => sensingAreaSpectralEfficiency(network, rate),
      unit,
    ),
  )
  if (json === true) {
    const document = { network, unit, degreesOfFreedom: degreesOfFreedom(network), communication, sensing }
    io.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
    return
  }
  const lines = describeNetwork(network)
  for (const [of, comparisons] of [
    ['communication, per user', communication],
    ['sensing, per target', sensing],
  ] as const) {
    const [heading = '', ...rows] = table(of, comparisons, unit)
    lines.push('', bold(heading, io.stdout, io), ...rows)
  }
  io.stdout.write(`${lines.join('\n')}\n`)
}

/** The first method is the exact one, which the others are compared with. */
const compared = <Method extends string>(
  subjects: readonly { readonly method: Method; readonly sensingClusters?: SensingClusters }[],
  rateBy: (method: Method) => Rate,
  ase: (rate: number) => number,
  unit: InformationUnit,
): Comparison[] => {
  let exact = Number.NaN
  return subjects.map((subject) => {
    try {
      const { value, errorEstimate } = rateBy(subject.method)
      if (subject.method === 'exact') exact = value
      const rate = fromNats(value, unit)
      return {
        ...subject,
        rate,
        ase: ase(rate),
        errorEstimate: fromNats(errorEstimate, unit),
        deviation: value / exact - 1,
      }
    } catch (error) {
      if (!(error instanceof MethodNotApplicableError)) throw error
      return { ...subject, notApplicable: error.message }
    }
  })
}

const table = (of: string, comparisons: readonly Comparison[], unit: InformationUnit): string[] => {
  const rows = comparisons.map((comparison) => {
    const method =
      comparison.sensingClusters === undefined
        ? comparison.method
        : `${comparison.method}, ${comparison.sensingClusters}`
    return 'rate' in comparison
      ? [
          method,
          formatValue(comparison.rate),
          formatError(comparison.errorEstimate),
          formatValue(comparison.ase),
          comparison.method === 'exact' ? '' : formatDeviation(comparison.deviation),
        ]
      : [method, '—', '', '—', '']
  })
  const header = [of, `rate (${rateUnit(unit)})`, 'error <', `ASE (${areaSpectralEfficiencyUnit(unit)})`, 'from exact']
  const lines = textTable([header, ...rows], ['left', 'right', 'right', 'right', 'right'])
  const reasons = comparisons.flatMap((comparison) => ('notApplicable' in comparison ? [comparison.notApplicable] : []))
  return [...lines, ...[...new Set(reasons)].map((reason) => `— ${reason}`)]
}
