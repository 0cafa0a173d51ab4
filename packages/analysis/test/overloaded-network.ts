import { defineNetwork } from '@isacnet/model'

/** BSs are asked for more than they can do, K·L = 24 with M_t = 20. */
export const overloaded = defineNetwork({ K: 12, L: 2 })
