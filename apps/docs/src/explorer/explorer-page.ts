import { useRouter } from 'vitepress'
import { defineComponent, h, onBeforeUnmount, onMounted, ref } from 'vue'
import type { MountedExplorer } from './mount-explorer.js'

/** The explorer as a component of the site: an element that a browser fills. */
export const ExplorerPage = defineComponent({
  name: 'ExplorerPage',
  setup: () => {
    const router = useRouter()
    const root = ref<HTMLElement>()
    let explorer: MountedExplorer | undefined
    let gone = false
    onMounted(async () => {
      const { mountExplorer } = await import('./mount-explorer.js')
      if (gone || root.value === undefined) return
      explorer = mountExplorer(root.value)
      router.onBeforeRouteChange = () => explorer?.remember()
      router.onAfterRouteChange = () => explorer?.followAddress()
    })
    onBeforeUnmount(() => {
      gone = true
      explorer?.end()
      explorer = undefined
      router.onBeforeRouteChange = () => {}
      router.onAfterRouteChange = () => {}
    })
    return () =>
      h('div', { ref: root, class: 'explorer' }, [h('p', 'The explorer needs JavaScript, and is being loaded.')])
  },
})
