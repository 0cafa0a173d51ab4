import { isFeasible } from '@isacnet/model'
import type { CurveNetwork } from '../../workers/theorems/curves.js'
import type { ExplorerParameter } from '../parameters/explorer-parameters.js'
import { inSymbols } from '../parameters/in-symbols.js'
import { checkNetwork } from '../parameters/network-check.js'

/** A part of an axis that has no network for the methods shown, and why. */
export interface AxisShade {
  readonly from: number
  readonly to: number
  readonly text: string
}

const overload = 'K·L + J·(Q−1) > M_t'

/**
 * The parts of an axis in which none of the networks has a rate.
 *
 * @param overloaded - whether a method is shown that knows what base stations give up.
 */
export const axisShades = (
  networks: readonly CurveNetwork[],
  axis: ExplorerParameter,
  axisValues: readonly number[],
  overloaded: boolean,
): AxisShade[] => {
  const reasonAt = (x: number): string | undefined => {
    let first: string | undefined
    for (const { values } of networks) {
      const reason = reasonOf({ ...values, [axis]: x }, overloaded)
      if (reason === undefined) return undefined
      first ??= reason
    }
    return first
  }
  const shades: { from: number; to: number; text: string }[] = []
  axisValues.forEach((x, index) => {
    const text = reasonAt(x)
    if (text === undefined) return
    const from = (x + (axisValues[index - 1] ?? x)) / 2
    const to = (x + (axisValues[index + 1] ?? x)) / 2
    const last = shades.at(-1)
    if (last?.text === text && last.to === from) last.to = to
    else shades.push({ from, to, text })
  })
  return shades
}

const reasonOf = (values: CurveNetwork['values'], overloaded: boolean): string | undefined => {
  const check = checkNetwork(values)
  if (check.network === undefined) return inSymbols(check.reason).replace(/, got .*$/, '')
  return overloaded || isFeasible(values) ? undefined : overload
}

/**
 * The part of an axis that is worth showing: where there is a network, and a strip beyond it that is shaded.
 *
 * @param whole - the ends of the axis.
 * @param place - where the network is, which is shown as well.
 */
export const worthShowing = (
  whole: { readonly from: number; readonly to: number },
  axisValues: readonly number[],
  shades: readonly AxisShade[],
  place: number,
): readonly [number, number] => {
  const open = axisValues.filter((x) => !shades.some(({ from, to }) => x >= from && x <= to))
  const [first, last] = [open[0], open.at(-1)]
  if (first === undefined || last === undefined) return [whole.from, whole.to]
  const room = 0.16 * (last - first) || 1
  const inside = place >= whole.from && place <= whole.to ? [place] : []
  return [Math.max(whole.from, Math.min(first - room, ...inside)), Math.min(whole.to, Math.max(last + room, ...inside))]
}
