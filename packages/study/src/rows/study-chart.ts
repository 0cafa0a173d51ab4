import type { PanelChart, PanelPoint } from '@isacnet/drawing'
import {
  type InformationUnit,
  parameterDefinitions,
  type QuantityMember,
  quantityOf,
  serviceQuantities,
  services,
} from '@isacnet/model'
import type { PlottedQuantity, ResolvedStudy, SweptQuantity } from '@isacnet/scenario'
import type { ResultRow } from './result-row.js'

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
    panels: panelsOf(plotted, unit).map(({ panel }) => panel),
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
  const panels = panelsOf(study.outputs.plotted, study.outputs.unit)
  return rows.flatMap((row) =>
    panels.flatMap(({ panel, shown }) => {
      const value = row[shown]
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
          panel,
          method: row.computation,
          member,
          simulated: row.kind === 'simulation',
        },
      ]
    }),
  )
}

/** The name of a panel for each service that has the quantity, and the member of a row that it shows. */
const panelsOf = (
  plotted: PlottedQuantity,
  information: InformationUnit,
): readonly { readonly panel: string; readonly shown: QuantityMember }[] => {
  const { label, unit } = quantityOf(plotted)
  const inUnit = unit(information) === '' ? '' : ` (${unit(information)})`
  return services.flatMap((definition) =>
    serviceQuantities
      .filter(({ name }) => name === `${definition.service}-${plotted}`)
      .map(({ member }) => ({ panel: `${label(definition)}${inUnit}`, shown: member })),
  )
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
