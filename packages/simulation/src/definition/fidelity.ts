/**
 * How networks are sampled. `gain-law`: the geometry; gains are Γ variates and clusters nulled as the theorems assume. `channel`: users and
 * targets of all cells, whose requests are counted and, where too many, abandoned at random; gains from the precoders that result.
 */
export type Fidelity = 'gain-law' | 'channel'

export const fidelities: readonly Fidelity[] = ['gain-law', 'channel']
