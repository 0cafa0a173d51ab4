import { assertSaturated, echoGain, InvalidParameterError } from '@isacnet/model'
import { gamma } from '@isacnet/special-functions'
import { assertSimulationDefinition, type SimulationDefinition } from '../../definition/simulation-definition.js'
import { type GainExponent, meanLogRate, type RandomPower } from '../../kernel/mean-log-rate.js'
import { pathGain } from '../../kernel/path-gain.js'
import type { NetworkDrop } from '../geometry/network-drop.js'
import { beyondRegion } from '../surroundings/beyond-region.js'
import { farInterference } from '../surroundings/far-interference.js'
import { gainLaws } from './gain-laws.js'

/** Mean rates of the receivers of one drop, in nats/s/Hz; each is computed when it is asked for. */
export interface DropRates {
  /** The mean rate of a user, by its number in the drop. */
  user(user: number): number
  /** The mean rate of a target. */
  target(target: number): number
  /** Makes what the rates need in steps, so that something else may have its turn; else the first rate takes as long as all of them. */
  prepare(): Generator<undefined, void>
}

/**
 * Mean rates given where everybody is and who nulls whom, over the gains of all beams:
 *
 * $$R=\mathrm E\ln\Bigl(1+\frac{g_0\,r_0^{-\alpha}}{\sum_{b\notin\mathcal N}h_b\,r_b^{-\alpha}+\bar F+\sigma^2}\Bigr),$$
 *
 * with the BSs $\mathcal N$ that null for the receiver, and $g_0\sim\Gamma(M_t-K-N_0+1,1)$ where the serving BS accepted $N_0$ requests. For a target the echo
 * stands in the place of $g_0r_0^{-\alpha}$, distances are from the BS that senses, and clutter, if there is any, joins the interference. The
 * integral of `meanLogRate` has all BSs of the torus up to half its side with their random gains; of those beyond, $\bar F$ is the mean. Of sites
 * all have theirs.
 *
 * Gains have the laws that simulations draw from: Γ(K, 1) under the assumption `gamma-gains`, else those of zero-forced beams. The integral is exact
 * to 10 digits, the law of zero-forced beams of K ≥ 2 users to 0.5 % of a rate (`gainLaws`), measured against sampled beams.
 *
 * @example
 * const definition = defineSimulation(defineNetwork({ K: 2, L: 2 }), { fidelity: 'channel' })
 * const stream = (purpose) => randomStream(1, 0, purpose)
 * const streams = { stations: stream('stations'), users: stream('users'), targets: stream('targets'), abandonment: stream('abandonment') }
 * const drop = dropSampler(definition, 20)(streams)
 * const [without, as] = [dropAtStage(definition, drop, 'no-nulling'), drop].map((one) => dropRates(definition, one).user(0))
 * as > without // true
 *
 * @param definition - the definition that the drop was drawn from; of `precoders` the law is the same.
 * @throws {UnsaturatedNetworkError} for finite densities of users or targets; what `defineSimulation` throws, for a definition that isn't one.
 * @throws {InvalidParameterError} from its functions, for what is no number of a user or target that has a place.
 */
export const dropRates = (definition: SimulationDefinition, drop: NetworkDrop): DropRates => {
  assertSimulationDefinition(definition)
  const { network } = definition
  assertSaturated('rates of a drop', network)
  const { baseStationDensity: density, usersPerCell: K, targetsPerCell: J, pathLossExponent: alpha } = network
  const { communicationClusterSize: L, sensingClusterSize: Q, echoPathLossExponent: beta } = network
  // Squared distances are multiplied by λ, powers divided by λ^(α/2).
  const attenuate = pathGain(alpha)
  const attenuateEcho = pathGain(2 * beta)
  const echo = echoGain(network) * density ** (beta - alpha / 2)
  const noise = (network.noisePower * K) / (network.transmitPower * density ** (alpha / 2))
  const { window, stations, index, users, targets, accepted } = drop
  const edge = window === undefined ? Number.POSITIVE_INFINITY : Math.min(window.width, window.height) ** 2 / 4
  const beyond = beyondRegion(definition)
  const meanBeyond = (x: number, y: number, nearest: number): number =>
    window === undefined ? beyond(x, y, nearest).mean : farInterference(edge * density, network).mean
  const laws = gainLaws(definition)
  const clutter = clutterPower(definition)

  const interferersAt = (x: number, y: number, serving: number, nulling: ReadonlySet<number>): RandomPower[] => {
    const powers: RandomPower[] = []
    for (let b = 0; b < stations.x.length; b++) {
      const squared = index.squaredDistance(x, y, b)
      if (b === serving || nulling.has(b) || squared > edge) continue
      powers.push({ gain: laws.interference(accepted[b]!), unit: attenuate(squared * density) })
    }
    return powers
  }

  return {
    *prepare() {
      for (const nulls of new Set(accepted)) {
        laws.interference(nulls)
        yield
        laws.target(nulls)
        yield
      }
    },
    user: (user) => {
      const { x, y } = placeOf('user', user, users)
      const b = Math.floor(user / K)
      const squared = index.squaredDistance(x, y, b)
      const nulling = grantedBy(drop.communicationRequests, drop.communicationAccepted, user, L - 1)
      return meanLogRate({
        signal: { gain: laws.desired(accepted[b]!), unit: attenuate(squared * density) },
        interferers: interferersAt(x, y, b, nulling),
        constant: noise + meanBeyond(x, y, Math.sqrt(squared)),
      })
    },
    target: (target) => {
      const place = placeOf('target', target, targets)
      const b = Math.floor(target / J)
      const [x, y] = [stations.x[b]!, stations.y[b]!]
      const nulling = grantedBy(drop.sensingRequests, drop.sensingAccepted, target, Q - 1)
      return meanLogRate({
        signal: {
          gain: laws.target(accepted[b]!),
          unit: echo * attenuateEcho(index.squaredDistance(place.x, place.y, b) * density),
        },
        interferers: [...interferersAt(x, y, b, nulling), ...clutter],
        constant: noise + meanBeyond(x, y, 1 / Math.sqrt(Math.PI * density)),
      })
    },
  }
}

const placeOf = (
  name: 'user' | 'target',
  number: number,
  { x, y }: NetworkDrop['users'],
): { readonly x: number; readonly y: number } => {
  const place = { x: x[number] ?? Number.NaN, y: y[number] ?? Number.NaN }
  if (Number.isNaN(place.x)) throw new InvalidParameterError(name, number, `the number of a ${name} that has a place`)
  return place
}

/** The BSs that null for a receiver. */
const grantedBy = (asked: Int32Array, accepted: Uint8Array, receiver: number, each: number): ReadonlySet<number> => {
  const nulling = new Set<number>()
  for (let i = receiver * each; i < (receiver + 1) * each; i++) if (accepted[i] === 1) nulling.add(asked[i]!)
  return nulling
}

/**
 * Clutter $C=c\sum_x v_x^{-\beta}$ as `clutterSampler` has it, if there is any:
 * $-\ln\mathrm E\,e^{-zC}=\frac{\lambda_x}{\lambda_b}\,\Gamma(1-1/\beta)\,(zc)^{1/\beta}$.
 */
const clutterPower = ({ network }: SimulationDefinition): readonly RandomPower[] => {
  const { clutterDensity, baseStationDensity: density, pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const strength = network.clutterCrossSection * network.clutterResidual
  if (clutterDensity === 0 || strength === 0) return []
  const rate = (clutterDensity / density) * gamma(1 - 1 / beta)
  const gain: GainExponent = (s) => rate * s ** (1 / beta)
  return [{ gain, unit: Math.PI ** beta * density ** (beta - alpha / 2) * strength }]
}
