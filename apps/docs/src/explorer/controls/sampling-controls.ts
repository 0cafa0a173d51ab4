import { parameterValue, type SimulationParameter, writtenParameter } from '@isacnet/simulation'
import { html } from '../../charts/element.js'
import type { ExplorerStore } from '../state/explorer-state.js'
import { type Sampling, samplingParameters, withSampling } from '../state/sampling.js'

type Parameter = SimulationParameter<keyof Sampling>

/**
 * A control for each parameter of the sampling.
 *
 * @param name - the group's name in ids.
 * @param taken - which parameters have a control here; default: all.
 */
export const samplingControls = (
  name: string,
  store: ExplorerStore,
  taken: (parameter: Parameter) => boolean = () => true,
): HTMLElement =>
  html(
    'details',
    { class: 'parameter-group', open: Object.keys(store.state.sampling).length > 0 },
    html('summary', {}, 'How it is sampled'),
    ...samplingParameters.filter(taken).map((parameter) => {
      const id = `${name}-${parameter.name}`
      return html(
        'p',
        { class: 'choice' },
        html('label', { for: id }, `${parameter.meaning} `),
        parameterControl(id, parameter, store),
      )
    }),
  )

/** A list of the names that are permitted, or else a field, which goes back to the value that counts if what is typed can't be. */
const parameterControl = (id: string, parameter: Parameter, store: ExplorerStore): HTMLElement => {
  const control =
    parameter.kind === 'choice'
      ? html('select', { id }, ...parameter.permitted.map((value) => html('option', { value }, value)))
      : html('input', { id, type: 'text', autocomplete: 'off', title: permittedText(parameter) })
  const show = (): void => {
    control.value = writtenParameter(parameterValue(store.state.sampling, parameter.name))
  }
  control.addEventListener('change', () => {
    const text = control.value.trim()
    try {
      const value = text === '' ? writtenParameter(parameter.defaultValue) : text
      store.set({ sampling: withSampling(store.state.sampling, parameter, value) })
    } catch {
      show()
    }
  })
  store.subscribe(show)
  show()
  return control
}

const permittedText = (parameter: Parameter): string =>
  parameter.kind === 'choices'
    ? `${parameter.permitted.join(', ')}, separated by commas`
    : parameter.kind === 'quantities'
      ? `${parameter.meaning}; separated by commas`
      : parameter.meaning
