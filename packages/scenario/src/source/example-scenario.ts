import { communicationMethods, sensingMethods } from '@isacnet/analysis'
import { scenarioSchemaUrl } from './json-schema.js'

const others = (methods: readonly string[]): string => methods.slice(1).join(', ')

/** A scenario to begin with, commented. `isacnet init` writes it. */
export const exampleScenario = `# yaml-language-server: $schema=${scenarioSchemaUrl}

# How rates and area spectral efficiencies grow with the antennas and with the load, by the theorems and by simulation.
# isacnet check FILE    says what is wrong with this file, or what it asks for and how long that takes
# isacnet sweep FILE    computes it

title: More antennas, more users

# Numbers and expressions under names of your own.
variables:
  load: 0.6 # users per antenna

# What differs from the paper's network (isacnet parameters lists what there is). Numbers may have units; expressions may
# refer to other parameters and to variables, in any order.
network:
  baseStationDensity: 4 /km^2
  transmitPower: 30 dBm
  radarCrossSection: -10 dB
  usersPerCell: floor(load * transmitAntennas) # K
  targetsPerCell: 2 # J

# Axes: every combination of their values is a point.
sweep:
  - vary: transmitAntennas # M_t
    range: { start: 10, stop: 40, step: 10 }
  - vary: load
    values: [0.3, 0.6]
  # - vary: noisePower
  #   unit: dBm
  #   linspace: { start: -110, stop: -90, count: 3 }
  # - zip: # these vary together
  #     - { vary: L, values: [1, 2] }
  #     - { vary: Q, values: [2, 1] }

# infeasible: skip # leave out points that need more antennas than there are; otherwise they are errors

# What to compute at each point.
compute:
  - theorem:
      communicationMethod: exact # ${others(communicationMethods)}
      sensingMethod: exact # ${others(sensingMethods)}
      objective: 0.3*Tc + 0.7*Ts # reported besides Rc, Rs, Tc, Ts
      # quantities: [coverage:0dB, percentile-rate:5%] # who is served how well; simulations have them too
  - simulation:
      fidelity: gain-law # or channel: whole networks, nulling requests counted
      relativeError: 1%
  # - optimization: # the best K, L, J, Q
  #     objective: 0.3*Tc + 0.7*Ts # or communication, sensing, sum (with rho)
  #     minSensingRate: 1 bit/s/Hz

seed: 1

output:
  unit: bits # of rates; or nats
  tables: [csv, jsonl]
  plots: [svg] # of one or two axes
  plotted: ase # or rate, or one of the quantities
`
