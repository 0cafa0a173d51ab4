import { csvText, renderSiteMap } from '@isacnet/drawing'
import {
  chosenQuantity,
  inUnit,
  permittedName,
  quantityOf,
  quantitySymbol,
  type Service,
  services,
} from '@isacnet/model'
import { html, symbolElement } from '../../charts/element.js'
import { seedField } from '../controls/seed-field.js'
import { exportButtons } from '../share/export-buttons.js'
import type { ExplorerStore } from '../state/explorer-state.js'
import { dropLimit } from '../state/interactive-limits.js'
import { checkNetwork } from '../state/parameters/network-check.js'
import { requestKey } from '../state/request-key.js'
import { LatestOnly, surroundingsOf } from '../workers/latest-only.js'
import {
  type SiteGround,
  type SiteQuantity,
  type SitesPart,
  type SitesReport,
  type SitesRequest,
  type SiteValue,
  siteQuantities,
  siteValue,
} from '../workers/sites/sites.js'
import { AnswerFrame } from './answer-frame.js'

/** In bytes: a register of a country is smaller. */
const mostBytes = 2e7

/** So many sites have a row in the table. */
const mostRows = 200

interface ChosenFile {
  readonly name: string
  readonly text: string
  /** The first digits of its SHA-256. */
  readonly hash: string
}

/** Sites of a file that somebody drops on the page: a map of their cells, and a table. Nothing leaves the page. */
export class SitesView {
  readonly element: HTMLElement
  private readonly field = html('input', { id: 'sites-file', type: 'file', accept: '.csv,.txt,.json,.geojson' })
  private readonly named = html('p', { class: 'sites-file', role: 'status' })
  private readonly notices = html('ul', { class: 'sites-notices' })
  private readonly status = html('p', { class: 'status', role: 'status' })
  private readonly picture = html('div', { class: 'drop-picture' })
  private readonly table = html('div', { class: 'sites-table', tabindex: '0', role: 'region', 'aria-label': 'Sites' })
  private readonly quantity = html(
    'select',
    { id: 'sites-quantity' },
    ...siteQuantities.map((name) => html('option', { value: name }, quantityText(name))),
  )
  private readonly service = html(
    'select',
    { id: 'sites-service' },
    ...services.map(({ service, receiver }) => html('option', { value: service }, `${receiver}s`)),
  )
  private readonly stop = html('button', { type: 'button', disabled: true }, 'Stop')
  private readonly frame: AnswerFrame
  private readonly latest: LatestOnly<SitesRequest, SitesPart>
  private file: ChosenFile | undefined
  private ground: SiteGround | undefined
  private report: SitesReport | undefined
  private drawn = 0

  constructor(
    private readonly store: ExplorerStore,
    stay: AbortSignal,
  ) {
    this.latest = new LatestOnly(
      () => new Worker(new URL('../workers/sites/sites-worker.ts', import.meta.url), { type: 'module' }),
      {
        part: (request, part, done) => this.take(request, part, done),
        failed: (request, reason) => {
          this.stop.disabled = true
          this.frame.refuse(requestKey(keyOf(request)), reason)
        },
      },
      surroundingsOf(stay),
    )
    const exports = exportButtons({
      name: 'isacnet-map',
      store,
      drawing: () => this.picture.querySelector('svg')!,
      csv: () => this.csv(),
      pgfplots: (caption) => this.pgfplots(caption),
    })
    this.frame = new AnswerFrame({
      label: 'Your sites',
      content: [this.status, this.picture, this.table],
      stay,
      retry: () => this.update(),
      changed: ({ shows }) => exports.enable(shows === 'answer' && this.report !== undefined),
    })
    this.field.addEventListener('change', () => void this.choose(this.field.files?.[0]))
    for (const select of [this.quantity, this.service]) select.addEventListener('change', () => void this.show())
    this.stop.addEventListener('click', () => this.latest.stop())
    store.subscribe((state, before) => {
      if (state.view === 'sites') this.update()
      if (state.unit !== before.unit) void this.show()
    })
    const zone = html(
      'div',
      { class: 'sites-zone' },
      html('label', { for: 'sites-file' }, 'A file of sites, CSV or GeoJSON: choose it, or drop it here. '),
      this.field,
      html(
        'p',
        {},
        'Columns such as latitude and longitude, or x and y in metres, are found by their names. Nothing leaves this page.',
      ),
    )
    zone.addEventListener('dragover', (event) => event.preventDefault())
    zone.addEventListener('drop', (event) => {
      event.preventDefault()
      void this.choose(event.dataTransfer?.files[0])
    })
    this.element = html(
      'div',
      { class: 'view sites' },
      zone,
      this.named,
      this.notices,
      html(
        'p',
        { class: 'choice' },
        html('label', { for: 'sites-quantity' }, 'Colours show '),
        this.quantity,
        html('label', { for: 'sites-service' }, ' of '),
        this.service,
        html('label', { for: 'sites-seed' }, ' Seed '),
        seedField('sites-seed', store),
        this.stop,
      ),
      this.frame.element,
      exports.element,
    )
  }

  /** Asks for the simulation of the state, unless it is there already. */
  update(): void {
    if (this.file === undefined) {
      this.named.textContent = 'No file yet: a link to this page holds everything but the file.'
      return
    }
    const { values, clusters, seed } = this.store.state
    const request: SitesRequest = {
      values,
      clusters,
      seed,
      file: this.file.name,
      text: this.file.text,
      hash: this.file.hash,
    }
    const key = requestKey(keyOf(request))
    const { state } = this.frame
    state.ask(key)
    const { network, reason } = checkNetwork(values)
    const why = network === undefined ? `No simulation: ${reason}` : dropLimit(values)
    if (why !== undefined) this.frame.refuse(key, why)
    else if (!state.has(key)) {
      this.stop.disabled = false
      this.latest.request(request)
    }
  }

  private async choose(file: File | undefined): Promise<void> {
    if (file === undefined) return
    if (file.size > mostBytes) {
      this.named.textContent = `‘${file.name}’ has ${(file.size / 1e6).toFixed(0)} MB: a file of sites has at most ${mostBytes / 1e6} here.`
      return
    }
    const bytes = await file.arrayBuffer()
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    const hash = Array.from(digest.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('')
    this.file = { name: file.name, text: new TextDecoder().decode(bytes), hash }
    this.named.textContent = `${file.name}, SHA-256 ${hash}…: not in the link, which holds everything else. The density of base stations is that of the sites.`
    this.ground = undefined
    this.report = undefined
    this.notices.replaceChildren()
    this.picture.replaceChildren()
    this.table.replaceChildren()
    this.update()
  }

  private take(request: SitesRequest, { ground, report }: SitesPart, done: boolean): void {
    const key = requestKey(keyOf(request))
    if (!this.frame.state.takes(key)) return
    if (ground !== undefined) {
      this.ground = ground
      this.report = undefined
      this.notices.replaceChildren(...ground.notices.map((notice) => html('li', {}, notice)))
    }
    if (report !== undefined) this.report = report
    if (done) this.stop.disabled = true
    void this.show().then(() => {
      if (done || this.report !== undefined) this.frame.state.answer(key)
    })
  }

  private get chosen(): { readonly quantity: SiteQuantity; readonly service: Service } {
    return {
      quantity: permittedName('quantity', this.quantity.value, siteQuantities),
      service: this.service.value as Service,
    }
  }

  /** Draws the map and the table of what is known. */
  private async show(): Promise<void> {
    const { ground, report, file } = this
    if (ground === undefined || file === undefined) return
    const { quantity, service } = this.chosen
    const { values, unit } = this.store.state
    const number = ++this.drawn
    const K = values.usersPerCell
    const svg = await renderSiteMap({
      title: `${file.name}: ${quantityText(quantity)}${ofSite(quantity) ? '' : `, ${service === 'communication' ? 'users' : 'targets'}`}`,
      subtitle: `${ground.serving} sites serve ${Number(ground.area.toPrecision(4))} km²; $K=${K}$, $L=${values.communicationClusterSize}$, $J=${values.targetsPerCell}$, $Q=${values.sensingClusterSize}$, $M_t=${values.transmitAntennas}$`,
      quantity: { label: quantityText(quantity), unit: this.unitText(quantity) },
      cells: ground.cells.map((cell, b) => ({ ...cell, value: this.valueOf(b, quantity, service)?.mean ?? null })),
      region: ground.region,
    })
    if (number !== this.drawn) return
    this.picture.innerHTML = svg
    this.status.replaceChildren(...(report === undefined ? ['Simulating …'] : this.statusText(report, unit)))
    this.table.replaceChildren(this.rows(quantity, service))
  }

  private statusText({ trials, typical }: SitesReport, unit: 'nats' | 'bits'): (Node | string)[] {
    return [
      `${trials.toLocaleString('en-US')} trials: `,
      ...services.flatMap(({ service }, i) => [
        ...(i === 0 ? [] : [', ']),
        symbolElement(quantitySymbol('rate', service)),
        ` = ${inUnit(quantityOf('rate'), typical[service].mean, unit).toPrecision(4)}`,
      ]),
      ` ${quantityOf('rate').unit(unit)} for a user and a target anywhere in the region.`,
    ]
  }

  private valueOf(site: number, quantity: SiteQuantity, service: Service): SiteValue {
    const summary = this.report?.sites[site]
    if (summary === undefined) return null
    const value = siteValue(summary, quantity, service)
    if (value === null) return null
    const { unit } = this.store.state
    const shown = (nats: number): number =>
      quantity === 'rate' || quantity === 'ase'
        ? inUnit(quantityOf(quantity), nats, unit)
        : quantity === 'percentile-rate:5%'
          ? inUnit(chosenQuantity(quantity).quantity, nats, unit)
          : nats
    return { mean: shown(value.mean), standardError: shown(value.standardError) }
  }

  private unitText(quantity: SiteQuantity): string {
    const { unit } = this.store.state
    if (quantity === 'rate' || quantity === 'ase') return quantityOf(quantity).unit(unit)
    if (quantity === 'percentile-rate:5%') return chosenQuantity(quantity).quantity.unit(unit)
    return { area: 'km²', abandoned: '%', requests: '', 'coverage:0dB': '' }[quantity]
  }

  private rows(quantity: SiteQuantity, service: Service): HTMLElement {
    const { cells } = this.ground!
    const served = cells.flatMap(({ name, area }, b) => (area > 0 ? [{ name, area, b }] : []))
    const unit = this.unitText(quantity)
    return html(
      'table',
      {},
      html(
        'thead',
        {},
        html(
          'tr',
          {},
          html('th', {}, 'site'),
          html('th', {}, 'km²'),
          html('th', {}, `${quantityText(quantity)}${unit === '' ? '' : ` (${unit})`}`),
          html('th', {}, '± SE'),
        ),
      ),
      html(
        'tbody',
        {},
        ...served.slice(0, mostRows).map(({ name, area, b }) => {
          const value = this.valueOf(b, quantity, service)
          return html(
            'tr',
            {},
            html('td', {}, name),
            html('td', {}, String(Number(area.toPrecision(4)))),
            html('td', {}, value === null ? '—' : value.mean.toPrecision(4)),
            html('td', {}, value === null ? '' : value.standardError.toPrecision(2)),
          )
        }),
      ),
      served.length > mostRows
        ? html('caption', {}, `The first ${mostRows} of ${served.length} sites; the CSV has all.`)
        : null,
    )
  }

  private async pgfplots(caption: readonly string[]): Promise<string> {
    const { quantity, service } = this.chosen
    const { cells } = this.ground!
    const unit = this.unitText(quantity)
    const points = cells.flatMap(({ site }, b) => {
      const value = this.valueOf(b, quantity, service)
      return value === null ? [] : [{ ...site, value: value.mean }]
    })
    const { planePgfplots } = await import('../../charts/plane-pgfplots.js')
    return planePgfplots(
      {
        values: `${quantityText(quantity)}${unit === '' ? '' : `, ${unit}`}`,
        outlines: cells.flatMap(({ polygons }) =>
          polygons.flat().map(({ x, y }) => Array.from(x, (value, corner) => ({ x: value, y: y[corner]! }))),
        ),
        lines: [],
        marks: [{ name: 'site', mark: 'triangle*', points }],
      },
      caption,
    )
  }

  private csv(): string {
    const columns = services.flatMap(({ service }) =>
      siteQuantities.filter((name) => !ofSite(name)).map((name) => ({ service, name })),
    )
    const own = siteQuantities.filter(ofSite)
    return csvText([
      [
        'name',
        ...own.flatMap((name) => [name, `${name}_standard_error`]),
        ...columns.flatMap(({ service, name }) => [`${service}_${name}`, `${service}_${name}_standard_error`]),
      ],
      ...this.ground!.cells.map((cell, b) => [
        cell.name,
        ...own.flatMap((name) => numbers(this.valueOf(b, name, 'communication'))),
        ...columns.flatMap(({ service, name }) => numbers(this.valueOf(b, name, service))),
      ]),
    ])
  }
}

const numbers = (value: SiteValue): (number | null)[] => [value?.mean ?? null, value?.standardError ?? null]

/** The members that an answer depends on: a file by its hash. */
const keyOf = ({ text: _, ...request }: SitesRequest): Omit<SitesRequest, 'text'> => request

const ofSite = (quantity: SiteQuantity): boolean =>
  quantity === 'area' || quantity === 'requests' || quantity === 'abandoned'

const quantityText = (quantity: SiteQuantity): string =>
  ({
    rate: 'rate',
    ase: 'area spectral efficiency',
    'percentile-rate:5%': 'rate of the worst 5 %',
    'coverage:0dB': 'coverage at 0 dB',
    requests: 'requests to null',
    abandoned: 'share of requests abandoned',
    area: 'area of the cell',
  })[quantity]
