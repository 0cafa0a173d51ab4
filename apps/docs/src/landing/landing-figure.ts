import { withBase } from 'vitepress'
import { defineComponent, h, onBeforeUnmount, onMounted, ref } from 'vue'
import { targetsPerCell } from './landing-network.js'
import type { MountedFigure } from './mount-landing-figure.js'

/** The figure of the landing page: a picture that is there at once, and comes alive when its script has loaded. */
export const LandingFigure = defineComponent({
  name: 'LandingFigure',
  setup: () => {
    const root = ref<HTMLElement>()
    let figure: MountedFigure | undefined
    let gone = false
    onMounted(async () => {
      const { mountLandingFigure } = await import('./mount-landing-figure.js')
      if (!gone && root.value !== undefined) figure = mountLandingFigure(root.value, withBase('/explorer.html'))
    })
    onBeforeUnmount(() => {
      gone = true
      figure?.end()
    })
    return () =>
      h('figure', { ref: root, class: 'landing-figure' }, [
        h('figcaption', [
          'Area spectral efficiency of communication, ',
          h('b', { class: 'communication' }, [h('i', 'T'), h('sub', 'c')]),
          ', and of sensing, ',
          h('b', { class: 'sensing' }, [h('i', 'T'), h('sub', 's')]),
          `, of a network with 20 antennas a base station and ${targetsPerCell} targets a cell. What moves is computed here.`,
        ]),
        h('div', { class: 'landing-chart' }, themes.map(staticPicture)),
        h('div', { class: 'landing-below' }),
      ])
  },
})

const themes = ['light', 'dark'] as const

const staticPicture = (theme: (typeof themes)[number]) =>
  h('picture', { class: `in-${theme}` }, [
    h('source', { media: '(max-width: 639px)', srcset: withBase(`/pictures/landing-narrow-${theme}.svg`) }),
    h('img', {
      src: withBase(`/pictures/landing-wide-${theme}.svg`),
      alt: 'Communication is most at 12 users per cell, sensing hardly depends on them.',
    }),
  ])
