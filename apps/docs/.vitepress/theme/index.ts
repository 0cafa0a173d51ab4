import { type Theme, useRoute, withBase } from 'vitepress'
import DefaultTheme, { VPFeatures } from 'vitepress/theme-without-fonts'
import { defineAsyncComponent, h, nextTick, onMounted, watch } from 'vue'
import { ExplorerPage } from '../../src/explorer/explorer-page.js'
import { enlargeFigures } from './enlarge-figures.js'
import { sayThatSearchLoads } from './search-loading.js'
import './style.css'
import './landing.css'
import './print.css'
import './explorer.css'
import './drop.css'
import './region.css'
import './simulation.css'
import './live.css'
import './api.css'

/** What few pages have is loaded by them. */
const LandingFigure = defineAsyncComponent(
  async () => (await import('../../src/landing/landing-figure.js')).LandingFigure,
)
const LiveFigure = defineAsyncComponent(
  async () => (await import('../../src/live/live-figure-component.js')).LiveFigureComponent,
)

/** The built site works offline; what a writer looks at is not kept. */
const keepForOffline = (): void => {
  if (process.env.NODE_ENV !== 'production' || typeof navigator === 'undefined' || !('serviceWorker' in navigator))
    return
  // After what the page itself needs. Where a browser refuses, the site works as any other.
  window.addEventListener('load', () => {
    navigator.serviceWorker.register(withBase('/sw.js')).catch(() => {})
  })
}

/** Layouts without a main landmark get one, so that a screen reader can go there. */
const markMain = (): void => {
  const content = document.querySelector('#VPContent')
  if (content?.querySelector('main') === null) content.setAttribute('role', 'main')
  else content?.removeAttribute('role')
}

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'home-hero-image': () => h(LandingFigure) }),
  enhanceApp: ({ app }) => {
    app.component('ExplorerPage', ExplorerPage)
    app.component('FeatureCards', VPFeatures)
    app.component('LiveFigure', LiveFigure)
    keepForOffline()
  },
  setup: () => {
    const route = useRoute()
    onMounted(() => {
      markMain()
      enlargeFigures()
      sayThatSearchLoads()
    })
    watch(
      () => route.path,
      () => nextTick(markMain),
    )
  },
} satisfies Theme
