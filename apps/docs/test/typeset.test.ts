import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { typeset } from '../scripts/symbols/typeset.js'

it.each([
  ['with M_t = 20 antennas', 'with $M_t=20$ antennas'],
  ['over (1+η²H)^(−L)', 'over $(1+\\eta^2H)^{-L}$'],
  ['R_c grows with L; at K = 5 it', '$R_c$ grows with $L$; at $K=5$ it'],
  ['K*/M_t is about 60 %', '$K^{\\ast}/M_t$ is about 60 %'],
  ['K* = v*(M_t + 1).', '$K^{\\ast}=v^{\\ast}(M_t+1)$.'],
  ['density 2(L−1)η(1−η²)^(L−2) is', 'density $2(L-1)\\eta(1-\\eta^2)^{L-2}$ is'],
  ['F = (e^(−z)−1) + z^(2/α)Γ(1−2/α, z)', '$F=(e^{-z}-1)+z^{2/\\alpha}\\Gamma(1-2/\\alpha, z)$'],
  ['G(v) = v∫(1−e^(−zG_L(1/v−L)))/(zF)dz on', '$G(v)=v\\int (1-e^{-zG_L(1/v-L)})/(zF)dz$ on'],
  ['πλr_L² ~ Γ(L, 1)', '$\\pi\\lambda r_L^2 \\sim \\Gamma(L, 1)$'],
  ['b/√M_r in the other', '$b/\\sqrt{M_r}$ in the other'],
  ['J = min(10, ⌊(M_t − 1)/(Q − 1)⌋)', '$J=\\min(10, \\lfloor (M_t-1)/(Q-1)\\rfloor)$'],
  ['at (K, L, J, Q) = (1, 4, 1, 4) with', 'at $(K, L, J, Q)=(1, 4, 1, 4)$ with'],
  ['the pair (T_c, T_s) is', 'the pair ($T_c$, $T_s$) is'],
  ['R_s +38 % (M_t = 10)', '$R_s$ +38 % ($M_t=10$)'],
  ['ΔT from −10 to 30 dB', '$\\Delta T$ from −10 to 30 dB'],
  ['T_sum − T_c and J_max', '$T_{\\mathrm{sum}}-T_c$ and $J_{\\mathrm{max}}$'],
  ['KL + J(Q−1) ≤ M_t', '$KL+J(Q-1) \\le M_t$'],
  ['the Q-th nearest', 'the $Q$-th nearest'],
  ['L* = 1 as α → 2', '$L^{\\ast}=1$ as $\\alpha \\to 2$'],
  ['**fails** at λ_b', '**fails** at $\\lambda_b$'],
])('%s', (plain, typesetText) => {
  expect(typeset(plain)).toBe(typesetText)
})

it.each([
  'prose and/or more, e.g. a list: I am (11), (38), E1 and C2 of 2 km²',
  'nat/s/Hz/km², bit/s/Hz and 1e-10',
  '`M_t` and $M_t$, $$\\alpha = M_t$$',
  '```txt\nM_t = 20\n```',
  '![M_t](/a_b.svg){width=820 height=500} [text](./K_t.md){target=_self}',
  '<span data-K="M_t">',
  '## Title {#c1_k}',
  '**holds** *lower* 40 % of BSs don’t',
  '13.3 % − 2',
])('%s stays', (text) => {
  expect(typeset(text)).toBe(text)
})

it('finds all symbols of the errata', () => {
  const errata = readFileSync(new URL('../../../ERRATA.md', import.meta.url), 'utf8')
  const plain = typeset(errata)
    .replace(/`[^`]*`|\$[^$]*\$/g, '')
    .match(/\w_\w+|[α-ωΓΔ]|\w\^|[₀-₉]|∫|√|(?<=[^\w’'])[KLJQDvz](?=[^\w’'])/gu)
  expect(plain).toEqual(null)
})
