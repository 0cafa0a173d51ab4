import {
  aFunction,
  anObject,
  aSeed,
  assertOptions,
  type OptionChecks,
  oneOf,
  readSeed,
  required,
  type Seed,
} from '@isacnet/model'
import {
  aConfidence,
  type Fidelity,
  fidelities,
  runSimulation,
  type SimulationDefinition,
  type SimulationState,
  type StoppingRule,
} from '@isacnet/simulation'

/**
 * Simulates one network until a rule is met. It may do so anywhere, or know the state from an earlier time: the state follows from
 * both arguments to the bit. When it throws, the computation of the figure stops with that error.
 */
export type SimulatePoint = (definition: SimulationDefinition, until: StoppingRule) => Promise<SimulationState>

/** Options for the simulated marks of a figure. */
export interface FigureSimulation {
  /** `gain-law` samples what the theorems assume; `channel` is what the protocol does. */
  readonly fidelity: Fidelity
  /** The seed of every mark, as `readSeed` of `@isacnet/model` reads it; default 1. */
  readonly seed?: Seed
  /** The confidence of the intervals, default 0.95. */
  readonly confidence?: number
  /** When a mark is precise enough; default 20,000 trials, an error below 1 %. */
  readonly until?: StoppingRule
  /** Simulates a point; by default in this thread. */
  readonly simulate?: SimulatePoint
}

const simulationChecks: OptionChecks<FigureSimulation> = {
  fidelity: required(oneOf(fidelities)),
  seed: aSeed,
  confidence: aConfidence,
  until: anObject,
  simulate: aFunction,
}

/** Refuses a simulation that a figure cannot have. */
export const aFigureSimulation = (name: string, simulation: unknown): void => {
  if (simulation === undefined) return
  anObject(name, simulation)
  assertOptions('the simulation of a figure', simulation as FigureSimulation, simulationChecks)
}

/** The simulation with its defaults. */
export const simulationSettings = (simulation: FigureSimulation): Required<FigureSimulation> => {
  aFigureSimulation('simulation', simulation)
  const { fidelity, seed = 1, confidence = 0.95, until = { trials: 20_000 }, simulate = inThisThread } = simulation
  return { fidelity, seed: readSeed(seed), confidence, until, simulate }
}

const inThisThread: SimulatePoint = async (definition, until) => (await runSimulation(definition, { until })).state
