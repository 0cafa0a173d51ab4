import { html } from '../../charts/element.js'
import { AnswerState, type Standing } from './answer-state.js'

export interface FrameOptions {
  /** Names the content for readers who can't see it. */
  readonly label: string
  /** The elements that answer one request; they are dimmed when they don't answer the newest any more. */
  readonly content: readonly HTMLElement[]
  /** The content goes when this is aborted. */
  readonly stay: AbortSignal
  /** Called when the standing has changed. */
  readonly changed?: (standing: Standing) => void
  /** Asks again for what failed. */
  readonly retry?: () => void
}

/** A part of the page whose numbers are bound to the request that they answer, and which looks like it. */
export class AnswerFrame {
  readonly element: HTMLElement
  readonly state: AnswerState
  private readonly note = html('span', { class: 'computing', role: 'status' })
  private readonly reason = html('span')
  private readonly again = html('button', { type: 'button' }, 'Try again')
  private readonly content: HTMLElement
  private refusal: string | undefined
  private progress = ''
  private last: Standing | undefined

  constructor({ label, content, stay, changed, retry }: FrameOptions) {
    this.again.addEventListener('click', () => retry?.())
    this.content = html('div', { class: 'answer-content' }, ...content)
    this.element = html(
      'div',
      { class: 'answer', role: 'group', 'aria-label': label, 'aria-busy': 'false' },
      this.note,
      html('p', { class: 'reason', role: 'alert' }, this.reason, retry === undefined ? null : this.again),
      this.content,
    )
    this.state = new AnswerState((standing) => {
      this.show(standing)
      changed?.(standing)
    })
    this.show(this.state.standing)
    stay.addEventListener('abort', () => this.state.end())
  }

  /** Whether what is shown answers the request, or did so a moment ago: whether it may be read as an answer. */
  get fresh(): boolean {
    const { shows, old } = this.state.standing
    return shows === 'answer' && !old
  }

  /** Says why there is no answer, where asking again would not help. */
  refuse(key: string, reason: string): void {
    this.refusal = reason
    this.state.fail(key, reason)
  }

  /** How far the computation has come; nothing is told of the next one. */
  tell(progress: string): void {
    this.progress = progress
    this.showNote()
  }

  private show(standing: Standing): void {
    const { shows, old, waiting, busy, reason = '' } = standing
    const before = this.last
    this.last = standing
    if (!busy) this.progress = ''
    this.showNote()
    // A slider that moves says so with every step: what is there already is not written again.
    if (before?.shows !== shows) this.element.dataset.shows = shows
    if (before?.old !== old) this.element.classList.toggle('old', old)
    if (before?.waiting !== waiting) this.element.setAttribute('aria-busy', String(waiting))
    if (this.reason.textContent === reason) return
    this.reason.textContent = reason
    this.again.hidden = reason === this.refusal
  }

  private showNote(): void {
    const text = this.last?.waiting !== true ? '' : `computing…${this.progress === '' ? '' : ` ${this.progress}`}`
    if (this.note.textContent !== text) this.note.textContent = text
  }
}
