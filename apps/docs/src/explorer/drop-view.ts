import { renderTopology, type SvgDocument, type Topology, topology, topologyDrop } from '@isacnet/figures'
import { defineSimulation } from '@isacnet/simulation'
import { html } from '../charts/element.js'
import type { ExplorerStore } from './explorer-state.js'
import { exportButtons } from './export-buttons.js'
import { checkNetwork } from './network-check.js'

/** One drop of the network: cells, clusters, who nulls whom, abandoned requests, and the hole. */
export class DropView {
  readonly element: HTMLElement
  private readonly picture = html('div', { class: 'drop-picture' })
  private readonly status = html('p', { class: 'status', role: 'status' })
  private readonly seed: HTMLInputElement
  private readonly others = html('input', { id: 'drop-others', type: 'checkbox' })
  private drawn: string | undefined

  constructor(private readonly store: ExplorerStore) {
    this.seed = html('input', { id: 'drop-seed', type: 'text', inputmode: 'numeric', value: store.state.seed })
    this.seed.addEventListener('change', () => {
      const seed = Number(this.seed.value)
      if (Number.isSafeInteger(seed) && seed >= 0) store.set({ seed })
      else this.seed.value = String(store.state.seed)
    })
    const next = html('button', { type: 'button', class: 'primary' }, 'Next drop')
    next.addEventListener('click', () => store.set({ seed: store.state.seed + 1 }))
    this.others.addEventListener('change', () => this.update())
    store.subscribe((state, before) => {
      this.seed.value = String(state.seed)
      const same = state.values === before.values && state.clusters === before.clusters && state.seed === before.seed
      if (!same && state.view === 'drop') this.update()
    })
    this.element = html(
      'div',
      { class: 'view drop' },
      html(
        'p',
        { class: 'choice' },
        html('label', { for: 'drop-seed' }, 'Seed '),
        this.seed,
        next,
        this.others,
        html('label', { for: 'drop-others' }, 'requests of other cells as well'),
      ),
      this.status,
      this.picture,
      exportButtons({ name: 'isacnet-drop', drawing: () => this.picture.querySelector('svg')! }),
    )
  }

  /** Draws the drop of the state, unless it is drawn already. */
  update(): void {
    const { values, clusters, seed } = this.store.state
    const { network, reason } = checkNetwork(values)
    if (network === undefined) {
      this.drawn = undefined
      this.picture.replaceChildren()
      this.status.textContent = `No drop: ${reason}`
      return
    }
    const definition = defineSimulation(network, { fidelity: 'channel', sensingClusters: clusters, seed })
    const otherRequests = this.others.checked
    const key = JSON.stringify([definition, otherRequests])
    if (key === this.drawn) return
    this.drawn = key
    const shown = topology(definition, topologyDrop(definition), { otherRequests })
    this.picture.innerHTML = renderTopology(shown, document as unknown as SvgDocument)
    this.status.textContent = countsText(shown)
  }
}

const countsText = ({ counts: { stations, requests, abandoned } }: Topology): string =>
  `${stations} base stations, ${requests} requests, ${abandoned} of them abandoned.`
