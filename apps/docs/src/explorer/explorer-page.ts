import { defineComponent, h, onBeforeUnmount, onMounted, ref } from 'vue'

/** The explorer as a component of the site: an element that a browser fills. */
export const ExplorerPage = defineComponent({
  name: 'ExplorerPage',
  setup: () => {
    const root = ref<HTMLElement>()
    let end: (() => void) | undefined
    let gone = false
    onMounted(async () => {
      const { mountExplorer } = await import('./mount-explorer.js')
      if (!gone && root.value !== undefined) end = mountExplorer(root.value)
    })
    onBeforeUnmount(() => {
      gone = true
      end?.()
    })
    return () =>
      h('div', { ref: root, class: 'explorer' }, [h('p', 'The explorer needs JavaScript, and is being loaded.')])
  },
})
