import type { Topology } from '@isacnet/drawing'
import { html } from '../../charts/element.js'
import { samplingControls } from '../controls/sampling-controls.js'
import { seedField } from '../controls/seed-field.js'
import { exportButtons } from '../share/export-buttons.js'
import type { ExplorerStore } from '../state/explorer-state.js'
import { dropLimit } from '../state/interactive-limits.js'
import { checkNetwork } from '../state/parameters/network-check.js'
import { requestKey } from '../state/request-key.js'
import { drawnSampling } from '../state/sampling.js'
import type { DropPart, DropRequest } from '../workers/drop-worker.js'
import { LatestOnly, surroundingsOf } from '../workers/latest-only.js'
import { AnswerFrame } from './answer-frame.js'
import { isAnswered } from './answer-state.js'
import { dropCsv } from './drop/drop-csv.js'
import { DropPicture } from './drop/drop-picture.js'
import { dropSteps } from './drop/drop-steps.js'
import { dropTable } from './drop/drop-table.js'
import { fullScreenButton } from './drop/full-screen.js'

/** One drop of the network, told in stages: what everybody’s rate is without nulls, with all of them, and with those that are granted. */
export class DropView {
  readonly element: HTMLElement
  private readonly picture: DropPicture
  private readonly steps: ReturnType<typeof dropSteps>
  private readonly table = html('div', { class: 'drop-table', role: 'region', 'aria-label': 'Rates', tabindex: '0' })
  private readonly status = html('p', { class: 'status', role: 'status' })
  private readonly frame: AnswerFrame
  private readonly latest: LatestOnly<DropRequest, DropPart>
  private drop: Topology | undefined

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
    this.picture = new DropPicture(stay)
    this.steps = dropSteps(store)
    const next = html('button', { type: 'button', class: 'primary' }, 'Next drop')
    next.addEventListener('click', () => store.set({ seed: store.state.seed + 1, withheld: [] }))
    const others = html('input', { id: 'drop-others', type: 'checkbox' })
    others.addEventListener('change', () => store.set({ otherRequests: others.checked }))
    const showChoice = (): void => {
      others.checked = store.state.otherRequests
    }
    store.subscribe((state, before) => {
      showChoice()
      if (state.view !== 'drop') return
      this.update()
      if (state.stage !== before.stage || state.unit !== before.unit || state.otherRequests !== before.otherRequests)
        void this.show()
    })
    showChoice()
    const exports = exportButtons({
      name: 'isacnet-drop',
      store,
      drawing: () => this.picture.svg,
      csv: () => dropCsv(this.drop!, store.state.unit),
      pgfplots: async (caption) => {
        const { stage, unit } = store.state
        const drop = this.drop!
        return (await import('./drop/drop-pgfplots.js')).dropPgfplots(drop, stage, unit, caption)
      },
    })
    this.frame = new AnswerFrame({
      label: 'Drop',
      content: [this.steps.element, this.picture.element, this.status, this.table],
      stay,
      retry: () => this.update(),
      changed: (standing) => exports.enable(isAnswered(standing)),
    })
    const lecture: HTMLElement = html(
      'div',
      { class: 'drop-lecture' },
      html(
        'p',
        { class: 'choice' },
        html('label', { for: 'drop-seed' }, 'Seed '),
        seedField('drop-seed', store),
        next,
        html('label', { class: 'drop-others', for: 'drop-others' }, others, 'requests of other cells as well'),
        fullScreenButton(() => lecture, stay),
      ),
      this.frame.element,
    )
    this.element = html(
      'div',
      { class: 'view drop' },
      lecture,
      samplingControls('drop', store, ({ drawn }) => drawn),
      exports.element,
    )
  }

  /** Asks for the drop of the state, unless it is drawn already. */
  update(): void {
    const { values, clusters, seed, sampling, withheld } = this.store.state
    const request = { values, clusters, seed, sampling: drawnSampling(sampling), withheld }
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
    if (!this.frame.state.takes(key)) return
    this.drop = drop
    await this.show()
    // Another drop may be wanted by now.
    if (this.drop === drop && this.frame.state.takes(key)) this.frame.state.answer(key)
  }

  private async show(): Promise<void> {
    const { drop } = this
    if (drop === undefined) return
    const { stage, unit, otherRequests } = this.store.state
    await this.picture.show({ drop, stage, unit, otherRequests })
    if (this.drop !== drop) return
    this.steps.show(drop)
    const toggled = document.activeElement?.getAttribute('data-toggle')
    this.table.replaceChildren(dropTable(this.store, drop))
    if (toggled !== null && toggled !== undefined)
      this.table.querySelector<HTMLElement>(`[data-toggle="${toggled}"]`)?.focus()
    this.status.textContent = countsText(drop)
  }
}

const countsText = ({ counts: { stations, requests, abandoned } }: Topology): string =>
  `${stations} base stations, ${requests} requests, ${abandoned} of them abandoned.`
