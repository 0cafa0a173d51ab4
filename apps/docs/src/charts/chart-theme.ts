/** The colours of charts: Okabe and Ito's, lighter on a dark page, so that lines keep their contrast. */
export interface ChartTheme {
  readonly ink: string
  readonly faint: string
  readonly grid: string
  readonly background: string
  readonly blue: string
  readonly vermillion: string
  readonly green: string
  readonly purple: string
  readonly orange: string
  readonly sky: string
  readonly brown: string
}

export const lightTheme: ChartTheme = {
  ink: '#222222',
  faint: '#5f6368',
  grid: '#e2e3e6',
  background: '#ffffff',
  blue: '#0072b2',
  vermillion: '#d55e00',
  green: '#009e73',
  purple: '#b5588e',
  orange: '#e69f00',
  sky: '#2b9fd9',
  brown: '#7a5230',
}

export const darkTheme: ChartTheme = {
  ink: '#e8e8ea',
  faint: '#a7abb3',
  grid: '#3a3b42',
  background: '#1b1b1f',
  blue: '#56b4e9',
  vermillion: '#f28e4d',
  green: '#3fc9a0',
  purple: '#e0a3c8',
  orange: '#f0b93a',
  sky: '#a5dcff',
  brown: '#c9a27e',
}

/** The theme of the page now. */
export const pageTheme = (): ChartTheme =>
  document.documentElement.classList.contains('dark') ? darkTheme : lightTheme

/** Calls back when the page turns dark or light. */
export const onThemeChange = (callback: () => void): (() => void) => {
  const observer = new MutationObserver(callback)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] })
  return () => observer.disconnect()
}
