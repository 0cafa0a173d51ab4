import { UnknownNameError } from '@isacnet/model'
import { claim1 } from './c01-interference-hole.js'
import { claim2 } from './c02-best-share-of-users.js'
import { claim3 } from './c03-no-nulling-at-best-communication.js'
import { claim4 } from './c04-nulling-by-load.js'
import { claim5 } from './c05-best-cluster-by-path-loss.js'
import { claim6 } from './c06-sensing-over-clusters.js'
import { claim7 } from './c07-rate-region-over-time-sharing.js'
import { claim8 } from './c08-ase-region-over-time-sharing.js'
import { claim9 } from './c09-least-clusters-shrink-the-region.js'
import { claim10 } from './c10-weighted-sum.js'
import { claim11 } from './c11-abandoned-requests.js'
import { claim12 } from './c12-density-does-not-matter.js'
import { claim13 } from './c13-sum-hardly-depends-on-users.js'
import { claim14 } from './c14-gain-laws.js'
import { claim15 } from './c15-nulling-for-whom.js'
import { claim16 } from './c16-optima-of-the-network.js'
import type { Claim } from './claim.js'

/** Every claim, in order. */
export const claims: readonly Claim[] = [
  claim1,
  claim2,
  claim3,
  claim4,
  claim5,
  claim6,
  claim7,
  claim8,
  claim9,
  claim10,
  claim11,
  claim12,
  claim13,
  claim14,
  claim15,
  claim16,
]

/**
 * The claim with an id such as `C7`.
 *
 * @example
 * findClaim('C3').title // 'K = 12, L = 1 maximises T_c at M_t = 20'
 *
 * @throws {UnknownNameError} when there is none; it suggests the nearest id.
 */
export const findClaim = (id: string): Claim => {
  const found = claims.find((claim) => claim.id === id)
  if (found === undefined)
    throw new UnknownNameError(
      'claim',
      id,
      claims.map((claim) => claim.id),
    )
  return found
}
