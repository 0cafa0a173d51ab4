import { renderTopology, type Topology } from '@isacnet/drawing'
import { html } from '../../charts/element.js'
import { samplingControls } from '../controls/sampling-controls.js'
import { seedField } from '../controls/seed-field.js'
import { exportButtons } from '../share/export-buttons.js'
import type { ExplorerStore } from '../state/explorer-state.js'
import { dropLimit } from '../state/interactive-limits.js'
import { checkNetwork } from '../state/network-check.js'
import { requestKey } from '../state/request-key.js'
import { drawnSampling } from '../state/sampling.js'
import type { DropPart, DropRequest } from '../workers/drop-worker.js'
import { LatestOnly, surroundingsOf } from '../workers/latest-only.js'
import { AnswerFrame } from './answer-frame.js'
import { isAnswered } from './answer-state.js'

/** One drop of the network: cells, clusters, who nulls whom, abandoned requests, and the hole. */
export class DropView {
  readonly element: HTMLElement
  private readonly picture = html('div', { class: 'drop-picture' })
  private readonly status = html('p', { class: 'status', role: 'status' })
  private readonly frame: AnswerFrame
  private readonly latest: LatestOnly<DropRequest, DropPart>

  constructor(
    private readonly store: ExplorerStore,
    stay: AbortSignal,
  ) {
    this.latest = new LatestOnly(
      () => new Worker(new URL('../workers/drop-worker.ts', import.meta.url), { type: 'module' }),
      {
        part: (request, { drop }) => void this.take(request, drop),
        failed: (request, reason) => this.frame.state.fail(requestKey(request), reason),
      },
      surroundingsOf(stay),
    )
    const next = html('button', { type: 'button', class: 'primary' }, 'Next drop')
    next.addEventListener('click', () => store.set({ seed: store.state.seed + 1 }))
    const others = html('input', { id: 'drop-others', type: 'checkbox' })
    others.addEventListener('change', () => store.set({ otherRequests: others.checked }))
    const showChoice = (): void => {
      others.checked = store.state.otherRequests
    }
    store.subscribe((state) => {
      showChoice()
      if (state.view === 'drop') this.update()
    })
    showChoice()
    const exports = exportButtons({ name: 'isacnet-drop', drawing: () => this.picture.querySelector('svg')! })
    this.frame = new AnswerFrame({
      label: 'Drop',
      content: [this.status, this.picture],
      stay,
      retry: () => this.update(),
      changed: (standing) => exports.enable(isAnswered(standing)),
    })
    this.element = html(
      'div',
      { class: 'view drop' },
      html(
        'p',
        { class: 'choice' },
        html('label', { for: 'drop-seed' }, 'Seed '),
        seedField('drop-seed', store),
        next,
        others,
        html('label', { for: 'drop-others' }, 'requests of other cells as well'),
      ),
      samplingControls('drop', store, ({ drawn }) => drawn),
      this.frame.element,
      exports.element,
    )
  }

  /** Asks for the drop of the state, unless it is drawn already. */
  update(): void {
    const { values, clusters, seed, sampling, otherRequests } = this.store.state
    const request = { values, clusters, seed, sampling: drawnSampling(sampling), otherRequests }
    const key = requestKey(request)
    const { state } = this.frame
    state.ask(key)
    const { network, reason } = checkNetwork(values)
    const why = network === undefined ? `No drop: ${reason}` : dropLimit(values)
    if (why !== undefined) this.frame.refuse(key, why)
    else if (!state.has(key)) this.latest.request(request)
  }

  private async take(request: DropRequest, drop: Topology): Promise<void> {
    const key = requestKey(request)
    const picture = await renderTopology(drop)
    // Another drop may be wanted by now.
    if (!this.frame.state.takes(key)) return
    this.picture.innerHTML = picture
    this.status.textContent = countsText(drop)
    this.frame.state.answer(key)
  }
}

const countsText = ({ counts: { stations, requests, abandoned } }: Topology): string =>
  `${stations} base stations, ${requests} requests, ${abandoned} of them abandoned.`
