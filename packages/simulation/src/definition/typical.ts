/** Whose rate is averaged: a user (target) at a place chosen at random, or at random in a cell chosen at random. */
export type Typical = 'user' | 'cell'

export const typicals: readonly Typical[] = ['user', 'cell']
