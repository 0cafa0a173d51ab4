import { html } from '../../charts/element.js'
import { download } from '../../charts/export-image.js'
import { type ExplorerStore, initialExplorerState } from '../state/explorer-state.js'
import { checkNetwork } from '../state/network-check.js'
import { permalinkQuery } from '../state/permalink.js'
import { cliCommand } from './cli-command.js'

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
  const link = (): string => {
    const query = permalinkQuery(store.state)
    return `${window.location.origin}${window.location.pathname}${query === '' ? '' : `?${query}`}`
  }
  const copyCommand = copy('Copy the command', () => cliCommand(store.state))
  const scenario = html('button', { type: 'button' }, 'Save as a scenario file')
  scenario.addEventListener('click', async () => {
    const { scenarioText } = await import('./scenario-text.js')
    download('isacnet-scenario.yaml', scenarioText(store.state), 'application/yaml')
  })
  const reset = html('button', { type: 'button' }, 'Reset')
  reset.addEventListener('click', () => store.set({ ...initialExplorerState, view: store.state.view }))
  const update = (): void => {
    const feasible = checkNetwork(store.state.values).network !== undefined
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
    html('p', { class: 'buttons' }, copyCommand, copy('Copy a link to this view', link), scenario, reset, said),
  )
}
