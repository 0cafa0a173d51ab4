import { html, withSymbols } from '../../charts/element.js'
import { inSymbols } from '../state/parameters/in-symbols.js'

/** One line on what a link has that can't be read, until it is dismissed. */
export class LinkProblems {
  private readonly text = html('span')
  private readonly dismiss = html('button', { type: 'button', 'aria-label': 'Dismiss' }, '×')
  readonly element = html('div', { class: 'problems', role: 'status', hidden: true }, this.text, this.dismiss)

  constructor() {
    this.dismiss.addEventListener('click', () => this.say([]))
  }

  say(problems: readonly string[]): void {
    this.element.hidden = problems.length === 0
    const said = problems.length === 0 ? '' : `Left out of the link: ${problems.map(short).join('; ')}.`
    this.text.replaceChildren(...withSymbols(said))
  }
}

/** A reason without the list of all that is permitted: it is longer than the page. */
const short = (problem: string): string => inSymbols(problem).replace(/:? ?permitted: .*$/, '')
