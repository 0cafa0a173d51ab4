import { download } from '../../charts/download.js'
import { html } from '../../charts/element.js'
import { type ExplorerState, type ExplorerStore, initialExplorerState } from '../state/explorer-state.js'
import { checkNetwork } from '../state/parameters/network-check.js'
import { valuesAsked } from '../state/parameters/values-asked.js'
import { cliCommand } from './cli-command.js'
import { permalink } from './export-caption.js'

/** The forms in which a state can be taken away: a link, a command. */
export const shareRow = (store: ExplorerStore): HTMLElement => {
  const command = html('code', { 'data-export': 'command' })
  const said = html('span', { role: 'status' })
  const copy = (text: string, content: () => string): HTMLButtonElement => {
    const button = html('button', { type: 'button' }, text)
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(content())
        said.textContent = 'Copied.'
      } catch {
        said.textContent = 'The browser does not permit copying.'
      }
    })
    return button
  }
  const copyCommand = copy('Copy the command', () => cliCommand(store.state))
  const scenario = html('button', { type: 'button' }, 'Save as a scenario file')
  scenario.addEventListener('click', async () => {
    const { state } = store
    const { scenarioText } = await import('./scenario-text.js')
    download('isacnet-scenario.yaml', scenarioText(state), 'application/yaml')
  })
  const reset = html('button', { type: 'button' }, 'Reset')
  reset.addEventListener('click', () => {
    const before = store.state
    store.set({ ...initialExplorerState, view: before.view })
    said.replaceChildren('Reset. ', undo(before))
  })
  const undo = (before: ExplorerState): HTMLButtonElement => {
    const button = html('button', { type: 'button', 'data-undo': 'reset' }, 'Undo')
    button.addEventListener('click', () => {
      store.set(before)
      said.textContent = 'As before.'
    })
    return button
  }
  const curves = html('p', { class: 'hint' })
  const update = (): void => {
    const { view, pinned } = store.state
    curves.textContent =
      view !== 'curves'
        ? ''
        : `The curves: isacnet sweep isacnet-scenario.yaml, with the scenario file below${pinned.length === 0 ? '' : '; pinned networks are not in it'}.`
    const feasible = checkNetwork(valuesAsked(store.state)).network !== undefined
    command.textContent = feasible ? cliCommand(store.state) : 'no command: the values are no network'
    copyCommand.disabled = !feasible
    scenario.disabled = !feasible
  }
  store.subscribe(update)
  update()
  return html(
    'section',
    { class: 'share', 'aria-label': 'Link and command' },
    html('p', {}, html('span', {}, 'The same on the command line: '), command),
    curves,
    html(
      'p',
      { class: 'buttons' },
      copyCommand,
      copy('Copy a link to this view', () => permalink(store.state, window.location)),
      scenario,
      reset,
      said,
    ),
  )
}
