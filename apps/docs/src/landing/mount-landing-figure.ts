import { degreesOfFreedom, type ParameterName, parameterDefinitions } from '@isacnet/model'
import { onThemeChange, pageTheme } from '../charts/chart-theme.js'
import { html, symbolElement } from '../charts/element.js'
import { type DrawnChart, drawLineChart } from '../charts/line-chart.js'
import { landingChart } from './landing-chart.js'
import { clusterLimits, firstClusters, firstUsers, type SpentAntennas, spentAntennas } from './spent-antennas.js'

/** A figure that a page has filled. */
export interface MountedFigure {
  end(): void
}

/**
 * Fills the landing page's figure: curves that are computed here as sliders move, and what they are at the chosen number of users. Who
 * points at the chart chooses that number as well.
 *
 * @param explorer - the address of the explorer.
 */
export const mountLandingFigure = (root: HTMLElement, explorer: string): MountedFigure => {
  const found = new Map<string, readonly SpentAntennas[]>()
  const users = knob('usersPerCell', firstUsers, 20)
  const communication = knob('communicationClusterSize', firstClusters.communication, clusterLimits.communication)
  const sensing = knob('sensingClusterSize', firstClusters.sensing, clusterLimits.sensing)
  const knobs = [users, communication, sensing]
  const chart = root.querySelector<HTMLElement>('.landing-chart')!
  const reading = html('p', { class: 'landing-reading', 'aria-live': 'polite' })
  const controls = html('div', { class: 'landing-knobs' }, ...knobs.map(({ element }) => element))
  root.querySelector('.landing-below')!.replaceChildren(controls, reading)
  let drawn: DrawnChart | undefined

  const points = (): readonly SpentAntennas[] => {
    const clusters = { communication: communication.value(), sensing: sensing.value() }
    const key = JSON.stringify(clusters)
    const known = found.get(key) ?? spentAntennas(clusters)
    found.set(key, known)
    return known
  }

  const draw = (): void => {
    const curves = points()
    // A choice that spends more leaves room for fewer users; where it spends less again, they come back.
    const shown = Math.min(users.value(), curves.length)
    const size = { width: chart.clientWidth, height: chart.clientHeight }
    drawn = drawLineChart(landingChart(curves, shown, pageTheme()), size, pageTheme(), drawn)
    if (chart.firstElementChild !== drawn.element) chart.replaceChildren(drawn.element)
    for (const { show } of knobs) show()
    users.show(shown)
    const point = curves[shown - 1]!
    reading.replaceChildren(...readingOf(point, explorer))
  }

  const point = (event: PointerEvent): void => {
    if (drawn === undefined || (event.type === 'pointermove' && event.buttons === 0)) return
    const at = drawn.x.invert(event.clientX - drawn.element.getBoundingClientRect().left)
    users.choose(Math.min(Math.max(Math.round(at), 1), points().length))
    draw()
  }
  chart.addEventListener('pointerdown', point)
  chart.addEventListener('pointermove', point)
  controls.addEventListener('input', draw)
  const resized = new ResizeObserver(draw)
  resized.observe(chart)
  const forget = onThemeChange(draw)
  draw()
  return {
    end: () => {
      resized.disconnect()
      forget()
    },
  }
}

const knob = (name: ParameterName, first: number, last: number) => {
  const { symbol, meaning } = parameterDefinitions.find((definition) => definition.name === name)!
  const input = html('input', { type: 'range', min: 1, max: last, value: first, id: `landing-${symbol}` })
  const shown = html('output', { for: input.id })
  const label = html('label', { for: input.id }, symbolElement(symbol), ' ', meaning)
  return {
    element: html('div', { class: 'landing-knob' }, label, shown, input),
    value: (): number => Number(input.value),
    choose: (value: number): void => {
      input.value = String(value)
    },
    show: (value = Number(input.value)): void => {
      shown.textContent = String(value)
    },
  }
}

const readingOf = (point: SpentAntennas, explorer: string): (Node | string)[] => {
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = point.network
  const { used, available } = degreesOfFreedom(point.network)
  const value = (name: string, symbol: string, number: number): HTMLElement =>
    html('b', { class: name, 'data-result': symbol }, symbolElement(symbol), ` = ${number.toFixed(2)}`)
  return [
    value('communication', 'T_c', point.communication),
    ' and ',
    value('sensing', 'T_s', point.sensing),
    ` at ${K} ${K === 1 ? 'user' : 'users'} per cell, with ${used} of ${available} antennas spent. `,
    html('a', { href: `${explorer}?K=${K}&L=${L}&J=${J}&Q=${Q}` }, 'This network in the explorer'),
  ]
}
