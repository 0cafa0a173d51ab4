import { aFunction, anObject, assertOptions, InvalidParameterError, type OptionChecks, required } from '@isacnet/model'
import { assertSimulationDefinition, type SimulationDefinition } from '../definition/simulation-definition.js'
import { initialState, type SimulationState } from '../estimate/simulation-state.js'
import { mergeSimulationSums, type SimulationSums } from '../estimate/simulation-sums.js'
import { type RuleEnd, type StoppingRule, stoppingDecision } from '../estimate/stopping-rule.js'
import { type BlockRunner, inProcessRunner } from './block-runner.js'

/** The members of an `AbortSignal` that a run needs. */
export interface Interruption {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** How a simulation is run. But for `until` and `from`, nothing of it changes a number. */
export interface RunOptions {
  readonly until: StoppingRule
  /** Who computes the blocks of the definition, default this thread. The caller closes it. */
  readonly runner?: BlockRunner
  /** Where to go on, default the beginning. */
  readonly from?: SimulationState
  /** An `AbortSignal`: the run ends with the blocks that it has. */
  readonly signal?: Interruption
  /** Called after each block, in their order. */
  readonly onProgress?: (state: SimulationState) => void
}

const optionChecks: OptionChecks<RunOptions> = {
  until: required(anObject),
  runner: anObject,
  from: anObject,
  signal: anObject,
  onProgress: aFunction,
}

export interface SimulationRun {
  readonly state: SimulationState
  /** `interrupted` by the signal, or by the rule. */
  readonly ended: RuleEnd | 'interrupted'
}

/**
 * Runs blocks until a stopping rule says that there are enough.
 *
 * Blocks are merged in their order; those that come early wait, and those beyond the end are thrown away. The state is therefore
 * the same to the bit for any runner, and for a run that was interrupted and went on from its state.
 *
 * @example
 * const definition = defineSimulation(defineNetwork(), { seed: 1 })
 * const { state } = await runSimulation(definition, { until: { trials: 4096 } })
 * state.blocks // 1
 *
 * @param definition - as `defineSimulation` gives it; of the runner, too.
 * @throws what `defineSimulation` throws, for a definition that isn't one.
 * @throws {UnknownNameError} for an option, or a member of the stopping rule, that is not known.
 * @throws {InvalidParameterError} if one is not as its type says, or the state to go on from has blocks of another size.
 */
export const runSimulation = async (definition: SimulationDefinition, options: RunOptions): Promise<SimulationRun> => {
  assertSimulationDefinition(definition)
  assertOptions('runSimulation', options, optionChecks)
  if (options.runner !== undefined) return runBlocks(options, options.runner)
  const runner = inProcessRunner(definition)
  try {
    return await runBlocks(options, runner)
  } finally {
    await runner.close()
  }
}

const runBlocks = async (options: RunOptions, runner: BlockRunner): Promise<SimulationRun> => {
  const { until, from = initialState, signal, onProgress } = options
  const rule = stoppingDecision(until)
  const pending: Promise<SimulationSums>[] = []
  let state = from
  for (;;) {
    const end = rule.ended(state)
    if (end !== undefined) return { state, ended: end }
    if (signal?.aborted) return { state, ended: 'interrupted' }
    const last = rule.lastBlock(state)
    while (pending.length < runner.concurrency && state.blocks + pending.length < last) {
      const block = runner.run(state.blocks + pending.length)
      // A block that fails matters when its turn comes, if it does.
      block.catch(() => {})
      pending.push(block)
    }
    const sums = await unlessInterrupted(pending[0]!, signal)
    if (sums === undefined) continue
    pending.shift()
    assertSameBlocks(state, sums)
    state = { blocks: state.blocks + 1, sums: mergeSimulationSums(state.sums, sums) }
    onProgress?.(state)
  }
}

/** The sums of a block, or nothing as soon as the signal says so. */
const unlessInterrupted = (
  block: Promise<SimulationSums>,
  signal: Interruption | undefined,
): Promise<SimulationSums | undefined> =>
  signal === undefined
    ? block
    : new Promise((resolve, reject) => {
        const interrupt = (): void => resolve(undefined)
        signal.addEventListener('abort', interrupt)
        block.then(resolve, reject).finally(() => signal.removeEventListener('abort', interrupt))
      })

/** Blocks have one size. A state from another version of this package may have had another. */
const assertSameBlocks = ({ blocks, sums: before }: SimulationState, sums: SimulationSums): void => {
  if (before.trials !== sums.trials * blocks)
    throw new InvalidParameterError(
      'from',
      `${before.trials}`,
      `a state of ${sums.trials * blocks} trials in ${blocks} blocks`,
    )
}
