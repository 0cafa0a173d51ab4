import { withBase } from 'vitepress'
import { defineComponent, h, onBeforeUnmount, onMounted, ref } from 'vue'

/** How far from the view a figure begins to load. */
const nearby = '400px'

/**
 * A figure of the guide whose numbers a reader moves: `<LiveFigure name="who-pays">the statement at first</LiveFigure>`. What is inside
 * is read where there is no script, and until the figure is near the view and loaded.
 */
export const LiveFigureComponent = defineComponent({
  name: 'LiveFigure',
  props: { name: { type: String, required: true } },
  setup: ({ name }, { slots }) => {
    const root = ref<HTMLElement>()
    const place = ref<HTMLElement>()
    const state = ref<'waiting' | 'live' | 'failed'>('waiting')
    let end = (): void => {}
    let gone = false

    const load = async (): Promise<void> => {
      const [{ mountLiveFigure }, { liveFigures }] = await Promise.all([
        import('./mount-live-figure.js'),
        import('./live-figures.js'),
      ])
      const figure = await liveFigures[name]?.()
      if (figure === undefined) throw new Error(`there is no live figure ${name}`)
      if (gone || place.value === undefined) return
      state.value = 'live'
      end = mountLiveFigure(place.value, name, figure, withBase('/explorer.html'))
    }
    onMounted(() => {
      if (root.value === undefined) return
      const observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return
          observer.disconnect()
          // The statement at first stays readable.
          load().catch(() => {
            state.value = 'failed'
          })
        },
        { rootMargin: nearby },
      )
      observer.observe(root.value)
      end = () => observer.disconnect()
    })
    onBeforeUnmount(() => {
      gone = true
      end()
    })
    return () =>
      h('figure', { ref: root, class: 'live-figure', 'data-live': state.value, 'data-figure': name }, [
        state.value === 'live' ? null : h('div', { class: 'live-statement' }, slots.default?.()),
        h('div', { ref: place }),
        h(
          'figcaption',
          state.value === 'live' ? 'Computed in your browser: move a slider.' : 'Needs JavaScript to be moved.',
        ),
      ])
  },
})
