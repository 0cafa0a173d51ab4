import type { PanelChart, PanelPoint } from '@isacnet/drawing'
import {
  chosenQuantity,
  type InformationUnit,
  parameterDefinitions,
  type RateQuantity,
  rateQuantities,
  serviceQuantities,
  services,
} from '@isacnet/model'
import type { ResolvedStudy, SweptQuantity } from '@isacnet/scenario'
import type { ResultRow, ResultValue } from './result-row.js'

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
      const value = shown(row)
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

/** A panel, and the value of a row that it shows. */
interface ShownPanel {
  readonly panel: string
  readonly shown: (row: ResultRow) => ResultValue | null
}

/** A panel for each service that has the quantity. */
const panelsOf = (plotted: string, information: InformationUnit): readonly ShownPanel[] => {
  const ofRate = rateQuantities.find(({ quantity }) => quantity === plotted)
  return ofRate === undefined ? chosenPanels(plotted, information) : ratePanels(ofRate, information)
}

const ratePanels = ({ quantity, label, unit }: RateQuantity, information: InformationUnit): readonly ShownPanel[] => {
  const inUnit = unit(information) === '' ? '' : ` (${unit(information)})`
  return services.flatMap((definition) =>
    serviceQuantities
      .filter(({ name }) => name === `${definition.service}-${quantity}`)
      .map(({ member }) => ({ panel: `${label(definition)}${inUnit}`, shown: (row: ResultRow) => row[member] })),
  )
}

const chosenPanels = (plotted: string, information: InformationUnit): readonly ShownPanel[] => {
  const { name, quantity, parameter } = chosenQuantity(plotted)
  const { unit, label } = quantity
  const at = parameter === null ? '' : `, ${name.slice(quantity.quantity.length + 1)}`
  const inUnit = unit(information) === '' ? '' : ` (${unit(information)})`
  return services
    .filter(({ service }) => quantity.services.includes(service))
    .map((definition) => ({
      panel: `${label(definition)}${at}${inUnit}`,
      shown: ({ quantities }: ResultRow) => quantities?.[`${definition.service}-${name}`] ?? null,
    }))
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
