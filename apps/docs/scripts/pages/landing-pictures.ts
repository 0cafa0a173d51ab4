import { darkTheme, lightTheme } from '../../src/charts/chart-theme.js'
import { drawLineChart } from '../../src/charts/line-chart.js'
import { landingChart } from '../../src/landing/landing-chart.js'
import { firstClusters, firstUsers, spentAntennas } from '../../src/landing/spent-antennas.js'
import { withDocument } from './with-document.js'
import { writePublicFile } from './write-page.js'

/** As large as the live figure is on a phone and beside the title. */
const sizes = { narrow: { width: 340, height: 300 }, wide: { width: 600, height: 380 } }

/** What the landing page shows until its figure is alive: the same chart, for both themes and two widths. */
export const writeLandingPictures = (): void => {
  const points = spentAntennas(firstClusters)
  withDocument(() => {
    for (const [theme, colours] of Object.entries({ light: lightTheme, dark: darkTheme }))
      for (const [width, size] of Object.entries(sizes)) {
        const { element } = drawLineChart(landingChart(points, firstUsers, colours), size, colours)
        writePublicFile(`pictures/landing-${width}-${theme}.svg`, `${element.outerHTML}\n`)
      }
  })
}
