import type { LiveFigure } from './live-figure.js'

/** The figures by the names under which pages have them, each loaded with what it computes when it is needed. */
export const liveFigures: Readonly<Record<string, () => Promise<LiveFigure>>> = {
  'users-and-rates': async () => (await import('./figures/users-and-rates.js')).usersAndRates,
  'theorems-off': async () => (await import('./figures/theorems-off.js')).theoremsOff,
  'who-pays': async () => (await import('./figures/who-pays.js')).whoPays,
}
