import type { ChartTheme } from '../charts/chart-theme.js'
import type { LineChart } from '../charts/chart-types.js'

/** A whole number that a reader moves. */
interface Slider<Name extends string> {
  readonly name: Name
  readonly label: string
  readonly symbol: string
  readonly least: number
  readonly greatest: number
  /** That of the paragraph whose statement can be moved. */
  readonly initial: number
}

/** The answer of a figure to the values of its sliders. */
interface Shown {
  /** The statement, with its numbers, in words. */
  readonly statement: string
  readonly chart: LineChart
}

/** A statement of the guide that a reader can move: sliders, and what follows from their values. */
export interface LiveFigure<Name extends string = string> {
  readonly sliders: readonly Slider<Name>[]
  /** The view of the explorer that goes on from here. */
  readonly view: 'curves' | 'distribution'
  show(values: Readonly<Record<Name, number>>, theme: ChartTheme): Shown
}

/** The values of the paragraph. */
export const initialValues = <Name extends string>({ sliders }: LiveFigure<Name>): Record<Name, number> =>
  Object.fromEntries(sliders.map(({ name, initial }) => [name, initial])) as Record<Name, number>

/** The part of the explorer’s address that says the network of a figure; sliders are called by the symbols of parameters. */
export const explorerQuery = <Name extends string>(
  { sliders, view }: LiveFigure<Name>,
  values: Readonly<Record<Name, number>>,
): string => `?${sliders.map(({ name, symbol }) => `${symbol}=${values[name]}&`).join('')}J=1&Q=1&view=${view}`
