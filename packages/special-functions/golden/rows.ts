import complete from './complete.json' with { type: 'json' }
import incompleteBeta from './incomplete-beta.json' with { type: 'json' }
import incompleteGamma from './incomplete-gamma.json' with { type: 'json' }

/** [s, Γ(s) or null where it overflows, ln Γ(s)] */
export const gammaRows = complete.gamma as [number, number | null, number][]
/** [a, b, B(a, b), ln B(a, b)] */
export const betaRows = complete.beta as [number, number, number, number][]
/** [sample, a, b, x, lower, complement, I_x(a, b), 1 − I_x(a, b)] */
export const incompleteBetaRows = incompleteBeta.rows as unknown as [string, ...number[]][] as [
  string,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
][]
/** [sample, s, x, lower, upper, P(s, x), Q(s, x)] */
export const incompleteGammaRows = incompleteGamma.rows as unknown as [
  string,
  number,
  number,
  number,
  number,
  number,
  number,
][]
