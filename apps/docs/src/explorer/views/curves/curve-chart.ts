import {
  type InformationUnit,
  inUnit,
  type ParameterDefinition,
  quantityOf,
  type RateQuantityName,
  services,
  serviceValues,
} from '@isacnet/model'
import type { ChartTheme } from '../../../charts/chart-theme.js'
import type { LineChart } from '../../../charts/chart-types.js'
import { symbolRuns } from '../../../charts/element.js'
import { axisShades, worthShowing } from '../../state/curves/axis-shades.js'
import { type CurveMember, curveMembers } from '../../state/curves/curve-members.js'
import type { ExplorerState } from '../../state/explorer-state.js'
import { definitionOf } from '../../state/parameters/explorer-parameters.js'
import { shownAxis } from '../../state/parameters/parameter-range.js'
import type { MarksPart, SimulatedMark } from '../../workers/simulation/marks-worker.js'
import type { SweepPoint } from '../../workers/theorems/sweep.js'
import { memberColour } from '../curve-look.js'
import { quantityUnit } from '../quantity-unit.js'
import type { CurveQuantity } from './curve-quantities.js'
import { methodCurves } from './method-curves.js'

/** The content of curves: a state, and the points that answer it. */
export interface DrawnCurves {
  /** The state that was asked. */
  readonly asked: ExplorerState
  readonly points: readonly (readonly SweepPoint[])[]
  readonly marks: MarksPart['marks']
}

/** The chart of a quantity. The unit, the place on the axis and how it is scaled are those of the state now. */
export const curveChart = (
  { symbol, title, service, value }: CurveQuantity,
  { asked, points, marks }: DrawnCurves,
  { unit, values, yScale }: ExplorerState,
  theme: ChartTheme,
  chartWidth: number,
): LineChart => {
  const definition = definitionOf(asked.axis)
  const axis = shownAxis(asked.axis, asked.range, asked.xScale)
  const members = curveMembers(asked)
  const shades = axisShades(members, asked.axis, axis.values, !asked.hiddenMethods.includes('actual-requests'))
  return {
    title,
    xLabel: axisLabel(definition, chartWidth),
    yLabel:
      typeof value === 'string'
        ? [...symbolRuns(symbol), inBrackets(quantityUnit(value, unit))]
        : [
            value.quantity.term(services.find((candidate) => candidate.service === service)!),
            inBrackets(value.quantity.unit(unit)),
          ],
    xDomain: asked.range === null ? worthShowing(axis, axis.values, shades, values[asked.axis]) : [axis.from, axis.to],
    xScale: axis.scale,
    yScale,
    integerX: definition.integer,
    fromZero: true,
    shades,
    lines: methodCurves(members, points, service, value, unit).map(({ name, look, points: its }) => ({
      name,
      colour: theme[look.colour],
      dashes: look.dashes,
      width: look.width,
      marked: definition.integer && axis.values.length <= 24,
      points: its,
    })),
    intervals:
      typeof value === 'string'
        ? members.map((member, index) => ({
            name: [member.name, 'simulated'].filter((part) => part !== '').join(' · '),
            colour: members.length > 1 ? theme[memberColour(index)] : theme.ink,
            points: (marks[index]?.[service] ?? []).map((mark) => markOf(mark, value, member, asked, service, unit)),
          }))
        : [],
    rule: values[asked.axis],
    empty:
      points.every((its) => its.every(({ communication, sensing }) => communication.length + sensing.length === 0)) &&
      points.some(({ length }) => length > 0)
        ? 'No method is shown: choose one in the legend.'
        : 'No value of this axis makes a network.',
  }
}

const markOf = (
  { x, mean, low, high }: SimulatedMark,
  value: RateQuantityName,
  member: CurveMember,
  { axis }: ExplorerState,
  service: CurveQuantity['service'],
  unit: InformationUnit,
): { x: number; y: number; low: number; high: number } => {
  const network = { ...member.values, [axis]: x }
  const of = (rate: number): number =>
    inUnit(quantityOf(value), serviceValues(service, network, rate, 'nats')[value], unit)
  return { x, y: of(mean), low: of(low), high: of(high) }
}

/** The symbol, what it means if there is room, and the unit. */
const axisLabel = ({ symbol, meaning, unit }: ParameterDefinition, width: number): (string | SVGTSpanElement)[] => [
  ...(meaning.length * 6.4 < width - 110 ? [`${meaning}, `] : []),
  ...symbolRuns(symbol),
  inBrackets(unit),
]

const inBrackets = (unit: string): string => (unit === '' ? '' : ` (${unit})`)
