import { regionDrawing, renderRegion } from '@isacnet/drawing'
import { chosenServiceQuantity, isServiceQuantityName, permittedName, quantityOf, quantitySymbol } from '@isacnet/model'
import {
  type AchievableRegion,
  type AllocationPerformance,
  type RegionPlane,
  regionMetrics,
  regionPoint,
} from '@isacnet/optimization'
import { documentJson } from '../../documents/document-json.js'
import { describeMethods, searched } from '../../engine/allocation-search.js'
import { isPicture, openOutputs, outputsOfKinds, pictureContent, writeOutputs } from '../../files/output-files.js'
import { type AllocationChoice, type AllocationFlags, allocationChoice } from '../../flags/allocation-flags.js'
import type { Checkpoint, CommandRun } from '../../process/command-run.js'
import { UsageError } from '../../process/exit-code.js'
import { formatCount } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { nameFiles, narration } from '../../terminal/narration.js'
import { describeSite } from '../../terminal/network-description.js'
import { formatDeviation, formatValue } from '../../terminal/number-format.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import { regionCsv } from './region-csv.js'
import { regionDocument } from './region-document.js'
import type { RegionDocument, RegionPointDocument } from './region-schema.js'

export interface RegionOptions extends AllocationFlags {
  readonly metric?: string
  readonly plane?: string
  readonly achievable?: boolean
  readonly out?: readonly string[]
  readonly json?: boolean
}

export { regionMetrics }

const fileKinds = ['.svg', '.png', '.csv', '.json'] as const

/** `isacnet region`. */
export const region = async (options: RegionOptions, run: CommandRun, io: Io): Promise<void> => {
  const plane = options.plane === undefined ? undefined : planeOfFlag(options.plane)
  if (plane !== undefined && options.metric !== undefined)
    throw new UsageError(`--metric must be left out with --plane, got ‘${options.metric}’`)
  const metric = permittedName('metric', options.metric ?? 'ase', regionMetrics)
  const choice = allocationChoice(options)
  const named = outputsOfKinds(options.out, fileKinds)
  const { checkpoint } = run
  await checkpoint()
  const outputs = openOutputs(named, run)
  const computed = await searched(
    choice.search.region({ metric, ...(plane === undefined ? {} : { plane }) }),
    choice,
    checkpoint,
    io,
  )
  const pictured = outputs.some(isPicture)
  const all = options.achievable === true || pictured ? await everyPoint(choice, plane ?? [], checkpoint, io) : []
  const document = regionDocument(computed, choice, options.achievable === true ? all : undefined)
  const svg = pictured ? await picture(computed, all, choice) : ''
  await writeOutputs(outputs, run, (kind) => contentOf(kind, document, svg))
  if (options.json === true) io.stdout.write(documentJson(document))
  else {
    io.stdout.write(`${regionText(document, choice, io).join('\n')}\n`)
    nameFiles(
      outputs.map(({ path }) => path),
      io,
    )
  }
}

const planeOfFlag = (text: string): RegionPlane => {
  const [x, y, ...rest] = text.split(',').map((name) => name.trim())
  if (x === undefined || y === undefined || rest.length > 0)
    throw new UsageError(`--plane must be two quantities with a comma between them, got ‘${text}’`)
  return [canonical(x), canonical(y)]
}

const canonical = (name: string): string => (isServiceQuantityName(name) ? name : chosenServiceQuantity(name).name)

/** Every achievable point, in pieces between which signals arrive. */
const everyPoint = async (
  { search }: AllocationChoice,
  plane: readonly string[],
  checkpoint: Checkpoint,
  io: Io,
): Promise<AllocationPerformance[]> => {
  const progress = narration(io)
  const points: AllocationPerformance[] = []
  try {
    for (const point of search.points(plane.filter((name) => !isServiceQuantityName(name)))) {
      if (points.push(point) % 100 !== 0) continue
      progress.show(`${formatCount(points.length)} achievable points`)
      await checkpoint()
    }
  } finally {
    progress.clear()
  }
  return points
}

const picture = async (
  computed: AchievableRegion,
  all: readonly AllocationPerformance[],
  { network, constraints, unit }: AllocationChoice,
): Promise<string> => {
  const { minCommunicationClusterSize: L, minSensingClusterSize: Q } = constraints
  const title = [
    `Region at $M_t=${network.transmitAntennas}$, $J_{\\mathrm{max}}=${network.maxTargetsPerCell}$`,
    ...(network.pathLossExponent === 4 ? [] : [`$\\alpha=${network.pathLossExponent}$`]),
    ...(L > 1 ? [`$L\\ge${L}$`] : []),
    ...(Q > 1 ? [`$Q\\ge${Q}$`] : []),
  ].join(', ')
  const drawing = regionDrawing(computed, {
    title,
    unit,
    achievable: all.map((performance) => regionPoint(performance, computed.metric, computed.plane)),
  })
  return renderRegion(drawing)
}

const contentOf = (
  kind: (typeof fileKinds)[number],
  document: RegionDocument,
  svg: string,
): string | Promise<string | Uint8Array> => {
  switch (kind) {
    case '.svg':
    case '.png':
      return pictureContent(kind, svg)
    case '.csv':
      return regionCsv(document)
    case '.json':
      return documentJson(document)
  }
}

const regionText = (document: RegionDocument, choice: AllocationChoice, io: Io): string[] => {
  const { points, corners, gains, hull, metric, plane, unit, examined, pruned } = document
  const communication = plane?.x ?? quantitySymbol(metric, 'communication')
  const sensing = plane?.y ?? quantitySymbol(metric, 'sensing')
  const row = (label: string, { allocation, ...point }: RegionPointDocument): string[] => [
    label,
    ...[
      allocation.usersPerCell,
      allocation.communicationClusterSize,
      allocation.targetsPerCell,
      allocation.sensingClusterSize,
      point.degreesOfFreedomLeft,
    ].map(String),
    ...[point.point.communication, point.point.sensing].map(formatValue),
    formatDeviation(point.gainAtEqualCommunication),
    formatDeviation(point.gainAtEqualSensing),
  ]
  const label = (point: RegionPointDocument): string =>
    [
      ...(point === corners.communicationOptimal ? ['communication-optimal'] : []),
      ...(point === corners.sensingOptimal ? ['sensing-optimal'] : []),
      ...(point.onHull && point !== corners.communicationOptimal && point !== corners.sensingOptimal ? ['hull'] : []),
      ...(point.ties.length > 0 ? [`+${point.ties.length} ties`] : []),
    ].join(', ')
  const [heading = '', ...rows] = textTable(
    [
      ['', 'K', 'L', 'J', 'Q', 'left', communication, sensing, `${sensing} gain`, `${communication} gain`],
      ...points.map((point) => row(label(point), point)),
    ],
    ['left', ...Array<'right'>(9).fill('right')],
  )
  return [
    describeSite(choice.network),
    describeMethods(choice),
    `${points.length} Pareto points, ${hull.length} of them on the convex hull, ${plane === undefined ? `in ${quantityOf(metric).unit(unit)}` : 'in the plane of two quantities'}; gains are over time sharing`,
    'between the two optimal points, of sensing at equal communication and of communication at equal sensing.',
    ...(plane === undefined
      ? []
      : ['Sharing time mixes means and probabilities; of percentiles hull and gains say where points lie, no more.']),
    '',
    bold(heading, io.stdout, io),
    ...rows,
    '',
    `Largest gain of ${sensing} at equal ${communication}: ${formatDeviation(gains.atEqualCommunication.gainAtEqualCommunication)}; ` +
      `of ${communication} at equal ${sensing}: ${formatDeviation(gains.atEqualSensing.gainAtEqualSensing)}.`,
    `${formatCount(examined)} of ${formatCount(examined + pruned)} allocations examined, the others ruled out by bounds.`,
  ]
}
