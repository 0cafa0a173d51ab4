import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { ExplorerPage } from '../../src/explorer/explorer-page.js'
import './style.css'
import './explorer.css'

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => {
    app.component('ExplorerPage', ExplorerPage)
  },
} satisfies Theme
