import { expect, it } from 'vitest'
import { evenTicks, mapColours, roundLength } from './map-colours.js'

/** The lightness of a colour to the eye: CIE L*, from linear sRGB. */
const lightness = (colour: string): number => {
  const channels = (
    colour.startsWith('#')
      ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
      : colour.match(/\d+/g)!.map(Number)
  ).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  const luminance = 0.2126 * channels[0]! + 0.7152 * channels[1]! + 0.0722 * channels[2]!
  return 116 * Math.cbrt(luminance) - 16
}

it('gets lighter evenly, so that grey keeps the order', () => {
  const { of } = mapColours([0, 10])
  const levels = Array.from({ length: 11 }, (_, value) => lightness(of(value)))
  const steps = levels.slice(1).map((level, i) => level - levels[i]!)
  expect(Math.min(...steps)).toBeGreaterThan(4)
  expect(Math.max(...steps)).toBeLessThan(2 * Math.min(...steps))
})

it('is logarithmic where values spread by more than twenty, and has their decades', () => {
  const wide = mapColours([0.02, 0.5, 3])
  expect(wide).toMatchObject({ logarithmic: true, cut: false, domain: [0.02, 3] })
  expect(wide.ticks).toEqual([0.02, 0.05, 0.1, 0.2, 0.5, 1, 2])
  const middle = lightness(wide.of(Math.sqrt(0.02 * 3)))
  expect(middle - lightness(wide.of(0.02))).toBeCloseTo(lightness(wide.of(3)) - middle, -1)
  expect(mapColours([1, 20]).logarithmic).toBe(false)
  expect(mapColours([0, 50]).logarithmic).toBe(false)
  expect(mapColours([1e-3, 1e4]).ticks).toEqual([1e-3, 1e-2, 0.1, 1, 10, 100, 1e3, 1e4])
})

it('cuts off what is far beyond all others', () => {
  const usual = Array.from({ length: 30 }, (_, i) => 3 + i / 10)
  const { cut, domain, of } = mapColours([...usual, 20])
  expect(cut).toBe(true)
  expect(domain[1]).toBeLessThan(6)
  expect(of(20)).toBe(of(domain[1]))
  expect(mapColours(usual).cut).toBe(false)
  expect(mapColours([1, 2, 9]).cut).toBe(false)
})

it('has a colour for a single value, and none', () => {
  expect(mapColours([4]).of(4)).toMatch(/^rgb|^#/)
  expect(mapColours([]).ticks.length).toBeGreaterThan(1)
  expect(mapColours([0, 0]).of(0)).not.toContain('NaN')
})

it('has round ticks and lengths', () => {
  expect(evenTicks([2.8, 5.2])).toEqual([3, 3.5, 4, 4.5, 5])
  expect(evenTicks([-1, 9])).toEqual([0, 2, 4, 6, 8])
  expect([0.37, 1, 4.9, 5, 99].map(roundLength)).toEqual([0.2, 1, 2, 5, 50])
})
