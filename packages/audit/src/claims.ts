import { UnknownNameError } from '@isacnet/model'
import type { Claim } from './claim.js'
import { claim1 } from './claim-1.js'
import { claim2 } from './claim-2.js'
import { claim3 } from './claim-3.js'
import { claim4 } from './claim-4.js'
import { claim5 } from './claim-5.js'
import { claim6 } from './claim-6.js'
import { claim7 } from './claim-7.js'
import { claim8 } from './claim-8.js'
import { claim9 } from './claim-9.js'
import { claim10 } from './claim-10.js'
import { claim11 } from './claim-11.js'
import { claim12 } from './claim-12.js'
import { claim13 } from './claim-13.js'
import { claim14 } from './claim-14.js'

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
]

/**
 * The claim with an id such as `C7`.
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
