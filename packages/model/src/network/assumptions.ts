/**
 * Assumptions of the theorems that what knows the actual requests may take over, one by one, to tell what each costs: the fidelity `channel` of
 * simulations and the method `actual-requests`. `mean-requests`: every BS gets and accepts K(L − 1) + J(Q − 1) requests. `gamma-gains`: the gains of
 * interferers and towards targets are Γ(K, 1). `no-abandonment`: requests beyond M_t − K take no degree of freedom but are nulled.
 */
export type Assumption = 'mean-requests' | 'gamma-gains' | 'no-abandonment'

/**
 * Their names.
 *
 * @example
 * assumptionNames.length // 3
 */
export const assumptionNames: readonly Assumption[] = ['mean-requests', 'gamma-gains', 'no-abandonment']
