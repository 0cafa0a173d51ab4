import { okabeIto } from '../style/colours.js'
import type { PanelPoint } from './panel-chart.js'

const { blue, vermillion, green, purple, black, orange, skyBlue } = okabeIto
const colours = [blue, vermillion, green, purple, black, orange, skyBlue] as const
const symbols = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star', 'wye'] as const
const dashes = ['', '7 4', '2 3', '10 3 2 3'] as const

/** How members and methods of panels are told apart; looks repeat where there are more than can be told. */
export interface PanelStyle {
  /** In order of appearance. */
  readonly members: readonly string[]
  /** The methods that are drawn as lines, in order of appearance. */
  readonly lineMethods: readonly string[]
  readonly colour: (member: string) => string
  readonly symbol: (member: string) => (typeof symbols)[number]
  /** Lengths of dashes and gaps; empty for a solid line. */
  readonly dashes: (method: string) => string
}

/** The style of a chart's points. */
export const panelStyle = (points: readonly PanelPoint[]): PanelStyle => {
  const members = [...new Set(points.map(({ member }) => member))]
  const lineMethods = [...new Set(points.filter(({ simulated }) => !simulated).map(({ method }) => method))]
  return {
    members,
    lineMethods,
    colour: (member) => colours[members.indexOf(member) % colours.length]!,
    symbol: (member) => symbols[members.indexOf(member) % symbols.length]!,
    dashes: (method) => dashes[Math.max(0, lineMethods.indexOf(method)) % dashes.length]!,
  }
}
