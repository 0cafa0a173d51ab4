/** The steps in which a drop is told: no nulls, all nulls that are asked for, those that base stations grant. */
export const dropStages = ['no-nulling', 'nulling', 'abandonment'] as const

export type DropStage = (typeof dropStages)[number]
