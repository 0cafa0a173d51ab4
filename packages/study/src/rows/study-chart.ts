import { type PanelChart, type PanelPoint, quantityUnit } from '@isacnet/drawing'
import type { InformationUnit } from '@isacnet/model'
import { parameterDefinitions } from '@isacnet/model'
import type { ResolvedStudy, SweptQuantity } from '@isacnet/scenario'
import type { ResultRow } from './result-row.js'

const services = ['communication', 'sensing'] as const
type Service = (typeof services)[number]

/** Whether there is something to plot: one or two axes, each with values. */
export const isPlottable = ({ axes }: ResolvedStudy): boolean =>
  (axes.length === 1 || axes.length === 2) && axes.every(({ quantities }) => quantities.length > 0)

/**
 * A study as a chart: communication on the left, sensing on the right, over the axis with more values; the values of the other axis
 * are the members, or the computations where there is none.
 */
export const studyChart = (study: ResolvedStudy, rows: readonly ResultRow[]): PanelChart => {
  const abscissa = study.axes[longestAxis(study)]!.quantities[0]!
  const { plotted, unit } = study.outputs
  return {
    title: study.title === '' ? 'Study' : study.title,
    x: { label: axisLabel(abscissa), values: abscissa.values },
    panels: services.map((service) => panelName(service, plotted, unit)),
    points: pointsOf(study, rows),
    confidence: rows.find(({ confidence }) => confidence !== null)?.confidence ?? 0.95,
  }
}

/** The axis with more values is the horizontal one. */
const longestAxis = ({ axes }: ResolvedStudy): number => {
  const lengths = axes.map(({ quantities }) => quantities[0]!.values.length)
  return lengths.length === 2 && lengths[1]! > lengths[0]! ? 1 : 0
}

const pointsOf = (study: ResolvedStudy, rows: readonly ResultRow[]): PanelPoint[] => {
  const axis = longestAxis(study)
  const abscissa = study.axes[axis]!.quantities[0]!
  const family = study.axes[1 - axis]?.quantities[0]
  const { unit, plotted } = study.outputs
  return rows.flatMap((row) =>
    services.flatMap((service) => {
      const value = row[`${service}${plotted === 'ase' ? 'Ase' : 'Rate'}`]
      const x = row.coordinates[abscissa.name]
      if (value === null || x === undefined) return []
      const member =
        family === undefined
          ? row.computation
          : `${shortName(family)} = ${row.coordinates[family.name]}${withBlank(family.unit)}`
      return [
        {
          x,
          y: value.value,
          lower: value.interval?.[0] ?? value.value,
          upper: value.interval?.[1] ?? value.value,
          panel: panelName(service, plotted, unit),
          method: row.computation,
          member,
          simulated: row.kind === 'simulation',
        },
      ]
    }),
  )
}

const panelName = (service: Service, plotted: 'rate' | 'ase', unit: InformationUnit): string => {
  const name =
    plotted === 'ase' ? `ASE of ${service}` : service === 'communication' ? 'rate of a user' : 'rate of a target'
  return `${name} (${quantityUnit(`${service}-${plotted}`, unit)})`
}

const shortName = ({ name }: SweptQuantity): string =>
  parameterDefinitions.find((definition) => definition.name === name)?.symbol ?? name

const axisLabel = (quantity: SweptQuantity): string => {
  const definition = parameterDefinitions.find(({ name }) => name === quantity.name)
  const unit = quantity.unit === '' ? (definition?.unit ?? '') : quantity.unit
  const label = definition === undefined ? quantity.name : `${definition.meaning}, ${definition.symbol}`
  return unit === '' ? label : `${label} (${unit})`
}

const withBlank = (unit: string): string => (unit === '' ? '' : ` ${unit}`)
