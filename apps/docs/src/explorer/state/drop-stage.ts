/** The steps in which a drop is told: no nulls, all nulls that are asked for, those that base stations grant. */
export { type DropStage, dropStages } from '@isacnet/simulation'
