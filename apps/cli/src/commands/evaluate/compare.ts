import { ratesByMethod } from '@isacnet/analysis'
import {
  byService,
  degreesOfFreedom,
  type InformationUnit,
  type Network,
  type SensingClusters,
  type Service,
  services,
} from '@isacnet/model'
import { type ServiceDocument, serviceDocument } from '../../documents/service-document.js'
import type { Io } from '../../terminal/io.js'
import { describeNetwork } from '../../terminal/network-description.js'
import { formatDeviation } from '../../terminal/number-format.js'
import { otherCells, quantityCells, quantityHeads, rowHead } from '../../terminal/quantity-columns.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'

/** One method's result, or why it has none. */
type Comparison = { readonly method: string; readonly sensingClusters?: SensingClusters } & (
  | (ServiceDocument & {
      /** Of the rate from the exact one of the same clusters, relative. */
      readonly deviation: number
    })
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
  // Clusters are those of sensing.
  const settings = { communication: [{}], sensing: clusterKinds.map((sensingClusters) => ({ sensingClusters })) }
  const comparisons = byService(({ service }) =>
    settings[service].flatMap((setting) => compared(service, network, setting, unit)),
  )
  if (json === true) {
    const document = { network, unit, degreesOfFreedom: degreesOfFreedom(network), ...comparisons }
    io.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
    return
  }
  const lines = describeNetwork(network)
  for (const definition of services) {
    const [heading = '', ...rows] = table(rowHead(definition), comparisons[definition.service], unit)
    lines.push('', bold(heading, io.stdout, io), ...rows)
  }
  io.stdout.write(`${lines.join('\n')}\n`)
}

/** The first method is the exact one, which the others are compared with. */
const compared = (
  service: Service,
  network: Network,
  setting: { readonly sensingClusters?: SensingClusters },
  unit: InformationUnit,
): Comparison[] => {
  const found = ratesByMethod(service, network, setting)
  const exact = found[0] !== undefined && 'rate' in found[0] ? found[0].rate.value : Number.NaN
  return found.map((result) => {
    const subject = { method: result.method, ...setting }
    if ('notApplicable' in result) return { ...subject, notApplicable: result.notApplicable.message }
    return {
      ...subject,
      ...serviceDocument(service, network, result.rate, unit),
      deviation: result.rate.value / exact - 1,
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
          ...quantityCells(comparison),
          comparison.method === 'exact' ? '' : formatDeviation(comparison.deviation),
        ]
      : [method, ...otherCells(() => '—'), '']
  })
  const header = [of, ...quantityHeads(unit), 'from exact']
  const lines = textTable(
    [header, ...rows],
    header.map((_, column) => (column === 0 ? 'left' : 'right')),
  )
  const reasons = comparisons.flatMap((comparison) => ('notApplicable' in comparison ? [comparison.notApplicable] : []))
  return [...lines, ...[...new Set(reasons)].map((reason) => `— ${reason}`)]
}
