import {
  assertOptions,
  fromNats,
  type InformationUnit,
  informationUnits,
  type OptionChecks,
  oneOf,
  quantityOf,
} from '@isacnet/model'
import { type DropStage, dropStages } from '@isacnet/simulation'
import { svgLabel } from '../label/svg-label.js'
import type { MapColours } from '../map/map-colours.js'
import { ink } from '../style/colours.js'
import { drawingDocument } from '../svg/drawing-document.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { svgPicture } from '../svg/svg-picture.js'
import { cellMeans, rateColours } from './rate-colours.js'
import { rateScale } from './rate-scale.js'
import { receiverLabels } from './receiver-labels.js'
import type { Topology, TopologyReceiver } from './topology.js'
import { topologyAxes } from './topology-axes.js'
import {
  holeMark,
  otherRequestLine,
  requestArrow,
  servingLink,
  stationMark,
  targetMark,
  userMark,
  withheldLine,
} from './topology-marks.js'
import { type Frame, frames, pixels, pixelsPerKm, projection, type TopologyLayout } from './topology-view.js'

const widths = { beside: 900, beneath: 390 } as const
const height = 640
const fontSize = 14
const cellFill = '#e9f1f8'
const cellEdge = '#b9b9b9'

/** How a drop is shown. */
export interface TopologyPicture {
  /** Which nulls are drawn, and whose rates colour users and targets; default: `abandonment`, the drop as it is. */
  readonly stage?: DropStage
  /** The unit of rates; default: nats. */
  readonly unit?: InformationUnit
  /** Where the legend stands; default: beside the plane, 900 × 640 pixels; beneath it, the picture is 390 pixels wide. */
  readonly layout?: TopologyLayout
}

const pictureChecks: OptionChecks<TopologyPicture> = {
  stage: oneOf(dropStages),
  unit: oneOf(informationUnits),
  layout: oneOf(['beside', 'beneath'] as const),
}

interface Shown {
  readonly stage: DropStage
  readonly unit: InformationUnit
  readonly layout: TopologyLayout
  readonly frame: Frame
  readonly colours: MapColours | undefined
}

/**
 * Draws one drop of the network: cells, who serves whom, whom the cell shown asks to null, which requests are abandoned, and the hole. If it has
 * rates, they are the colours of users and targets, light for much, and written beside those of the cell. Equal topologies give equal text.
 *
 * Marks of BSs have their number as `data-station`, arrows of the cell's requests theirs as `data-request`.
 *
 * @example
 * const definition = defineSimulation(defineNetwork({ K: 5, L: 2 }), { fidelity: 'channel', seed: 1 })
 * (await renderTopology(topology(definition, topologyDrop(definition)))).slice(0, 4) // '<svg'
 *
 * @param given - the document to draw with; by default the page's, or linkedom's where there is none.
 * @returns an SVG document.
 * @throws {UnknownNameError} for an option, a stage, a unit or a layout that is not known.
 */
export const renderTopology = async (
  topology: Topology,
  given?: SvgDocument,
  picture: TopologyPicture = {},
): Promise<string> => {
  assertOptions('a picture of a drop', picture, pictureChecks)
  const { stage = 'abandonment', unit = 'nats', layout = 'beside' } = picture
  const document = await drawingDocument(given)
  const shown: Shown = { stage, unit, layout, frame: frames[layout], colours: rateColours(topology, unit) }
  const title = 'One drop of the network'
  const description = summary(topology, shown).join(' ')
  const width = widths[layout]
  const { node, bottom } = legend(topology, shown, document)
  return svgPicture(
    document,
    {
      width,
      height: layout === 'beside' ? Math.max(height, Math.ceil(bottom)) : Math.ceil(bottom),
      fontSize: fontSize - 1,
      title,
      description,
    },
    [
      clip(document, shown.frame),
      svgElement(document, 'g', { 'clip-path': 'url(#isacnet-topology)' }, plane(topology, shown, document)),
      topologyAxes(document, topology.view, shown.frame),
      ...heading(topology, shown, document),
      node,
    ],
  )
}

const clip = (document: SvgDocument, frame: Frame): SvgNode =>
  svgElement(document, 'clipPath', { id: 'isacnet-topology' }, [
    svgElement(document, 'rect', { x: frame.left, y: frame.top, width: frame.side, height: frame.side }),
  ])

const plane = (topology: Topology, { stage, unit, frame, colours }: Shown, document: SvgDocument): SvgNode[] => {
  const { view, cell, stations, users, targets, requests, otherRequests, hole } = topology
  const project = projection(view, frame)
  const own = stations.find(({ index }) => index === cell)!
  const station = project(own)
  const ofCell = (receivers: readonly TopologyReceiver[], belongs: boolean) =>
    receivers.filter((receiver) => (receiver.station === cell) === belongs)
  const group = (label: string, children: SvgNode[]): SvgNode =>
    svgElement(document, 'g', { role: 'group', 'aria-label': label }, children)
  const fillOf = ({ rates }: TopologyReceiver): string | undefined =>
    rates === undefined ? undefined : colours?.of(fromNats(rates[stage], unit))
  const ownReceivers = [...ofCell(users, true), ...ofCell(targets, true)]
  const labels = ownReceivers.flatMap((receiver) =>
    receiver.rates === undefined
      ? []
      : [{ at: project(receiver), text: fromNats(receiver.rates[stage], unit).toFixed(2) }],
  )
  const marks = [...ownReceivers, ...stations].map(project)
  return [
    group(
      'cells',
      stations.map(({ index, corners }) =>
        svgElement(document, 'polygon', {
          points: corners
            .map(project)
            .map(({ x, y }) => `${pixels(x)},${pixels(y)}`)
            .join(' '),
          fill: index === cell ? cellFill : 'none',
          stroke: cellEdge,
          'stroke-width': 1,
        }),
      ),
    ),
    group('hole', [holeMark(document, project(hole), hole.radius * pixelsPerKm(view, frame))]),
    group(
      'requests of other cells',
      stage === 'no-nulling'
        ? []
        : otherRequests.map(({ accepted, from, to }) =>
            otherRequestLine(document, accepted || stage === 'nulling', project(from), project(to)),
          ),
    ),
    group('receivers of other cells', [
      ...ofCell(users, false).map((user) => userMark(document, project(user), 'other', fillOf(user))),
      ...ofCell(targets, false).map((target) => targetMark(document, project(target), 'other', fillOf(target))),
    ]),
    group(
      'serving links',
      [...ofCell(users, true), ...ofCell(targets, true)].map((receiver) =>
        servingLink(document, station, project(receiver)),
      ),
    ),
    group(
      'requests of the cell',
      stage === 'no-nulling'
        ? []
        : requests.map(({ kind, accepted, withheld, from, to }, i) =>
            svgElement(document, 'g', { 'data-request': i + 1 }, [
              withheld
                ? withheldLine(document, project(from), project(to))
                : requestArrow(
                    document,
                    { kind, accepted: accepted || stage === 'nulling' },
                    project(from),
                    project(to),
                    arrowEnds[kind],
                  ),
            ]),
          ),
    ),
    group(
      'base stations',
      stations.map((one) =>
        svgElement(document, 'g', { 'data-station': one.index }, [
          stationMark(
            document,
            project(one),
            one.index === cell ? 'own' : one.asked && stage !== 'no-nulling' ? 'asked' : 'other',
          ),
        ]),
      ),
    ),
    group('receivers of the cell', [
      ...ofCell(users, true).map((user) => userMark(document, project(user), 'own', fillOf(user))),
      ...ofCell(targets, true).map((target) => targetMark(document, project(target), 'own', fillOf(target))),
    ]),
    group('rates', receiverLabels(document, labels, marks)),
  ]
}

/** Pixels that arrows leave free for the marks at their ends. */
export const arrowEnds = {
  communication: { tail: 9, head: 6 },
  sensing: { tail: 9, head: 12 },
} as const

const stageNames: Readonly<Record<DropStage, string>> = {
  'no-nulling': 'nobody nulls',
  nulling: 'every request granted',
  abandonment: 'requests beyond the antennas abandoned',
}

const heading = (
  { definition, users }: Topology,
  { frame, layout, stage }: Shown,
  document: SvgDocument,
): SvgNode[] => {
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = definition.network
  const label = `One drop: $K=${K}$, $L=${L}$, $J=${J}$, $Q=${Q}$, $M_t=${definition.network.transmitAntennas}$`
  const told = users.some(({ rates }) => rates !== undefined) ? stageNames[stage] : ''
  const line = (text: string, x: number, y: number, more: Readonly<Record<string, string>> = {}): SvgNode =>
    svgLabel(document, text, fontSize + (layout === 'beside' ? 1 : 0), { x, y, fill: ink, ...more })
  if (layout === 'beneath')
    return [line(label, 12, 22, { 'font-weight': 'bold' }), ...(told === '' ? [] : [line(told, 12, 42)])]
  return [line(told === '' ? label : `${label}; ${told}`, frame.left, 30, { 'font-weight': 'bold' })]
}

/** Sums up the whole drop in short lines. */
const summary = (topology: Topology, { stage, unit }: Shown): string[] => {
  const { counts, stations, cell, requests, definition } = topology
  const own = stations.find(({ index }) => index === cell)!
  const capacity = definition.network.transmitAntennas - definition.network.usersPerCell
  const share = counts.requests === 0 ? 0 : counts.abandoned / counts.requests
  const made = requests.filter(({ withheld }) => !withheld).length
  const means = cellMeans(topology, stage)
  const shown = (nats: number): string => fromNats(nats, unit).toPrecision(4)
  return [
    `The drop has ${counts.stations} base stations,`,
    `${counts.requests} requests, ${(100 * share).toFixed(1)} % abandoned.`,
    `The cell shown asks ${made} times${made < requests.length ? ` (${requests.length - made} withheld)` : ''};`,
    `its base station is asked ${own.requests} times`,
    `and accepts ${own.accepted}, at most ${capacity}.`,
    ...(means === undefined
      ? []
      : [
          'Mean rates in the cell shown:',
          `users ${shown(means.users)}, targets ${shown(means.targets)}`,
          `${quantityOf('rate').unit(unit)}.`,
        ]),
  ]
}

type Entry = readonly [lines: readonly string[], draw: (x: number, y: number) => SvgNode]

const rowHeight = 28
const lineHeight = 17

const legend = (
  topology: Topology,
  shown: Shown,
  document: SvgDocument,
): { readonly node: SvgNode; readonly bottom: number } => {
  const { stage, unit, layout, frame, colours } = shown
  const { requests, otherRequests, definition } = topology
  const { communicationClusterSize: L, sensingClusterSize: Q } = definition.network
  const at = (x: number, y: number) => ({ x, y })
  const nulls = stage !== 'no-nulling'
  const sample = colours?.of((colours.domain[0] + colours.domain[1]) / 2)
  const arrow =
    (kind: 'communication' | 'sensing', accepted: boolean) =>
    (x: number, y: number): SvgNode =>
      requestArrow(document, { kind, accepted }, at(x - 20, y), at(x + 20, y), { tail: 0, head: 0 })
  const otherLine =
    (accepted: boolean) =>
    (x: number, y: number): SvgNode =>
      otherRequestLine(document, accepted, at(x - 20, y), at(x + 20, y))
  const entries: readonly Entry[] = [
    [['base station'], (x, y) => stationMark(document, at(x, y), 'other')],
    [['that of the cell shown'], (x, y) => stationMark(document, at(x, y), 'own')],
    ...((L > 1 || Q > 1) && nulls
      ? [[['asked by this cell to null'], (x: number, y: number) => stationMark(document, at(x, y), 'asked')] as const]
      : []),
    [['user of the cell; of others'], (x, y) => pair(document, userMark, x, y, sample)],
    [['target of the cell; of others'], (x, y) => pair(document, targetMark, x, y, sample)],
    ...(L > 1 && nulls ? [[['nulls at a user'], arrow('communication', true)] as const] : []),
    ...(Q > 1 && nulls ? [[['nulls at the BS that senses'], arrow('sensing', true)] as const] : []),
    ...(stage === 'abandonment' && requests.some(({ accepted, withheld }) => !accepted && !withheld)
      ? [[['request abandoned:', 'it interferes'], arrow(L > 1 ? 'communication' : 'sensing', false)] as const]
      : []),
    ...(nulls && requests.some(({ withheld }) => withheld)
      ? [
          [
            ['request withheld'],
            (x: number, y: number): SvgNode => withheldLine(document, at(x - 20, y), at(x + 20, y)),
          ] as const,
        ]
      : []),
    ...(otherRequests.length > 0 && nulls
      ? ([
          [['nulls for other cells'], otherLine(true)],
          ...(stage === 'nulling' ? [] : [[['abandoned, of other cells'], otherLine(false)] as const]),
        ] as const)
      : []),
    [['hole: no base station is', 'nearer to this target'], (x, y) => holeMark(document, at(x, y), 11)],
  ]
  const left = layout === 'beside' ? frame.left + frame.side + 22 : 12
  const rows: SvgNode[] = []
  let y = layout === 'beside' ? frame.top + 16 : frame.top + frame.side + 64
  if (colours !== undefined) {
    rows.push(rateScale(document, colours, quantityOf('rate').unit(unit), at(left + 10, y)))
    y += 68
  }
  const text = (content: string, x: number): void => {
    rows.push(svgLabel(document, content, fontSize - 1, { x, y: y + 5, fill: ink }))
  }
  for (const [lines, draw] of entries) {
    rows.push(draw(left + 24, y + ((lines.length - 1) * lineHeight) / 2))
    for (const [index, line] of lines.entries()) {
      if (index > 0) y += lineHeight
      text(line, left + 56)
    }
    y += rowHeight
  }
  y += rowHeight / 2
  for (const line of summary(topology, shown)) {
    text(line, left + 4)
    y += lineHeight + 1
  }
  return { node: svgElement(document, 'g', { role: 'group', 'aria-label': 'legend' }, rows), bottom: y + 4 }
}

const pair = (document: SvgDocument, mark: typeof userMark, x: number, y: number, fill?: string): SvgNode =>
  svgElement(document, 'g', {}, [
    mark(document, { x: x - 8, y }, 'own', fill),
    mark(document, { x: x + 10, y }, 'other', fill),
  ])
