import lemma2 from './lemma-2.json' with { type: 'json' }

/** A problem of Lemma 2, the real number of users that is best, the best integer, and the ASE of each per base station, in nats. */
export interface Lemma2Row {
  readonly transmitAntennas: number
  readonly sensingNulls: number
  readonly communicationClusterSize: number
  readonly pathLossExponent: number
  readonly continuousUsers: number
  readonly largestAse: number
  readonly usersPerCell: number
  readonly asePerBaseStation: number
}

export const lemma2Rows: readonly Lemma2Row[] = lemma2.rows
