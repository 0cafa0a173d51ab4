import type { DefineCommand } from './commands/define-command.js'

/** A command as the help of the program shows it. Its options and its help are loaded when it is asked for. */
interface CommandRow {
  /** Its name, and its arguments. */
  readonly usage: string
  readonly description: string
  readonly load: () => Promise<DefineCommand>
}

/** All commands, in the order of the help. */
export const commandRows: readonly CommandRow[] = [
  {
    usage: 'evaluate',
    description: 'Rates and area spectral efficiencies (ASE) of one network.',
    load: async () => (await import('./commands/evaluate/evaluate-command.js')).evaluateCommand,
  },
  {
    usage: 'distribution',
    description: 'Who is served how well: coverage, percentiles, detection and error bounds by the law of the SIR.',
    load: async () => (await import('./commands/distribution/distribution-command.js')).distributionCommand,
  },
  {
    usage: 'simulate',
    description: 'Monte Carlo of one network: rates and ASE with confidence intervals, nulling requests, SIR coverage.',
    load: async () => (await import('./commands/simulate/simulate-command.js')).simulateCommand,
  },
  {
    usage: 'validate',
    description: 'Hold every method of evaluate against a simulation, and say which it rejects.',
    load: async () => (await import('./commands/validate/validate-command.js')).validateCommand,
  },
  {
    usage: 'compare-deployments',
    description: 'How far a lattice, a Matérn process or your own sites are from the theorems: the gap in dB of SIR.',
    load: async () =>
      (await import('./commands/compare-deployments/compare-deployments-command.js')).compareDeploymentsCommand,
  },
  {
    usage: 'topology',
    description:
      'Draw one drop of the network: cells, users, targets, clusters, who nulls whom, abandoned requests, the hole.',
    load: async () => (await import('./commands/topology/topology-command.js')).topologyCommand,
  },
  {
    usage: 'map',
    description: 'Your own sites: a map of their cells by rate, worst users, requests …, a table, CSV and GeoJSON.',
    load: async () => (await import('./commands/map/map-command.js')).mapCommand,
  },
  {
    usage: 'optimize',
    description: 'The allocation (K, L, J, Q) with the largest objective, certified, with ties and runners-up.',
    load: async () => (await import('./commands/optimize/optimize-command.js')).optimizeCommand,
  },
  {
    usage: 'region',
    description: 'What allocations achieve of communication and sensing together: Pareto points, hull, time sharing.',
    load: async () => (await import('./commands/region/region-command.js')).regionCommand,
  },
  {
    usage: 'sweep <file>',
    description: 'Run a study: every point of a scenario file by theorem, simulation or optimisation.',
    load: async () => (await import('./commands/study/sweep-command.js')).sweepCommand,
  },
  {
    usage: 'merge <dirs...>',
    description: 'Make one study of all of its shards: the same bytes as of a single run.',
    load: async () => (await import('./commands/study/merge-command.js')).mergeCommand,
  },
  {
    usage: 'diff <a> <b>',
    description: 'Which values of two studies really differ, given their uncertainties.',
    load: async () => (await import('./commands/study/diff-command.js')).diffCommand,
  },
  {
    usage: 'init [file]',
    description: 'Write a commented scenario file to begin with.',
    load: async () => (await import('./commands/study/init-command.js')).initCommand,
  },
  {
    usage: 'check <file>',
    description: 'Validate a scenario file: its points, resolved, and roughly how long they take.',
    load: async () => (await import('./commands/study/check-command.js')).checkCommand,
  },
  {
    usage: 'reproduce <figures...>',
    description: 'Compute and draw figures of the paper: curves by theorem, marks by simulation.',
    load: async () => (await import('./commands/reproduce/reproduce-command.js')).reproduceCommand,
  },
  {
    usage: 'audit [claims...]',
    description:
      'Which of the paper’s claims hold? Each is computed by theorem and by simulation, and judged by its numbers.',
    load: async () => (await import('./commands/audit/audit-command.js')).auditCommand,
  },
  {
    usage: 'batch',
    description: 'Answer JSON lines: many networks by one process, for programs in other languages.',
    load: async () => (await import('./commands/batch/batch-command.js')).batchCommand,
  },
  {
    usage: 'worker',
    description: 'Compute blocks for every study of a queue on Redis, until stopped.',
    load: async () => (await import('./commands/worker/worker-command.js')).workerCommand,
  },
  {
    usage: 'parameters',
    description: 'List the parameters: names, permitted values, defaults, meaning.',
    load: async () => (await import('./commands/parameters/parameters-command.js')).parametersCommand,
  },
  {
    usage: 'complete [shell]',
    description: 'Print a completion script for a shell.',
    load: async () => (await import('./commands/complete/complete-command.js')).completeCommand,
  },
]
