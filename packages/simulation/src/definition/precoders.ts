/** How `channel` gets its gains: from their exact law, or from zero forcing on sampled channels. Means are equal. */
export type Precoders = 'sampled-in-law' | 'literal'

export const precoderKinds: readonly Precoders[] = ['sampled-in-law', 'literal']
