import type { Topology } from '@isacnet/drawing'
import { html, withSymbols } from '../../../charts/element.js'
import { dropStages } from '../../state/drop-stage.js'
import type { ExplorerStore } from '../../state/explorer-state.js'
import { stageWords } from './drop-words.js'

/** A button for each stage of a drop, with its numbers, and a sentence that says what the chosen one changes. */
export const dropSteps = (store: ExplorerStore): { readonly element: HTMLElement; show(drop: Topology): void } => {
  const sentence = html('p', { class: 'drop-sentence', role: 'status' })
  const steps = dropStages.map((stage) => {
    const title = html('strong')
    const means = html('span')
    const button = html('button', { type: 'button', 'data-stage': stage }, title, means)
    button.addEventListener('click', () => store.set({ stage }))
    return { stage, title, means, button }
  })
  return {
    element: html(
      'div',
      {},
      html('div', { class: 'drop-steps', role: 'group', 'aria-label': 'Stages' }, ...steps.map(({ button }) => button)),
      sentence,
    ),
    show: (drop) => {
      const { stage: chosen, unit } = store.state
      for (const { stage, title, means, button } of steps) {
        const words = stageWords(drop, stage, unit)
        title.textContent = words.title
        means.textContent = words.means
        button.setAttribute('aria-pressed', String(stage === chosen))
        if (stage === chosen) sentence.replaceChildren(...withSymbols(words.sentence))
      }
    },
  }
}
