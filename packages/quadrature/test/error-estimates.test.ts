import { describe, expect, it } from 'vitest'
import {
  type Integral,
  integrateAdaptive,
  integrateLogTrapezoid,
  integrateTanhSinh,
  NonConvergenceError,
} from '../src/index.js'

/** Uniform in (0, 1), seeded (a 32-bit mixing function of Steele, Lea and Flood). */
const uniform = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32 + 2 ** -33
  }
}

/** An integrand on (0, 1) with its integral. */
interface Member {
  readonly name: string
  readonly f: (x: number) => number
  readonly integral: number
  /** Relative, of the integrand; default 4e-15. */
  readonly rounding?: number
}

const atan = Math.atan

/** Members of each kind, on (0, 1). */
const onUnitInterval: Readonly<Record<string, (u: () => number) => Member>> = {
  kink: (u) => {
    const c = u()
    const offset = u() < 0.5 ? 0 : u()
    return {
      name: `|x − ${c}| + ${offset}`,
      f: (x) => Math.abs(x - c) + offset,
      integral: (c * c + (1 - c) ** 2) / 2 + offset,
    }
  },
  jump: (u) => {
    const c = u()
    return { name: `x < ${c}`, f: (x) => (x < c ? 1 : 0.25), integral: c + 0.25 * (1 - c) }
  },
  'Lorentzian peak': (u) => {
    const c = u()
    const w = 10 ** (-8 * u())
    return {
      name: `Lorentzian at ${c}, width ${w}`,
      f: (x) => w / ((x - c) ** 2 + w * w),
      integral: atan((1 - c) / w) + atan(c / w),
    }
  },
  'Gaussian peak': (u) => {
    const c = 0.2 + 0.6 * u()
    const w = 10 ** (-8 * u()) / 60
    return {
      name: `Gaussian at ${c}, width ${w}`,
      f: (x) => Math.exp(-(((x - c) / w) ** 2)),
      integral: w * Math.sqrt(Math.PI),
    }
  },
  'power at 0': (u) => {
    const p = -0.999 + 3 * u()
    return { name: `x^${p}`, f: (x) => x ** p, integral: 1 / (1 + p) }
  },
  'power at 1': (u) => {
    const p = -0.999 + 3 * u()
    return { name: `(1 − x)^${p}`, f: (x) => (1 - x) ** p, integral: 1 / (1 + p) }
  },
  'kink on a power': (u) => {
    const c = u()
    const p = -0.5 + u()
    return {
      name: `x^${p} + 1e-6 |x − ${c}|`,
      f: (x) => x ** p + 1e-6 * Math.abs(x - c),
      integral: 1 / (1 + p) + (1e-6 * (c * c + (1 - c) ** 2)) / 2,
    }
  },
  wave: (u) => {
    const k = 60 * u()
    return { name: `1 + cos ${k}x`, f: (x) => 1 + Math.cos(k * x), integral: 1 + Math.sin(k) / k }
  },
  rational: (u) => {
    const w = 0.01 + u()
    return { name: `1/(x + ${w})`, f: (x) => 1 / (x + w), integral: Math.log1p(1 / w) }
  },
}

/** Members g(e^x) of each kind, over the real line. */
const onLogarithm: Readonly<Record<string, (u: () => number) => Member>> = {
  kink: (u) => {
    const c = 40 * (u() - 0.5)
    const a = 0.05 + u()
    return { name: `e^−${a}|x − ${c}|`, f: (x) => Math.exp(-a * Math.abs(x - c)), integral: 2 / a }
  },
  // Where two lattices of step h and 2h have the same error, by symmetry.
  'kink halfway': (u) => {
    const c = 0.4 * Math.floor(60 * (u() - 0.5)) + 0.2
    return { name: `e^−|x − ${c}|`, f: (x) => Math.exp(-Math.abs(x - c)), integral: 2 }
  },
  'small kink': (u) => {
    const c = 8 * (u() - 0.5)
    return {
      name: `1/cosh x + 1e-7 e^−|x − ${c}|`,
      f: (x) => 1 / Math.cosh(x) + 1e-7 * Math.exp(-Math.abs(x - c)),
      integral: Math.PI + 2e-7,
    }
  },
  shift: (u) => {
    const c = 600 * (u() - 0.5)
    const a = 0.1 + 0.8 * u()
    return {
      name: `e^${a}y/(1 + e^y), y = x − ${c}`,
      f: (x) => {
        const y = x - c
        return y > 0 ? Math.exp((a - 1) * y) / (1 + Math.exp(-y)) : Math.exp(a * y) / (1 + Math.exp(y))
      },
      integral: Math.PI / Math.sin(Math.PI * a),
    }
  },
  scale: (u) => {
    const s = 10 ** (200 * (u() - 0.5))
    return { name: `z ${s} e^(−${s} z)`, f: (x) => s * Math.exp(x) * Math.exp(-s * Math.exp(x)), integral: 1 }
  },
  'Gaussian peak': (u) => {
    const c = 20 * (u() - 0.5)
    const w = 10 ** (-8 * u())
    return {
      name: `Gaussian at ${c}, width ${w}`,
      f: (x) => Math.exp(-(((x - c) / w) ** 2)),
      integral: w * Math.sqrt(Math.PI),
    }
  },
  'analytic peak': (u) => {
    const c = 10 * (u() - 0.5)
    const w = 10 ** (-3 * u())
    return {
      name: `1/(cosh(x − ${c}) − cos ${w})`,
      f: (x) => 1 / (2 * Math.sinh((x - c) / 2) ** 2 + 2 * Math.sin(w / 2) ** 2),
      integral: (2 * (Math.PI - w)) / Math.sin(w),
    }
  },
  gamma: (u) => {
    const n = 1 + 300 * u() * u()
    return {
      name: `Γ(${n}, 1)`,
      f: (x) => Math.exp(n * (x - Math.log(n)) - Math.exp(x) + n),
      integral: Math.exp(n - n * Math.log(n) + lnGamma(n)),
      rounding: 1e-12,
    }
  },
  power: (u) => {
    const a = 10 ** (-2 * u())
    return {
      name: `z^${a}/(1+z)`,
      f: (x) => Math.exp(a * x) / (1 + Math.exp(x)),
      integral: Math.PI / Math.sin(Math.PI * a),
    }
  },
}

/** Stirling's series after eight steps of the recurrence. */
const lnGamma = (x: number): number => {
  let shift = 0
  let y = x
  for (; y < 20; y++) shift += Math.log(y)
  return (
    (y - 0.5) * Math.log(y) -
    y +
    0.5 * Math.log(2 * Math.PI) +
    1 / (12 * y) -
    1 / (360 * y ** 3) +
    1 / (1260 * y ** 5) -
    shift
  )
}

const numberOfMembers = 150

describe.each([
  [
    'integrateAdaptive',
    (f: (x: number) => number, t?: number) => integrateAdaptive(f, 0, 1, tolerance(t)),
    onUnitInterval,
  ],
  [
    'integrateTanhSinh',
    (f: (x: number) => number, t?: number) => integrateTanhSinh(f, 0, 1, tolerance(t)),
    onUnitInterval,
  ],
  [
    'integrateLogTrapezoid',
    (f: (x: number) => number, t?: number) => integrateLogTrapezoid(f, tolerance(t)),
    onLogarithm,
  ],
] as const)('%s errs by at most ten of its estimates', (rule, integrate, kinds) => {
  it.each(Object.keys(kinds))('%s', (kind) => {
    const u = uniform(20261126)
    let returned = 0
    for (let i = 0; i < numberOfMembers; i++) {
      const member = kinds[kind]!(u)
      for (const relativeTolerance of [undefined, 1e-5]) {
        let result: Integral
        try {
          result = integrate(member.f, relativeTolerance)
        } catch (error) {
          expect(error, member.name).toBeInstanceOf(NonConvergenceError)
          continue
        }
        returned++
        const error = Math.abs(result.value - member.integral)
        const message = `${rule}, ${member.name}: ${result.value} ± ${result.errorEstimate} for ${member.integral}`
        expect(error, message).toBeLessThanOrEqual(
          10 * result.errorEstimate + (member.rounding ?? 4e-15) * member.integral,
        )
      }
    }
    expect(returned, `${rule}, ${kind}`).toBeGreaterThanOrEqual(returns[rule]?.[kind] ?? 0)
  })
})

const tolerance = (relativeTolerance: number | undefined) =>
  relativeTolerance === undefined ? {} : { relativeTolerance }

const returns: Readonly<Record<string, Readonly<Record<string, number>>>> = {}
