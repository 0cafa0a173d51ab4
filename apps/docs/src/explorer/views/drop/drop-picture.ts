import {
  renderStationRequests,
  renderTopology,
  stationRequests,
  type Topology,
  type TopologyLayout,
  type TopologyStation,
  topologyFrames,
} from '@isacnet/drawing'
import type { InformationUnit } from '@isacnet/model'
import { html, withSymbols } from '../../../charts/element.js'
import type { DropStage } from '../../state/drop-stage.js'
import { receiverName } from './drop-words.js'

/** In pixels of the screen: narrower pictures have their legend beneath. */
const narrow = 640

/** In pixels of the screen: a station that is so near to a finger is meant. */
const reach = 24

/** A drop, and how it is shown. */
export interface ShownDrop {
  /** With the requests of all cells. */
  readonly drop: Topology
  readonly stage: DropStage
  readonly unit: InformationUnit
  /** Whether the requests of other cells are drawn. */
  readonly otherRequests: boolean
}

/** The picture of a drop, in which the base station that is pointed at, or has the focus, tells who asked it and what became of that. */
export class DropPicture {
  readonly picture = html('div', { class: 'drop-picture' })
  readonly element: HTMLElement
  private readonly told = html('div', { class: 'drop-station', 'aria-live': 'polite' })
  private shown: ShownDrop | undefined
  private layout: TopologyLayout = 'beside'
  private number = 0
  /** The station that was chosen by a click, a tap or the keyboard. */
  private kept: number | undefined
  private pointed: number | undefined

  constructor(stay: AbortSignal) {
    this.element = html('div', { class: 'drop-figure' }, this.picture, this.told)
    this.picture.addEventListener('pointermove', (event) => {
      if (event.pointerType !== 'touch') this.point(this.stationAt(event))
    })
    this.picture.addEventListener('pointerleave', () => this.point(undefined))
    this.picture.addEventListener('click', (event) => {
      const station = this.stationAt(event)
      this.kept = station === this.kept ? undefined : station
      this.pointed = undefined
      void this.tell()
    })
    this.picture.addEventListener('focusin', ({ target }) => {
      const station = (target as Element).closest('[data-station]')?.getAttribute('data-station')
      if (station === null || station === undefined) return
      this.kept = Number(station)
      void this.tell()
    })
    this.picture.addEventListener('keydown', (event) => this.move(event))
    const observer = new ResizeObserver(() => {
      if (this.shown !== undefined && this.wantedLayout() !== this.layout) void this.show(this.shown)
    })
    observer.observe(this.element)
    stay.addEventListener('abort', () => observer.disconnect())
  }

  get svg(): SVGSVGElement {
    return this.picture.querySelector('svg')!
  }

  async show(shown: ShownDrop): Promise<void> {
    const number = ++this.number
    const layout = this.wantedLayout()
    const { drop, stage, unit, otherRequests } = shown
    const drawn = otherRequests ? drop : { ...drop, otherRequests: [] }
    const picture = await renderTopology(drawn, undefined, { stage, unit, layout })
    if (number !== this.number) return
    this.layout = layout
    if (this.shown?.drop.definition !== drop.definition) this.pointed = undefined
    this.shown = shown
    this.picture.innerHTML = picture
    // What can be gone through by the keyboard is no single image.
    this.svg.setAttribute('role', 'group')
    this.svg.setAttribute('aria-label', 'Drop: base stations can be gone through with the arrow keys')
    const stations = this.stations()
    if (!stations.some(({ index }) => index === this.kept)) this.kept = undefined
    for (const station of stations) {
      const mark = this.mark(station.index)!
      mark.setAttribute('role', 'button')
      mark.setAttribute('aria-label', shortly(station, stage, drop))
      mark.setAttribute('tabindex', station.index === (this.kept ?? drop.cell) ? '0' : '-1')
    }
    await this.tell()
  }

  private wantedLayout(): TopologyLayout {
    const width = this.element.clientWidth
    return width > 0 && width < narrow ? 'beneath' : 'beside'
  }

  /** Those that stand in the picture. */
  private stations(): readonly TopologyStation[] {
    if (this.shown === undefined) return []
    const { stations, view } = this.shown.drop
    return stations.filter(({ x, y }) => x >= view.left && x <= view.right && y >= view.bottom && y <= view.top)
  }

  private mark(station: number): SVGGElement | null {
    return this.picture.querySelector(`g[data-station="${station}"]`)
  }

  private stationAt({ clientX, clientY }: MouseEvent): number | undefined {
    if (this.shown === undefined) return undefined
    const { view } = this.shown.drop
    const box = this.svg.getBoundingClientRect()
    const scale = box.width / this.svg.viewBox.baseVal.width
    const { left, top, side } = topologyFrames[this.layout]
    const perKm = (scale * side) / (view.right - view.left)
    let [nearest, least]: [number | undefined, number] = [undefined, reach]
    for (const { index, x, y } of this.stations()) {
      const away = Math.hypot(
        box.left + scale * left + (x - view.left) * perKm - clientX,
        box.top + scale * top + (view.top - y) * perKm - clientY,
      )
      if (away < least) [nearest, least] = [index, away]
    }
    return nearest
  }

  private point(station: number | undefined): void {
    if (station === this.pointed) return
    this.pointed = station
    void this.tell()
  }

  /** Goes to the nearest station in the direction of an arrow key; Escape lets go. */
  private move(event: KeyboardEvent): void {
    const [dx, dy] = directions[event.key] ?? [0, 0]
    const from = this.stations().find(({ index }) => index === this.kept)
    if (event.key === 'Escape' && document.fullscreenElement === null) {
      this.kept = undefined
      void this.tell()
    }
    if (from === undefined || (dx === 0 && dy === 0)) return
    event.preventDefault()
    const cost = ({ x, y }: TopologyStation): number => {
      const along = dx * (x - from.x) + dy * (y - from.y)
      const across = Math.abs(dy * (x - from.x)) + Math.abs(dx * (y - from.y))
      return along > 0 && across <= 2 * along ? along + 2 * across : Number.POSITIVE_INFINITY
    }
    const ahead = this.stations().filter((station) => cost(station) < Number.POSITIVE_INFINITY)
    const next = ahead.toSorted((one, other) => cost(one) - cost(other))[0]
    if (next === undefined) return
    this.mark(from.index)?.setAttribute('tabindex', '-1')
    this.mark(next.index)?.setAttribute('tabindex', '0')
    this.mark(next.index)?.focus()
  }

  /** Shows the requests of the station that is pointed at, or was chosen, and says them. */
  private async tell(): Promise<void> {
    if (this.shown === undefined) return
    const { drop, stage } = this.shown
    const station = this.pointed ?? this.kept
    const number = this.number
    const own = drop.stations.find(({ index }) => index === station)
    const overlay =
      own === undefined ? '' : await renderStationRequests(drop, own.index, { stage, layout: this.layout })
    if (number !== this.number || station !== (this.pointed ?? this.kept)) return
    this.svg.querySelector('[data-shown-station]')?.remove()
    if (overlay !== '') {
      const parsed = new DOMParser().parseFromString(
        `<svg xmlns="http://www.w3.org/2000/svg">${overlay}</svg>`,
        'image/svg+xml',
      )
      this.svg.append(document.importNode(parsed.documentElement.firstElementChild!, true))
    }
    this.told.replaceChildren(...(own === undefined ? [html('p', {}, hint)] : stationText(drop, own, stage)))
  }
}

const hint =
  'Point at a base station, tap it, or go to it with Tab and the arrow keys: here stands who asked it, whom it nulls, and what it abandoned.'

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

const nameOf = ({ index }: TopologyStation, { cell }: Topology): string =>
  `Base station ${index}${index === cell ? ', that of the cell shown' : ''}`

const shortly = (station: TopologyStation, stage: DropStage, drop: Topology): string => {
  const granted = stationRequests(drop, station.index, stage).filter((request) => request.granted).length
  return `${nameOf(station, drop)}: ${station.requests} requests, nulls ${granted}`
}

const stationText = (drop: Topology, station: TopologyStation, stage: DropStage): HTMLElement[] => {
  const { transmitAntennas: antennas, usersPerCell: K } = drop.definition.network
  const made = stationRequests(drop, station.index, stage)
  const asked = made.filter(({ withheld }) => !withheld)
  const names = (requests: typeof made): string =>
    requests.length === 0
      ? 'nobody'
      : requests.map(({ kind, receiver }) => receiverName(drop, kind, receiver)).join('; ')
  const granted = asked.filter((request) => request.granted)
  const withheld = made.filter((request) => request.withheld)
  const refused = asked.filter((request) => !request.granted)
  const order = Math.max(1, antennas - K - granted.length + 1)
  const entries: [string, string][] =
    stage === 'no-nulling'
      ? [
          ['will be asked by', names(asked)],
          ['nulls', 'nobody yet'],
        ]
      : [
          [`asked by (${asked.length})`, names(asked)],
          [`nulls (${granted.length} of at most ${antennas - K})`, names(granted)],
          ...(stage === 'abandonment'
            ? ([[`abandoned (${refused.length})`, refused.length === 0 ? 'nothing' : names(refused)]] as [
                string,
                string,
              ][])
            : []),
        ]
  if (withheld.length > 0) entries.push(['withheld', names(withheld)])
  entries.push(['diversity order of its users', `M_t − K − ${granted.length} + 1 = ${order}`])
  return [
    html('h3', {}, nameOf(station, drop)),
    html('dl', {}, ...entries.flatMap(([term, text]) => [html('dt', {}, term), html('dd', {}, ...withSymbols(text))])),
  ]
}
