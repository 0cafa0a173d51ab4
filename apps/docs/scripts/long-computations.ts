import { auditClaims, auditTools, type ClaimFinding, claims } from '@isacnet/audit'
import type { FigureData } from '@isacnet/drawing'
import { computeFigure, figures } from '@isacnet/figures'
import type { LongComputation } from './computed-once.js'

/** The seed of the site's audit. */
export const auditSeed = 1
export const auditTrials = 20_000

/** The findings of the audit. */
export const audit: LongComputation<ClaimFinding[]> = {
  folder: 'audit',
  name: `findings-${auditSeed}-${auditTrials}`,
  compute: () => auditClaims(claims, auditTools({ seed: auditSeed, trials: auditTrials })),
}

/** The data of a figure, with simulated marks. */
export const figureData = (definition: (typeof figures)[number]): LongComputation<FigureData> => ({
  folder: 'figures',
  name: definition.id,
  compute: () => computeFigure(definition, { simulation: { fidelity: 'gain-law' } }),
})

/** All that is recorded. */
export const longComputations: readonly LongComputation<unknown>[] = [audit, ...figures.map(figureData)]
