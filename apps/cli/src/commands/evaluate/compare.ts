import { methodOf, ratesByMethod } from '@isacnet/analysis'
import {
  degreesOfFreedom,
  type InformationUnit,
  type Network,
  type SensingClusters,
  type Service,
  services,
} from '@isacnet/model'
import { documentJson } from '../../documents/document-json.js'
import { chosenDocument, serviceDocument } from '../../documents/service-document.js'
import type { Io } from '../../terminal/io.js'
import { describeNetwork } from '../../terminal/network-description.js'
import { formatDeviation } from '../../terminal/number-format.js'
import { otherCells, quantityCells, quantityHeads, quantityTable, rowHead } from '../../terminal/quantity-columns.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import type { CompareDocument } from './compare-schema.js'

/** A method's result, or why it has none. */
type Comparison = CompareDocument[Service][number]

/** `isacnet evaluate --compare`: every method with its deviation from the exact one. */
export const compare = (
  network: Network,
  clusterKinds: readonly SensingClusters[],
  quantities: readonly string[],
  unit: InformationUnit,
  json: boolean | undefined,
  io: Io,
): void => {
  const document = compareDocument(network, clusterKinds, quantities, unit)
  io.stdout.write(json === true ? documentJson(document) : `${compareText(document, io).join('\n')}\n`)
}

const compareDocument = (
  network: Network,
  clusterKinds: readonly SensingClusters[],
  quantities: readonly string[],
  unit: InformationUnit,
): CompareDocument => {
  return {
    network,
    unit,
    degreesOfFreedom: degreesOfFreedom(network),
    communication: compared('communication', network, {}, quantities, unit),
    sensing: clusterKinds.flatMap((sensingClusters) =>
      compared('sensing', network, { sensingClusters }, quantities, unit),
    ),
  }
}

const compareText = (document: CompareDocument, io: Io): string[] => {
  const lines = describeNetwork(document.network)
  for (const definition of services) {
    const [heading = '', ...rows] = table(rowHead(definition), document[definition.service], document.unit)
    lines.push('', bold(heading, io.stdout, io), ...rows)
  }
  return [...lines, ...chosenText(document, io)]
}

/** The first method is the exact one, which the others are compared with; the next that has a rate where it has none. */
const compared = <Of extends Service>(
  service: Of,
  network: Network,
  setting: { readonly sensingClusters?: SensingClusters },
  quantities: readonly string[],
  unit: InformationUnit,
): CompareDocument[Of] => {
  const found = ratesByMethod(service, network, setting)
  const reference = found.find((result) => 'rate' in result)
  const exact = reference !== undefined && 'rate' in reference ? reference.rate.value : Number.NaN
  const comparisons = found.map((result) => {
    const subject = { method: result.method, ...setting }
    if ('notApplicable' in result) return { ...subject, notApplicable: result.notApplicable.message }
    return {
      ...subject,
      ...serviceDocument(service, network, result.rate, unit),
      ...chosenDocument(service, network, { ...setting, ...methodOf(service, result), quantities }, unit),
      deviation: result.rate.value / exact - 1,
    }
  })
  // The methods are those of the service, which their type doesn't say.
  return comparisons as readonly unknown[] as CompareDocument[Of]
}

/** A table of the chosen quantities of each service, by its methods. */
const chosenText = (document: CompareDocument, io: Io): string[] =>
  services.flatMap((definition) => {
    const columns = document[definition.service].flatMap((row: Comparison) =>
      'rate' in row && row.quantities !== undefined ? [{ head: methodText(row), quantities: row.quantities }] : [],
    )
    return quantityTable(rowHead(definition), columns, document.unit, io)
  })

const methodText = (row: Comparison): string =>
  'sensingClusters' in row ? `${row.method}, ${row.sensingClusters}` : row.method

const table = (of: string, comparisons: readonly Comparison[], unit: InformationUnit): string[] => {
  const reference = comparisons.find((comparison) => 'rate' in comparison)?.method
  const rows = comparisons.map((comparison) => {
    const method = methodText(comparison)
    return 'rate' in comparison
      ? [
          method,
          ...quantityCells(comparison),
          comparison.method === reference ? '' : formatDeviation(comparison.deviation),
        ]
      : [method, ...otherCells(() => '—'), '']
  })
  const header = [of, ...quantityHeads(unit), `from ${reference ?? 'exact'}`]
  const lines = textTable(
    [header, ...rows],
    header.map((_, column) => (column === 0 ? 'left' : 'right')),
  )
  const reasons = comparisons.flatMap((comparison) => ('notApplicable' in comparison ? [comparison.notApplicable] : []))
  return [...lines, ...[...new Set(reasons)].map((reason) => `— ${reason}`)]
}
