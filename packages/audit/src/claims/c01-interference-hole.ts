import { sensingRate } from '@isacnet/analysis'
import { findSweptFigure } from '@isacnet/figures'
import { defineNetwork } from '@isacnet/model'
import { check } from '../evidence/check.js'
import { evidence } from '../evidence/evidence.js'
import { rateEvidence } from '../evidence/rate-evidence.js'
import type { Thresholds } from '../evidence/verdict.js'
import { decimal, percent } from '../text/number-text.js'
import type { Claim } from './claim.js'

const claimedDeficit = 0.15

const thresholds: Thresholds = {
  holds: 0.025,
  approximately: 0.075,
  reason:
    '“about 15 %” reads as rounded to 5 %, so as 12.5 to 17.5 %; half as much or half as much again is still of its size',
}

const networkAt = (decibels: number) => defineNetwork({ matchedFilterGain: 10 ** (decibels / 10) })

/** C1: what ignoring the interference hole costs. */
export const claim1: Claim = {
  id: 'C1',
  title: 'Ignoring the hole underestimates R_s by about 15 %',
  statement:
    'Without removing the interference within the hole, the radar information rate is about 15 % less than that of the Monte Carlo simulations.',
  source: 'Section VI-B, Fig. 7',
  parameters: 'M_r = 10, K = Q = 1, α = 4, β = 2, matched-filter gain ΔT from −10 to 30 dB',
  figure: 'fig7',
  readings: [
    {
      name: 'as printed',
      examine: async (tools) => {
        const deficit = (decibels: number): number =>
          1 - sensingRate(networkAt(decibels), { method: 'no-hole' }).value / sensingRate(networkAt(decibels)).value
        const gains = findSweptFigure('fig7').abscissa.values
        const deficits = gains.map(deficit)
        const least = Math.min(...deficits)
        const most = Math.max(...deficits)
        const simulated = []
        for (const decibels of [0, gains[0]!, gains.at(-1)!]) {
          const network = networkAt(decibels)
          const exact = await rateEvidence(tools, 'sensing-rate', network, `ΔT = ${decimal(decibels)} dB`)
          const { mean, standardError, interval, ...rest } = exact.simulation!
          const share = (rate: number): number => 1 - sensingRate(network, { method: 'no-hole' }).value / rate
          simulated.push(
            exact,
            evidence(
              `deficit of R_s without the hole at ΔT = ${decimal(decibels)} dB`,
              'of R_s',
              { method: 'no-hole against exact', value: deficit(decibels) },
              {
                ...rest,
                mean: share(mean),
                standardError: ((1 - share(mean)) * standardError) / mean,
                interval: [share(interval[0]), share(interval[1])],
              },
            ),
          )
        }
        const measure = 'largest distance of the deficit from 15 %'
        return [
          check({
            statement: 'At the paper’s gain, ΔT = 1, ignoring the hole costs about 15 % of R_s.',
            measure,
            deviation: Math.abs(deficit(0) - claimedDeficit),
            thresholds,
            found: `At ΔT = 1 ignoring the hole costs ${percent(deficit(0))} of R_s.`,
            evidence: simulated.slice(0, 2),
          }),
          check({
            statement: 'It does so at every gain drawn.',
            measure,
            deviation: Math.max(...deficits.map((value) => Math.abs(value - claimedDeficit))),
            thresholds,
            found: `From ${decimal(gains[0]!)} to ${decimal(gains.at(-1)!)} dB it costs ${percent(least)} to ${percent(most)}.`,
            why: `The deficit is no constant: it is largest at ${decimal(gains[deficits.indexOf(most)]!)} dB and smaller on both sides; the rate grows with the gain, and the share of it that interference from the hole takes falls.`,
            evidence: simulated.slice(2),
          }),
        ]
      },
    },
  ],
}
