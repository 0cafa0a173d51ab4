import type { ChartTheme } from '../../charts/chart-theme.js'

/** A colour of the theme that tells curves apart. */
type CurveColour = Exclude<keyof ChartTheme, 'grid' | 'background'>

/** How a curve is drawn: a colour of the theme, lengths of dashes and gaps, a width. */
export interface CurveLook {
  readonly colour: CurveColour
  readonly dashes: readonly number[]
  readonly width: number
}

/** The looks of methods by their places: solid for the exact one only. */
const looks: readonly CurveLook[] = [
  { colour: 'blue', dashes: [], width: 2.2 },
  { colour: 'vermillion', dashes: [7, 4], width: 1.7 },
  { colour: 'green', dashes: [2, 3], width: 1.9 },
  { colour: 'purple', dashes: [8, 3, 2, 3], width: 1.7 },
  { colour: 'orange', dashes: [12, 3], width: 1.7 },
]

const memberColours: readonly CurveColour[] = [
  'blue',
  'vermillion',
  'green',
  'purple',
  'orange',
  'brown',
  'sky',
  'ink',
  'faint',
]

/** The look of a curve by the place of its method: solid for the exact one only. */
export const curveLook = (place: number): CurveLook => looks[place % looks.length]!

/** The colour of a member, where there are several. */
export const memberColour = (member: number): CurveColour => memberColours[member % memberColours.length]!
