import type { ExplorerState } from '../state/explorer-state.js'
import { permalinkQuery } from '../state/link/permalink.js'
import {
  type ExplorerParameter,
  explorerParameters,
  isAllocationParameter,
} from '../state/parameters/explorer-parameters.js'
import { cliCommand } from './cli-command.js'

/** The address of a state. */
export const permalink = (state: ExplorerState, { origin, pathname }: { origin: string; pathname: string }): string => {
  const query = permalinkQuery(state)
  return `${origin}${pathname}${query === '' ? '' : `?${query}`}`
}

/** Whether a caption always has a parameter. */
const isAlwaysSaid = (name: ExplorerParameter): boolean => isAllocationParameter(name) || name === 'transmitAntennas'

/** Lines that say where a file comes from: the parameters, the command, the link. */
export const exportCaption = (state: ExplorerState, place: { origin: string; pathname: string }): string[] => {
  const parameters = explorerParameters
    .filter(({ name, defaultValue }) => isAlwaysSaid(name) || state.values[name] !== defaultValue)
    .map(({ name, symbol, unit }) => `${symbol} = ${state.values[name]}${unit === '' ? '' : ` ${unit}`}`)
  const clusters = state.clusters === 'bs-centric' ? [] : ['sensing clusters around the target']
  return [
    `isacnet: ${[...parameters, ...clusters].join(', ')}; otherwise the paper’s network`,
    cliCommand(state),
    permalink(state, place),
  ]
}
