import { expect, it } from 'vitest'
import { latticeTable } from '../../rules/work/lattice-table.js'
import { bsCentricInterferenceExponent } from '../../sensing/sensing-laplace-transform.js'
import { gammaGain, interferenceTables } from '../gains/gain-transform.js'
import { holePoints } from './cluster-layouts.js'
import { bsCentricExponents } from './exponents.js'

it('has the exponents of adaptive quadrature around a serving BS, in its hole and beyond', () => {
  const [K, alpha] = [3, 3.5]
  const points = holePoints(8)
  const exponentsAt = bsCentricExponents(points, {
    pathLossExponent: alpha,
    outside: interferenceTables(gammaGain(K), alpha),
    given: latticeTable(gammaGain(K)),
  })
  for (const x of [-2, 0, 2]) {
    const { lnExponents } = exponentsAt(x)
    for (let m = 0; m < points.within.length; m += 17) {
      const t = points.distance[m]!
      const interference = bsCentricInterferenceExponent(Math.exp(x), t, { usersPerCell: K, pathLossExponent: alpha })
      const expected = 1 + points.within[m]! + interference
      expect(Math.exp(lnExponents[m]!) / expected, `x = ${x}, t = ${t}`).toBeCloseTo(1, 6)
    }
  }
})
