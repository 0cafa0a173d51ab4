import type { DropStage } from '@isacnet/simulation'
import { drawingDocument } from '../svg/drawing-document.js'
import { type SvgDocument, svgElement } from '../svg/svg-document.js'
import { arrowEnds } from './render-topology.js'
import type { Topology, TopologyRequest } from './topology.js'
import { requestArrow, withheldLine } from './topology-marks.js'
import { frames, pixels, projection, type TopologyLayout } from './topology-view.js'

/**
 * The requests that a BS got from the cell shown and, if the topology has them, from others; with `granted` at a stage.
 *
 * @example
 * const definition = defineSimulation(defineNetwork({ K: 5, L: 2 }), { fidelity: 'channel', seed: 1 })
 * const drop = topology(definition, topologyDrop(definition))
 * stationRequests(drop, drop.requests[0].station, 'no-nulling')[0].granted // false
 */
export const stationRequests = (
  { requests, otherRequests }: Topology,
  station: number,
  stage: DropStage,
): readonly (TopologyRequest & { readonly granted: boolean })[] =>
  [...requests, ...otherRequests]
    .filter((request) => request.station === station)
    .map((request) => ({
      ...request,
      granted: !request.withheld && stage !== 'no-nulling' && (request.accepted || stage === 'nulling'),
    }))

/**
 * Marks for a picture of `renderTopology`: a ring around a BS, and an arrow for each request that it got, as `stationRequests` has them.
 *
 * @example
 * const definition = defineSimulation(defineNetwork({ K: 5, L: 2 }), { fidelity: 'channel', seed: 1 })
 * const drop = topology(definition, topologyDrop(definition))
 * (await renderStationRequests(drop, drop.cell, { stage: 'nulling', layout: 'beside' })).slice(0, 2) // '<g'
 *
 * @returns an SVG group, to be laid over the picture.
 */
export const renderStationRequests = async (
  topology: Topology,
  station: number,
  { stage, layout }: { readonly stage: DropStage; readonly layout: TopologyLayout },
  given?: SvgDocument,
): Promise<string> => {
  const document = await drawingDocument(given)
  const project = projection(topology.view, frames[layout])
  const own = topology.stations.find(({ index }) => index === station)
  if (own === undefined) return ''
  const { x, y } = project(own)
  return svgElement(document, 'g', { 'clip-path': 'url(#isacnet-topology)', 'data-shown-station': station }, [
    svgElement(document, 'circle', {
      cx: pixels(x),
      cy: pixels(y),
      r: 14,
      fill: 'none',
      stroke: '#d55e00',
      'stroke-width': 3,
    }),
    ...(stage === 'no-nulling' ? [] : stationRequests(topology, station, stage)).map((request) =>
      request.withheld
        ? withheldLine(document, project(request.from), project(request.to))
        : requestArrow(
            document,
            { kind: request.kind, accepted: request.granted },
            project(request.from),
            project(request.to),
            arrowEnds[request.kind],
          ),
    ),
  ]).outerHTML
}
