import { latex } from './pgfplots.js'

interface Point {
  readonly x: number
  readonly y: number
}

/** Marks of one kind; with values they are coloured by them. */
interface PlaneMarks {
  readonly name: string
  /** A mark of pgfplots, such as `triangle*`. */
  readonly mark: string
  readonly points: readonly (Point & { readonly value?: number })[]
}

/** Lines of one kind between two points each. */
interface PlaneLines {
  readonly name: string
  /** Options of pgfplots, such as `dashed, red`. */
  readonly style: string
  readonly lines: readonly { readonly from: Point; readonly to: Point }[]
}

/** Things that lie in a plane, lengths in km. */
export interface Plane {
  /** The quantity of the values, with its unit. */
  readonly values: string
  readonly outlines: readonly (readonly Point[])[]
  readonly lines: readonly PlaneLines[]
  readonly marks: readonly PlaneMarks[]
  readonly view?: { readonly left: number; readonly right: number; readonly bottom: number; readonly top: number }
}

/**
 * A plane as a LaTeX document that compiles on its own (class `standalone`, package `pgfplots`): outlines of cells, lines, and marks, which
 * values colour.
 *
 * @param caption - lines of a comment.
 */
export const planePgfplots = ({ values, outlines, lines, marks, view }: Plane, caption: readonly string[]): string =>
  `${[
    ...caption.map((line) => `% ${line}`),
    '\\documentclass[border=4pt]{standalone}',
    '\\usepackage{pgfplots}',
    '\\pgfplotsset{compat=1.16}',
    '\\begin{document}',
    '\\begin{tikzpicture}',
    '\\begin{axis}[',
    '  axis equal image, width=13cm, xlabel={km}, ylabel={km}, enlargelimits=false,',
    ...(view === undefined ? [] : [`  xmin=${view.left}, xmax=${view.right}, ymin=${view.bottom}, ymax=${view.top},`]),
    `  colormap/viridis, colorbar, colorbar style={ylabel={${latex(values)}}},`,
    '  legend pos=outer north east, legend style={xshift=2cm}, legend cell align=left,',
    ']',
    ...outlines
      .filter((corners) => corners.length > 2)
      .map(
        (corners) =>
          `\\addplot[gray!50, thin, forget plot] coordinates {${[...corners, corners[0]!].map(at).join(' ')}};`,
      ),
    ...lines
      .filter((group) => group.lines.length > 0)
      .flatMap(({ name, style, lines: all }) =>
        all.flatMap(({ from, to }, index) => [
          `\\addplot[${style}${index === 0 ? '' : ', forget plot'}] coordinates {${at(from)} ${at(to)}};`,
          ...(index === 0 ? [`\\addlegendentry{${latex(name)}}`] : []),
        ]),
      ),
    ...marks
      .filter(({ points }) => points.length > 0)
      .flatMap(({ name, mark, points }) => {
        const coloured = points.every(({ value }) => value !== undefined)
        return [
          coloured
            ? `\\addplot[scatter, only marks, mark=${mark}, point meta=explicit] coordinates {`
            : `\\addplot[black, only marks, mark=${mark}] coordinates {`,
          ...points.map((point) => `  ${at(point)}${coloured ? ` [${point.value}]` : ''}`),
          '};',
          `\\addlegendentry{${latex(name)}}`,
        ]
      }),
    '\\end{axis}',
    '\\end{tikzpicture}',
    '\\end{document}',
  ].join('\n')}\n`

const at = ({ x, y }: Point): string => `(${x},${y})`
