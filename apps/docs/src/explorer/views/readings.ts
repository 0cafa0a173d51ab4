import { informationUnits } from '@isacnet/model'
import { html } from '../../charts/element.js'
import { choiceControl } from '../controls/choice-control.js'
import type { ExplorerStore } from '../state/explorer-state.js'

/** Choices that apply to all that is shown. */
export const readings = (store: ExplorerStore): HTMLElement =>
  html(
    'p',
    { class: 'choice readings' },
    ...choiceControl({
      id: 'explorer-unit',
      label: 'Rates in ',
      options: informationUnits.map((name) => [name, name] as const),
      chosen: ({ unit }) => unit,
      choose: (unit) => store.set({ unit }),
      store,
    }),
    ...choiceControl({
      id: 'explorer-clusters',
      label: ' Sensing clusters ',
      options: [
        ['bs-centric', 'around the serving base station'],
        ['target-centric', 'around the target'],
      ],
      chosen: ({ clusters }) => clusters,
      choose: (clusters) => store.set({ clusters }),
      store,
    }),
  )
