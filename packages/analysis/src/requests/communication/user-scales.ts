import type { NetworkParameters } from '@isacnet/model'
import type { RateScales } from '../../rules/rate.js'
import { addedNoise } from '../../transforms/added-interference.js'
import { interferenceScale } from '../../transforms/interference-function.js'

/** Where signal, interference and noise change the integrand of a user's rate. */
export const userScales = (network: NetworkParameters, capacity: number): RateScales => {
  const { usersPerCell: K, communicationClusterSize: L, pathLossExponent: alpha } = network
  const added = addedNoise(network)
  const [noise] = added.scales(Math.log(L))
  const interference = interferenceScale(K, alpha, L)
  return {
    crossovers: [-Math.log(capacity + 1), interference, noise, -Math.log(K), 0],
    end: Math.min(interference, noise),
    open: !added.none,
  }
}
