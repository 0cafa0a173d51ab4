import { scale } from '@observablehq/plot'

/** How values become colours, and what a legend says of it. */
export interface MapColours {
  readonly of: (value: number) => string
  readonly domain: readonly [number, number]
  readonly logarithmic: boolean
  /** Whether some values are beyond the upper end, and have its colour. */
  readonly cut: boolean
  readonly ticks: readonly number[]
}

/** Values that spread by more than this are shown on a logarithmic scale. */
const widest = 20

/**
 * The colours of some values: the scheme cividis, which is even to the eye, the same for colour-blind people, and ever lighter, so that grey keeps its order. A few
 * values far beyond all others are cut off, so that the others can be told apart.
 */
export const mapColours = (values: readonly number[]): MapColours => {
  const sorted = values.toSorted((a, b) => a - b)
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 1]
  const logarithmic = least > 0 && most / least > widest
  const usual = sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0
  const cut = !logarithmic && sorted.length >= 10 && most - usual > 0.5 * (usual - least)
  const end = cut ? usual : most
  // A single value is in the middle.
  const room = end > least ? 0 : Math.abs(end) / 10 || 1
  const domain = logarithmic ? ([least, end] as const) : ([least - room, end + room] as const)
  const { apply } = scale({
    color: { type: logarithmic ? 'log' : 'linear', domain: [...domain], scheme: 'cividis', clamp: true },
  }) as unknown as { readonly apply: (value: number) => string }
  return { of: apply, domain, logarithmic, cut, ticks: logarithmic ? decades(domain) : evenTicks(domain) }
}

/** Round numbers in an interval, four to ten. */
export const evenTicks = ([from, to]: readonly [number, number]): readonly number[] => {
  const step = roundLength((to - from) / 4)
  const first = Math.ceil(from / step - 1e-9)
  const count = Math.floor(to / step + 1e-9) - first + 1
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

const decades = ([from, to]: readonly [number, number]): readonly number[] => {
  const factors = to / from > 1000 ? [1] : [1, 2, 5]
  const ticks: number[] = []
  for (let power = Math.floor(Math.log10(from)); power <= Math.log10(to); power++)
    for (const factor of factors) {
      const tick = Number((factor * 10 ** power).toPrecision(12))
      if (tick >= from && tick <= to) ticks.push(tick)
    }
  return ticks
}

/** The greatest of 1, 2 and 5 times a power of ten that is not longer. */
export const roundLength = (length: number): number => {
  const power = 10 ** Math.floor(Math.log10(length) + 1e-9)
  const factor = [5, 2, 1].find((candidate) => candidate * power <= length * (1 + 1e-9)) ?? 1
  return Number((factor * power).toPrecision(12))
}
