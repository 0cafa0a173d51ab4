import { svgLabel } from '../label/svg-label.js'
import { ink } from '../style/colours.js'
import { drawingDocument } from '../svg/drawing-document.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { svgPicture } from '../svg/svg-picture.js'
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
} from './topology-marks.js'
import { frame, pixels, pixelsPerKm, projection } from './topology-view.js'

const width = 900
const height = 640
const fontSize = 14
const cellFill = '#e9f1f8'
const cellEdge = '#b9b9b9'

/**
 * Draws one drop of the network: cells, who serves whom, whom the cell shown asks to null, which requests are abandoned, and the hole.
 * The legend stands beside the plane, so it covers nothing. Equal topologies give equal text.
 *
 * @example
 * const definition = defineSimulation(defineNetwork({ K: 5, L: 2 }), { fidelity: 'channel', seed: 1 })
 * (await renderTopology(topology(definition, topologyDrop(definition)))).slice(0, 4) // '<svg'
 *
 * @param given - the document to draw with; by default the page's, or linkedom's where there is none.
 * @returns an SVG document of 900 × 640 pixels.
 */
export const renderTopology = async (topology: Topology, given?: SvgDocument): Promise<string> => {
  const document = await drawingDocument(given)
  const title = 'One drop of the network'
  const description = summary(topology).join(' ')
  return svgPicture(document, { width, height, fontSize: fontSize - 1, title, description }, [
    clip(document),
    svgElement(document, 'g', { 'clip-path': 'url(#isacnet-topology)' }, plane(topology, document)),
    topologyAxes(document, topology.view),
    heading(topology, document),
    legend(topology, document),
  ])
}

const clip = (document: SvgDocument): SvgNode =>
  svgElement(document, 'clipPath', { id: 'isacnet-topology' }, [
    svgElement(document, 'rect', { x: frame.left, y: frame.top, width: frame.side, height: frame.side }),
  ])

const plane = (topology: Topology, document: SvgDocument): SvgNode[] => {
  const { view, cell, stations, users, targets, requests, otherRequests, hole } = topology
  const project = projection(view)
  const own = stations.find(({ index }) => index === cell)!
  const station = project(own)
  const ofCell = (receivers: readonly TopologyReceiver[], belongs: boolean) =>
    receivers.filter((receiver) => (receiver.station === cell) === belongs)
  const group = (label: string, children: SvgNode[]): SvgNode =>
    svgElement(document, 'g', { role: 'group', 'aria-label': label }, children)
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
    group('hole', [holeMark(document, project(hole), hole.radius * pixelsPerKm(view))]),
    group(
      'requests of other cells',
      otherRequests.map(({ accepted, from, to }) => otherRequestLine(document, accepted, project(from), project(to))),
    ),
    group('receivers of other cells', [
      ...ofCell(users, false).map((user) => userMark(document, project(user), 'other')),
      ...ofCell(targets, false).map((target) => targetMark(document, project(target), 'other')),
    ]),
    group(
      'serving links',
      [...ofCell(users, true), ...ofCell(targets, true)].map((receiver) =>
        servingLink(document, station, project(receiver)),
      ),
    ),
    group(
      'requests of the cell',
      requests.map(({ kind, accepted, from, to }) =>
        requestArrow(document, { kind, accepted }, project(from), project(to), {
          tail: 9,
          head: kind === 'communication' ? 6 : 12,
        }),
      ),
    ),
    group(
      'base stations',
      stations.map((one) =>
        stationMark(document, project(one), one.index === cell ? 'own' : one.asked ? 'asked' : 'other'),
      ),
    ),
    group('receivers of the cell', [
      ...ofCell(users, true).map((user) => userMark(document, project(user), 'own')),
      ...ofCell(targets, true).map((target) => targetMark(document, project(target), 'own')),
    ]),
  ]
}

const heading = ({ definition }: Topology, document: SvgDocument): SvgNode => {
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = definition.network
  const label = `One drop: $K=${K}$, $L=${L}$, $J=${J}$, $Q=${Q}$, $M_t=${definition.network.transmitAntennas}$`
  return svgLabel(document, label, fontSize + 1, { x: frame.left, y: 30, fill: ink, 'font-weight': 'bold' })
}

/** Sums up the whole drop in short lines. */
const summary = ({ counts, stations, cell, requests, definition }: Topology): string[] => {
  const own = stations.find(({ index }) => index === cell)!
  const capacity = definition.network.transmitAntennas - definition.network.usersPerCell
  const share = counts.requests === 0 ? 0 : counts.abandoned / counts.requests
  return [
    `The drop has ${counts.stations} base stations,`,
    `${counts.requests} requests, ${(100 * share).toFixed(1)} % abandoned.`,
    `The cell shown asks ${requests.length} times;`,
    `its base station is asked ${own.requests} times`,
    `and accepts ${own.accepted}, at most ${capacity}.`,
  ]
}

type Entry = readonly [lines: readonly string[], draw: (x: number, y: number) => SvgNode]

const rowHeight = 28
const lineHeight = 17

const legend = (topology: Topology, document: SvgDocument): SvgNode => {
  const { requests, otherRequests, definition } = topology
  const { communicationClusterSize: L, sensingClusterSize: Q } = definition.network
  const at = (x: number, y: number) => ({ x, y })
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
    ...(L > 1 || Q > 1
      ? [[['asked by this cell to null'], (x: number, y: number) => stationMark(document, at(x, y), 'asked')] as const]
      : []),
    [['user of the cell; of others'], (x, y) => pair(document, userMark, x, y)],
    [['target of the cell; of others'], (x, y) => pair(document, targetMark, x, y)],
    ...(L > 1 ? [[['nulls at a user'], arrow('communication', true)] as const] : []),
    ...(Q > 1 ? [[['nulls at the BS that senses'], arrow('sensing', true)] as const] : []),
    ...(requests.some(({ accepted }) => !accepted)
      ? [[['request abandoned:', 'it interferes'], arrow(L > 1 ? 'communication' : 'sensing', false)] as const]
      : []),
    ...(otherRequests.length > 0
      ? ([
          [['nulls for other cells'], otherLine(true)],
          [['abandoned, of other cells'], otherLine(false)],
        ] as const)
      : []),
    [['hole: no base station is', 'nearer to this target'], (x, y) => holeMark(document, at(x, y), 11)],
  ]
  const left = frame.left + frame.side + 22
  const rows: SvgNode[] = []
  let y = frame.top + 16
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
  for (const line of summary(topology)) {
    text(line, left + 4)
    y += lineHeight + 1
  }
  return svgElement(document, 'g', { role: 'group', 'aria-label': 'legend' }, rows)
}

const pair = (document: SvgDocument, mark: typeof userMark, x: number, y: number): SvgNode =>
  svgElement(document, 'g', {}, [mark(document, { x: x - 8, y }, 'own'), mark(document, { x: x + 10, y }, 'other')])
