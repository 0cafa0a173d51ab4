/**
 * Assumptions of the theorems that `channel` may take over, one by one, to tell what each costs. `mean-requests`: every BS gets and accepts
 * K(L − 1) + J(Q − 1) requests. `gamma-gains`: the gains of interferers and towards targets are Γ(K, 1). `no-abandonment`: requests
 * beyond M_t − K take no degree of freedom but are nulled. All three together are the assumptions of `gain-law`.
 */
export type Assumption = 'mean-requests' | 'gamma-gains' | 'no-abandonment'

export const assumptionNames: readonly Assumption[] = ['mean-requests', 'gamma-gains', 'no-abandonment']
