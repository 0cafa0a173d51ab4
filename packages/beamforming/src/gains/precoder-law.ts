import { anything, assertOptions, InvalidParameterError, type OptionChecks } from '@isacnet/model'
import { assertCount } from '../channels/complex-matrix.js'
import type { RandomVariates } from '../channels/random-variates.js'

/** The parameters of the law of a BS's gains. */
export interface PrecoderDimensions {
  /** M_t, integer ≥ 1. */
  readonly transmitAntennas: number
  /** K, integer ≥ 1. */
  readonly usersPerCell: number
  /** N_I, the nulling requests that the BS accepts, integer in 0 … M_t − K. */
  readonly nulls: number
}

// The sampler checks what they may be.
const dimensionChecks: OptionChecks<PrecoderDimensions> = {
  transmitAntennas: anything,
  usersPerCell: anything,
  nulls: anything,
}

type GaussianVariates = Pick<RandomVariates, 'normal' | 'exponential' | 'gamma'>

/** One zero-forcing precoder, known by the gains that it gives. All draws are for the same beams. */
export interface PrecoderLaw {
  /**
   * $\sum_k\lvert h^{\mathsf H}w_k\rvert^2$ at another receiver in each call, whose channel $h\sim\mathcal{CN}(0,I)$ is independent of the
   * beams and of the other receivers.
   */
  interferenceGain(random: GaussianVariates): number
  /**
   * $h_t = \sum_k\lvert a^{\mathsf H}(\theta)w_k\rvert^2$ at a target: $a(\theta)$ has length $\sqrt{M_t}$ and, seen from the beams, a
   * uniform direction. Independent of the interference gains given the beams. Two calls are for two directions independent of each
   * other, which a ULA's steering vectors needn't be: several targets of one BS are right one by one, not jointly.
   */
  targetGain(random: GaussianVariates): number
  /**
   * $\lvert h_k^{\mathsf H}w_k\rvert^2 = 1/((G^{\mathsf H}G)^{-1})_{kk}$ at served user k, determined by the precoder; over
   * precoders Γ(M_t − N + 1, 1) with N = K + N_I.
   *
   * @param user - k, integer in 0 … K − 1.
   * @throws {InvalidParameterError} outside that domain.
   */
  desiredGain(user: number): number
  /**
   * $\lVert z\rVert^2$, the part in the space of the beams of the channel (or of the direction of the target, scaled to a Gaussian vector) of
   * the last interference or target gain: Γ(K, 1), independent of the beams and of other receivers. Its covariance with an interference gain is K; were beams orthogonal, it would be the gain.
   */
  lastProjection(): number
}

/**
 * Draws a precoder's Gram factor: R with $G=UR$, where G, of M_t − N_I rows, are the K own channels with the accepted nulls
 * projected out (Bartlett: $\lvert r_{ii}\rvert^2\sim\Gamma(M_t-N_I-i+1,1)$, $\mathcal{CN}(0,1)$ above the diagonal).
 * Gains drawn from it have the joint law of those of {@link zeroForcing} for a Rayleigh channel; `PROOFS.md` has the proof.
 *
 * Of many precoders with the same K, {@link precoderSampler} draws each in one workspace. For one gain of each,
 * {@link interferenceGainSampler} is faster.
 *
 * @example
 * const random = randomStream(1, 0, 'fading')
 * const { desiredGain } = samplePrecoder({ transmitAntennas: 20, usersPerCell: 2, nulls: 3 }, random)
 * [0, 1].map((user) => desiredGain(user) > 0) // [true, true]
 *
 * @throws {UnknownNameError} for a dimension that is not known.
 * @throws {InvalidParameterError} unless the dimensions are integers in their domains.
 */
export const samplePrecoder = (dimensions: PrecoderDimensions, random: GaussianVariates): PrecoderLaw => {
  assertOptions('the dimensions of a precoder', dimensions, dimensionChecks)
  return precoderSampler(dimensions.usersPerCell)(dimensions.transmitAntennas, dimensions.nulls, random)
}

/**
 * {@link samplePrecoder} without allocation: every call of the function returned draws a precoder into the same workspace
 * and returns the same object, which forgets the precoder before.
 *
 * @example
 * const random = randomStream(1, 0, 'fading')
 * precoderSampler(2)(20, 3, random).desiredGain(0) > 0 // true
 *
 * @param usersPerCell - K, integer ≥ 1.
 * @returns `(transmitAntennas, nulls, random)`, with errors as {@link samplePrecoder}'s.
 * @throws {InvalidParameterError} outside that domain.
 */
export const precoderSampler = (
  usersPerCell: number,
): ((transmitAntennas: number, nulls: number, random: GaussianVariates) => PrecoderLaw) => {
  assertCount('usersPerCell', usersPerCell)
  let antennas = usersPerCell
  const last = usersPerCell - 1
  // The rows of T = R⁻¹, each divided by its norm, column-major; the inverse squares of those norms, the norms times √½.
  const rowRe = new Float64Array(usersPerCell * usersPerCell)
  const rowIm = new Float64Array(usersPerCell * usersPerCell)
  const desired = new Float64Array(usersPerCell)
  const norm = new Float64Array(usersPerCell)
  const rhoRe = new Float64Array(usersPerCell)
  const rhoIm = new Float64Array(usersPerCell)
  const zRe = new Float64Array(usersPerCell)
  const zIm = new Float64Array(usersPerCell)

  let projection = 0

  /** A receiver's channel seen from the beams, z ~ CN(0, I) but for a phase that makes its last entry real; returns ‖z‖². */
  const drawReceiver = (random: GaussianVariates): number => {
    let squaredNorm = random.exponential()
    zRe[last] = Math.sqrt(squaredNorm)
    for (let j = 0; j < last; j++) {
      const a = Math.SQRT1_2 * random.normal()
      const b = Math.SQRT1_2 * random.normal()
      zRe[j] = a
      zIm[j] = b
      squaredNorm += a * a + b * b
    }
    projection = squaredNorm
    return squaredNorm
  }

  /** Σ_k |(T z)_k|²/‖row_k T‖². */
  const gainAtReceiver = (): number => {
    let gain = 0
    for (let k = 0; k <= last; k++) {
      let c = 0
      let d = 0
      for (let j = k, at = k * usersPerCell + k; j <= last; j++, at += usersPerCell) {
        const a = rowRe[at]!
        const b = rowIm[at]!
        c += a * zRe[j]! - b * zIm[j]!
        d += a * zIm[j]! + b * zRe[j]!
      }
      gain += c * c + d * d
    }
    return gain
  }

  const law: PrecoderLaw = {
    interferenceGain: (random) => {
      const squaredNorm = drawReceiver(random)
      return last === 0 ? squaredNorm : gainAtReceiver()
    },
    targetGain: (random) => {
      const inside = drawReceiver(random)
      const outside = antennas === usersPerCell ? 0 : random.gamma(antennas - usersPerCell)
      return (antennas * (last === 0 ? inside : gainAtReceiver())) / (inside + outside)
    },
    desiredGain: (user) => {
      const gain = desired[user]
      if (gain === undefined) throw new InvalidParameterError('user', user, `an integer from 0 to ${last}`)
      return gain
    },
    lastProjection: () => projection,
  }

  return (transmitAntennas, nulls, random) => {
    const dimensions = transmitAntennas - nulls
    if (!Number.isSafeInteger(transmitAntennas) || transmitAntennas < usersPerCell)
      throw new InvalidParameterError('transmitAntennas', transmitAntennas, `an integer ≥ ${usersPerCell}`)
    if (!Number.isSafeInteger(nulls) || nulls < 0 || dimensions < usersPerCell)
      throw new InvalidParameterError('nulls', nulls, `an integer from 0 to ${transmitAntennas - usersPerCell}`)
    antennas = transmitAntennas
    for (let i = last; i >= 0; i--) {
      // Row i of T is [1, −ρ T']/r, where ρ are the entries of row i of R above the diagonal and T' the rows below. Phases
      // that change no gain make the entries next to the diagonal real.
      for (let j = i + 1; j <= last; j++) {
        const adjacent = j === i + 1
        rhoRe[j] = norm[j]! * (adjacent ? Math.sqrt(2 * random.exponential()) : random.normal())
        rhoIm[j] = adjacent ? 0 : norm[j]! * random.normal()
      }
      let squaredNorm = 1
      for (let k = i + 1; k <= last; k++) {
        const column = usersPerCell * k
        let c = 0
        let d = 0
        for (let j = i + 1; j <= k; j++) {
          const p = rhoRe[j]!
          const q = rhoIm[j]!
          const t = rowRe[column + j]!
          const u = rowIm[column + j]!
          c -= p * t - q * u
          d -= p * u + q * t
        }
        rowRe[column + i] = c
        rowIm[column + i] = d
        squaredNorm += c * c + d * d
      }
      const scale = 1 / Math.sqrt(squaredNorm)
      rowRe[i + usersPerCell * i] = scale
      for (let k = i + 1; k <= last; k++) {
        rowRe[i + usersPerCell * k]! *= scale
        rowIm[i + usersPerCell * k]! *= scale
      }
      desired[i] = random.gamma(dimensions - i) / squaredNorm
      norm[i] = Math.SQRT1_2 / Math.sqrt(desired[i]!)
    }
    return law
  }
}
