import type { Network } from '@isacnet/model'

/**
 * $\operatorname{Var} h_q = K\bigl(1+\frac{K-1}{M_t-N+2}\bigr)$: of a BS's gain at a receiver that it doesn't null, over its precoders with
 * $N = K + N_I$ columns. @isacnet/beamforming derives it.
 */
export const interferenceGainVariance = (
  { usersPerCell: K, transmitAntennas: antennas }: Network,
  acceptedRequests: number,
): number => K * (1 + (K - 1) / (antennas - K - acceptedRequests + 2))
