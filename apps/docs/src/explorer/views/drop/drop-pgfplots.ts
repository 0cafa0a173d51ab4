import type { Topology, TopologyReceiver, TopologyRequest } from '@isacnet/drawing'
import { fromNats, type InformationUnit, quantityOf } from '@isacnet/model'
import { type Plane, planePgfplots } from '../../../charts/plane-pgfplots.js'
import type { DropStage } from '../../state/drop-stage.js'

/** A drop at a stage as LaTeX: cells, who serves whom in the cell shown, its requests, and receivers coloured by their rates. */
export const dropPgfplots = (
  { stations, users, targets, requests, view, cell }: Topology,
  stage: DropStage,
  unit: InformationUnit,
  caption: readonly string[],
): string => {
  const inView = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
    x >= view.left && x <= view.right && y >= view.bottom && y <= view.top
  const receivers = (name: string, mark: string, all: readonly TopologyReceiver[]) => ({
    name,
    mark,
    // Where nothing interferes there is no colour for the rate.
    points: all.flatMap(({ x, y, rates }) => {
      const value = fromNats(rates![stage], unit)
      return inView({ x, y }) && Number.isFinite(value) ? [{ x, y, value }] : []
    }),
  })
  const own = stations.find(({ index }) => index === cell)!
  const served = (name: string, style: string, all: readonly TopologyReceiver[]) => ({
    name,
    style,
    lines: all.filter(({ station }) => station === cell).map((to) => ({ from: own, to })),
  })
  const asked = (name: string, style: string, kept: (request: TopologyRequest) => boolean) => ({
    name,
    style,
    lines: requests.filter((request) => !request.withheld && kept(request)),
  })
  const plane: Plane = {
    values: `rate, ${quantityOf('rate').unit(unit)} at stage ${stage.replace('-', ' ')}`,
    outlines: stations.map(({ corners }) => corners),
    lines: [
      served('serves a user', 'blue', users),
      served('senses a target', 'orange', targets),
      ...(stage === 'no-nulling'
        ? []
        : [
            asked('nulls', '-stealth, teal', ({ accepted }) => stage === 'nulling' || accepted),
            asked('abandoned', '-stealth, red, dashed', ({ accepted }) => stage === 'abandonment' && !accepted),
          ]),
    ],
    marks: [
      { name: 'base station', mark: 'triangle*', points: stations.filter(inView) },
      receivers('user', '*', users),
      receivers('target', 'square*', targets),
    ],
    view,
  }
  return planePgfplots(plane, caption)
}
