/** How trials are sampled. `plain` draws each variate, and is there to be compared with: its means are the same, its errors are larger. */
export type Sampling = 'variance-reduced' | 'plain'

export const samplings: readonly Sampling[] = ['variance-reduced', 'plain']
