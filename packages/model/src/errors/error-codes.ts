/** Whether what was given can't be meant, or was fine and something failed all the same. */
export type ErrorKind = 'invalid-input' | 'failure'

/** The meaning of an error, for programs that don't read its message. */
export interface ErrorMeaning {
  readonly kind: ErrorKind
  readonly meaning: string
}

const invalidInput = (meaning: string): ErrorMeaning => ({ kind: 'invalid-input', meaning })
const failure = (meaning: string): ErrorMeaning => ({ kind: 'failure', meaning })

/**
 * Every code that an {@link IsacnetError} may have, in kebab case. A code is never renamed, and never given to another error: programs
 * and files rely on it. The command reads its exit codes from here, and its JSON Schema of errors lists these codes.
 *
 * @example
 * errorCodes['invalid-parameter'].kind // 'invalid-input'
 * errorCodes['non-convergence'].kind // 'failure'
 */
export const errorCodes = {
  usage: invalidInput('flags or arguments make no sense to a command'),
  'invalid-parameter': invalidInput('a parameter has a value that it may not have'),
  'unknown-name': invalidInput('a name is none of the permitted ones'),
  'infeasible-allocation': invalidInput('an allocation needs more degrees of freedom than there are antennas'),
  'method-not-applicable': invalidInput('a method does not apply to this network'),
  'quantity-not-applicable': invalidInput('a network has no such quantity'),
  'unsaturated-network': invalidInput('finite densities of users or targets, where cells must be saturated'),
  'empty-feasible-set': invalidInput('no allocation meets all constraints'),
  scenario: invalidInput('a scenario file is invalid'),
  'study-directory': invalidInput('a directory can’t be used for a study as it was asked for'),
  'study-results': invalidInput('a directory has no results of a study'),
  merge: invalidInput('shards don’t make up one study'),
  unit: failure('a unit can’t be read, or measures something else than was asked for'),
  expression: failure('an expression can’t be read, or has no value'),
  'site-file': invalidInput('a file of sites, or of a region, can’t be read as what it should be'),
  checkpoint: failure('a checkpoint of a simulation can’t be read'),
  'missing-rate': failure('a table has no rate for an allocation'),
  'rank-deficient-channel': failure('zero forcing has no beams for a channel matrix'),
  'non-convergence': failure('an integral did not reach its tolerance'),
  'study-file': failure('a file of a study can’t be read or written'),
  'worker-death': failure('a block killed every worker that computed it'),
  distribution: failure('blocks can’t be distributed by Redis'),
  disagreement: failure('a simulation rejects an exact theorem'),
  'changed-values': failure('two studies differ by more than their uncertainties'),
  interrupted: failure('a signal ended the command, whose exit code is 128 and the signal’s number'),
} as const satisfies Readonly<Record<string, ErrorMeaning>>

export type ErrorCode = keyof typeof errorCodes
