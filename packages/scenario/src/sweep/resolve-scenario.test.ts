import { paperNetwork } from '@isacnet/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { ScenarioError } from '../source/scenario-error.js'
import { resolveScenario } from './resolve-scenario.js'

// All of mathjs, from its sources, takes seconds to load.
beforeAll(() => import('../values/mathjs-subset.js'), 60_000)

const refusal = async (text: string): Promise<string> => {
  try {
    await resolveScenario(text, { fileName: 'study.yaml' })
  } catch (error) {
    expect(error, text).toBeInstanceOf(ScenarioError)
    const { message } = error as ScenarioError
    expect(message).not.toContain('\n')
    return message.replace(/^study\.yaml:/, '')
  }
  throw new Error(`was not refused: ${text}`)
}

/** The only network of a scenario that changes so much. */
const networkOf = async (network: string) => {
  const { points } = await resolveScenario(`network:\n  ${network.replaceAll('\n', '\n  ')}`)
  expect(points).toHaveLength(1)
  return points[0]!.network
}

describe('a scenario', () => {
  it('is the paper’s network and the exact theorems where it says nothing', async () => {
    const study = await resolveScenario('title: nothing')
    expect(study).toEqual({
      title: 'nothing',
      axes: [],
      skippedPoints: 0,
      seed: 1,
      outputs: { unit: 'nats', tables: ['csv', 'jsonl'], plots: ['svg'], plotted: 'ase' },
      points: [
        {
          index: 0,
          coordinates: {},
          network: paperNetwork,
          computations: [
            {
              kind: 'theorem',
              name: 'theorem',
              communicationMethod: 'exact',
              sensingMethod: 'exact',
              sensingClusters: 'bs-centric',
            },
          ],
        },
      ],
    })
    expect(JSON.parse(JSON.stringify(study))).toEqual(study)
  })

  it('may be JSON', async () => {
    const { points } = await resolveScenario('{\n\t"network": {\n\t\t"K": 3, "Pt": "30 dBm"\n\t}\n}')
    expect(points[0]!.network).toEqual({ ...paperNetwork, usersPerCell: 3, transmitPower: 1 })
  })

  it.each([
    ['7', 7],
    ['007', '007'],
    ['1e3', '1e3'],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', '9007199254740993'],
    ['"7"', 7],
    ['"7 "', '7 '],
    ['7 # days', 7],
    ['yes', 'yes'],
    ['true', 'true'],
    ['.nan', '.nan'],
  ])('has the seed %s as it is written', async (written, seed) => {
    for (const text of [`seed: ${written}\n`, `{ seed: ${written.replace('#', ', # ')}\n}`]) {
      const study = await resolveScenario(text)
      expect(study.seed, text).toBe(seed)
    }
    const other = await resolveScenario('compute: [{ simulation: }]', { seed })
    expect(other.seed).toBe(seed)
    expect(other.points[0]!.computations[0]).toMatchObject({ options: { seed } })
  })

  it('has sections that may be left empty', async () => {
    const study = await resolveScenario('network:\nsweep:\ncompute:\n  - theorem:\noutput:\n')
    expect(study.points).toHaveLength(1)
  })
})

describe('values', () => {
  it.each([
    ['baseStationDensity: 4 /km^2', { baseStationDensity: 4 }],
    ['baseStationDensity: 4 per km²', { baseStationDensity: 4 }],
    ['lambda: 0.3 km^-2', { baseStationDensity: 0.3 }],
    ['λ: 3 /hectare', { baseStationDensity: 300 }],
    ['lambda: 2e-6 1/m^2', { baseStationDensity: 2 }],
    ['transmitPower: 30 dBm', { transmitPower: 1 }],
    ['transmitPower: 0dBW', { transmitPower: 1 }],
    ['Pt: 200 mW', { transmitPower: 0.2 }],
    ['Pt: { value: 5 + 5, unit: dBW }', { transmitPower: 10 }],
    ['N0: -80 dBm', { noisePower: 1e-11 }],
    ['N0: 5 µW', { noisePower: 5e-6 }],
    ['radarCrossSection: -10 dB', { radarCrossSection: 0.1 }],
    ['clutterResidual: 12.5 %', { clutterResidual: 0.125 }],
    ['transmitAntennas: 30\nusersPerCell: floor(0.6 * transmitAntennas)', { transmitAntennas: 30, usersPerCell: 18 }],
    ['K: J^2 - -1\nJ: 3', { usersPerCell: 10, targetsPerCell: 3 }],
    ['K: round(log(8, 2) + log2(8) + log10(10) + sqrt(4) + max(1, min(2, 3)))', { usersPerCell: 11 }],
    // 0.29 · 100 is 28.999999999999996.
    ['transmitAntennas: 100\nK: floor(0.29 * M_t)', { transmitAntennas: 100, usersPerCell: 29 }],
    // A name with a meaning makes it an expression, not a unit.
    ['lambda: 6/J\nJ: 2', { baseStationDensity: 3, targetsPerCell: 2 }],
    ['K: "5"', { usersPerCell: 5 }],
    ['lambda_u: 2 /km^2\nλ_t: 0.5', { userDensity: 2, targetDensity: 0.5 }],
    // Saturated cells, which the network has without saying so.
    ['lambda_u: inf\ntargetDensity: inf', {}],
  ] as const)('%s', async (written, changes) => {
    expect(await networkOf(written)).toEqual({ ...paperNetwork, ...changes })
  })

  it('are evaluated in the order of their dependencies, parameters that aren’t given included', async () => {
    const network = await networkOf('K: L * 2\nL: M_t / J\nJ: receiveAntennas\nMt: 40')
    expect(network).toMatchObject({ usersPerCell: 8, communicationClusterSize: 4, targetsPerCell: 10 })
  })
})

describe('a sweep', () => {
  const coordinates = async (sweep: string, head = ''): Promise<unknown[]> => {
    const { points } = await resolveScenario(`${head}\nsweep:\n${sweep}`)
    expect(points.map(({ index }) => index)).toEqual(points.map((_, index) => index))
    return points.map((point) => Object.values(point.coordinates))
  }

  it('takes every combination of its axes, the last one fastest', async () => {
    expect(await coordinates('  - { vary: K, values: [1, 2] }\n  - { vary: L, values: [3, 1] }')).toEqual([
      [1, 3],
      [1, 1],
      [2, 3],
      [2, 1],
    ])
  })

  it('has steps that end where they should, without rounding errors', async () => {
    expect(await coordinates('  - { vary: beta, range: { start: 0.1, stop: 0.7, step: 0.1 } }')).toEqual(
      [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7].map((value) => [value]),
    )
    expect(await coordinates('  - { vary: K, range: { start: 7, stop: 1, step: -3 } }')).toEqual([[7], [4], [1]])
    expect(await coordinates('  - { vary: N0, unit: dBm, range: { start: -1, stop: 1, step: 0.5 } }')).toEqual(
      [-1, -0.5, 0, 0.5, 1].map((value) => [value]),
    )
    expect(await coordinates('  - { vary: lambda, range: { start: 1/3, stop: 1, step: 1/3 } }')).toHaveLength(3)
  })

  it('has equal differences and equal ratios', async () => {
    expect(await coordinates('  - { vary: alpha, linspace: { start: 2.5, stop: 4, count: 4 } }')).toEqual([
      [2.5],
      [3],
      [3.5],
      [4],
    ])
    expect(await coordinates('  - { vary: lambda, logspace: { start: 0.01, stop: 100, count: 5 } }')).toEqual([
      [0.01],
      [0.1],
      [1],
      [10],
      [100],
    ])
  })

  it('keeps units in coordinates and converts them for the network', async () => {
    const text = 'sweep:\n  - vary: Pt\n    values: [10 dBm, 20 dBm, 30 dBm]'
    const { axes, points } = await resolveScenario(text)
    expect(axes).toEqual([{ quantities: [{ name: 'transmitPower', unit: 'dBm', values: [10, 20, 30] }] }])
    expect(points.map(({ coordinates: at, network }) => [at.transmitPower, network.transmitPower])).toEqual([
      [10, 0.01],
      [20, 0.1],
      [30, 1],
    ])
    const mixed = await resolveScenario('sweep:\n  - { vary: Pt, values: [10 dBm, 2 W] }')
    expect(mixed.axes[0]!.quantities[0]).toEqual({ name: 'transmitPower', unit: '', values: [0.01, 2] })
  })

  it('lets zipped quantities vary together', async () => {
    const zip =
      '  - zip:\n      - { vary: K, values: [1, 2] }\n      - { vary: Q, values: [4, 3] }\n  - { vary: J, values: [1, 2] }'
    expect(await coordinates(zip)).toEqual([
      [1, 4, 1],
      [1, 4, 2],
      [2, 3, 1],
      [2, 3, 2],
    ])
  })

  it('reaches parameters through expressions, and varies variables', async () => {
    const text = `variables: { load: 0.6, users: load * Mt }
network:
  K: max(1, floor(users))
sweep:
  - { vary: load, values: [0.1, 0.5] }
  - { vary: Mt, values: [10, 20] }`
    const { points } = await resolveScenario(text)
    expect(points.map(({ network }) => network.usersPerCell)).toEqual([1, 2, 5, 10])
  })

  it('leaves out what is infeasible, if told to', async () => {
    const sweep = '  - { vary: K, values: [1, 10] }\n  - { vary: L, values: [1, 3] }'
    const { points, skippedPoints } = await resolveScenario(`infeasible: skip\nsweep:\n${sweep}`)
    expect(points.map((point) => Object.values(point.coordinates))).toEqual([
      [1, 1],
      [1, 3],
      [10, 1],
    ])
    expect(points.map(({ index }) => index)).toEqual([0, 1, 2])
    expect(skippedPoints).toBe(1)
  })

  it('keeps overload where every computation takes the requests as they come', async () => {
    const sweep =
      'infeasible: skip\nsweep:\n  - { vary: K, values: [10, 25] }\n  - { vary: L, values: [3] }\ncompute:\n'
    const actual = '  - theorem: { communicationMethod: actual-requests, sensingMethod: actual-requests }\n'
    const channel = '  - simulation: { fidelity: channel, trials: 100 }\n'
    const { points, skippedPoints } = await resolveScenario(`${sweep}${actual}${channel}`)
    expect([points.length, skippedPoints]).toEqual([1, 1])
    await expect(resolveScenario(`${sweep}${actual}  - simulation: { trials: 100 }\n`)).rejects.toThrow(
      'at least one point must be feasible',
    )
  })
})

describe('what to compute', () => {
  it('is read with its units', async () => {
    const text = `seed: night
compute:
  - theorem: { sensingMethod: no-hole, objective: sum, rho: 0.3 }
  - name: printed
    theorem: { communicationMethod: theorem-1 }
  - theorem:
  - simulation: { trials: 1e5 }
  - simulation: { fidelity: channel, assumptions: [gamma-gains], hardCoreDistance: 200 m, relativeError: 1%, confidence: 99% }
  - optimization: { objective: " 0.3*Tc + 0.7*Ts ", minSensingRate: 3 bit/s/Hz, minSensingClusterSize: 2 }
`
    const [point] = (await resolveScenario(text)).points
    const theorem = {
      kind: 'theorem',
      communicationMethod: 'exact',
      sensingMethod: 'exact',
      sensingClusters: 'bs-centric',
    }
    expect(point!.computations).toEqual([
      { ...theorem, name: 'theorem', sensingMethod: 'no-hole', objective: { kind: 'sum', rho: 0.3 } },
      { ...theorem, name: 'printed', communicationMethod: 'theorem-1' },
      { ...theorem, name: 'theorem-2' },
      {
        kind: 'simulation',
        name: 'simulation',
        options: {
          seed: 'night',
          fidelity: 'gain-law',
          typical: 'user',
          sensingClusters: 'bs-centric',
          precoders: 'sampled-in-law',
          assumptions: [],
          hardCoreDistance: 0,
          relativeBias: 1e-4,
        },
        until: { trials: 100_000 },
        confidence: 0.95,
      },
      {
        kind: 'simulation',
        name: 'simulation-2',
        options: {
          seed: 'night',
          fidelity: 'channel',
          typical: 'user',
          sensingClusters: 'bs-centric',
          precoders: 'sampled-in-law',
          assumptions: ['gamma-gains'],
          hardCoreDistance: 0.2,
          relativeBias: 1e-4,
        },
        until: { relativeError: 0.01, confidence: 0.99 },
        confidence: 0.99,
      },
      {
        kind: 'optimization',
        name: 'optimization',
        objective: { kind: 'expression', expression: '0.3*Tc + 0.7*Ts' },
        constraints: { minSensingRate: 3 * Math.LN2, minSensingClusterSize: 2 },
        communicationMethod: 'exact',
        sensingMethod: 'exact',
        sensingClusters: 'bs-centric',
      },
    ])
  })
})

describe('what is wrong is said in one line, with its place', () => {
  it.each([
    // names
    ['ouput: {}', /^1:1: unknown key ‘ouput’: did you mean ‘output’\? permitted: \$schema, title, /],
    ['network:\n  usersPerCel: 3', /^2:3: unknown parameter ‘usersPerCel’: did you mean ‘usersPerCell’\?/],
    [
      'network:\n  K: floor(0.6 * transmitAntenas)',
      /^2:18: usersPerCell \(K\): unknown name ‘transmitAntenas’: did you mean ‘transmitAntennas’\?/,
    ],
    ['network:\n  K: flor(2)', /^2:6: usersPerCell \(K\): unknown function ‘flor’: permitted: abs, /],
    ['network: { K: 1, usersPerCell: 2 }', '1:18: usersPerCell (K) must be given once, got ‘K’ and ‘usersPerCell’'],
    ['network:\n  K: 1\n  K: 2', '3:3: ‘K’ must be given once'],
    [
      'variables: { K: 1 }',
      '1:14: the name of a variable must be its own, got ‘K’, which is the parameter usersPerCell (K)',
    ],
    [
      'variables: { floor: 1 }',
      '1:14: the name of a variable must be its own, got ‘floor’, which means something else in expressions',
    ],
    ['variables: { "2x": 1 }', /^1:14: the name of a variable must have letters, digits and _ only/],
    [
      'compute:\n  - theorm:',
      '2:5: unknown key in compute[1] ‘theorm’: did you mean ‘theorem’? permitted: name, theorem, simulation, optimization',
    ],
    [
      'compute:\n  - theorem: { communicationMethod: theorem1 }',
      /^2:37: unknown compute\[1\]\.theorem\.communicationMethod ‘theorem1’: did you mean ‘theorem-1’\?/,
    ],
    ['output: { tables: [cvs] }', '1:20: unknown output.tables[1] ‘cvs’: permitted: csv, jsonl, parquet'],
    ['network: { K: max(1, 2) }', '1:22: within { }, an expression with a comma must be in quotes, got the key ‘2)’'],
    // units
    [
      'network:\n  transmitPower: 3 km',
      '2:20: transmitPower (P_t) must be a number in W, mW, uW, kW, dBm, dBW or the like, got the unit ‘km’',
    ],
    [
      'network:\n  transmitPower: 30 dbm',
      /^2:21: transmitPower \(P_t\) must be .*, got the unknown unit ‘dbm’: did you mean ‘dBm’\?$/,
    ],
    [
      'network:\n  lambda: 3 dB',
      /^2:13: baseStationDensity \(λ_b\) must be a number in \/km\^2, .* got the unit ‘dB’$/,
    ],
    ['network: { alpha: 4 dB }', '1:21: pathLossExponent (α) must be a number without a unit, got the unit ‘dB’'],
    ['network: { K: 4 W }', '1:17: usersPerCell (K) must be a number without a unit, got the unit ‘W’'],
    ['network: { Pt: { value: 30 dBm, unit: W } }', /^1:25: transmitPower \(P_t\) must have its unit once/],
    [
      'compute: [{ optimization: { objective: sensing, minSensingRate: 3 dB } }]',
      /^1:67: minSensingRate must be a number in nat\/s\/Hz, bit\/s\/Hz/,
    ],
    // types
    ['network: { K: [1] }', '1:15: network.K must be a number, a string or a mapping, got a list'],
    ['network: { K: true }', '1:15: network.K must be a number, a string or a mapping, got ‘true’'],
    ['network:\n  K:', /^2:5: network\.K must be a number, a string or a mapping, got nothing$/],
    ['network: { Pt: { value: 3 } }', '1:12: network.Pt must have ‘unit’: a string'],
    ['title: "a\\e[31mb"', '1:8: title must be one line of printable characters, got ‘a\\u001b[31mb’'],
    ['title: |\n  a\n  b', /^1:8: title must be one line of printable characters/],
    ['seed: {}', '1:7: seed must be a number or a string, got a mapping'],
    ['seed:', '1:6: seed must be a number or a string, got nothing'],
    ['seed: ~', '1:7: seed must be a number or a string, got nothing'],
    ['seed: ""', /^1:8: seed must be an integer .* got an empty value/],
    ['sweep: K', '1:8: sweep must be a list, got ‘K’'],
    ['- 1', '1:1: a scenario must be a mapping, got a list'],
    ['', '1:1: a scenario must be a mapping, got an empty file'],
    ['a: [', /^1:5: /],
    ['network: { K: .inf }', '1:15: a number must be finite and decimal, got ‘.inf’, which is not a decimal number'],
    ['network: { K: 0x10 }', '1:15: a number must be finite and decimal, got ‘0x10’, which is not a decimal number'],
    [
      'network: { lambda: 1e400 }',
      '1:20: a number must be finite and decimal, got ‘1e400’, which is too large for a number',
    ],
    // values
    ['network: { K: 2.5 }', '1:15: usersPerCell (K) must be an integer ≥ 1, got 2.5'],
    ['network: { K: 2 L }', '1:15: usersPerCell (K): write a product with ‘*’, as in 2 * usersPerCell, got ‘2 L’'],
    ['network: { lambda: 1/0 }', '1:20: baseStationDensity (λ_b): ‘1/0’ must be a finite number, got Infinity'],
    [
      'network:\n  K: M_t + 1\n  M_t: L\n  L: K',
      '2:6: expressions must not depend on themselves, got usersPerCell → transmitAntennas → communicationClusterSize → usersPerCell',
    ],
    ['network: { K: K }', '1:15: expressions must not depend on themselves, got usersPerCell → usersPerCell'],
    [
      'network:\n  J: 2\n  K: 25',
      /^3:6: usersPerCell \(K\) must be an integer ≥ 1 and ≤ transmitAntennas \(M_t\) = 20, got 25/,
    ],
    [
      'network:\n  J: 2\n  K: 11\n  L: 2',
      /^3:6: K·L \+ J·\(Q−1\) = 11·2 \+ 2·\(1−1\) = 22 degrees of freedom are asked for/,
    ],
    ['network: { J: 11 }', /^1:15: targetsPerCell \(J\) must be an integer ≥ 1 and ≤ maxTargetsPerCell/],
    [
      'network: { lambda_x: 1, beta: 1 }',
      /^1:31: echoPathLossExponent \(β\) must be a finite number > 1 when there is clutter, got 1$/,
    ],
    // sweeps
    ['sweep: []', '1:8: a sweep must have at least one axis, got none: leave it out for a single point'],
    ['sweep: [{ vary: K, values: [] }]', '1:28: the sweep of usersPerCell (K) must have values, got none'],
    [
      'sweep: [{ vary: K }]',
      '1:9: the sweep of usersPerCell (K) must have one of values, range, linspace, logspace, got none',
    ],
    ['sweep: [{ values: [1] }]', '1:9: an axis of a sweep must have ‘vary’: the name of a parameter or a variable'],
    ['sweep: [{ vary: users, values: [1] }]', /^1:17: unknown parameter or variable ‘users’/],
    [
      'sweep: [{ vary: K, values: [1, 2, 1] }]',
      '1:35: usersPerCell (K) must be swept over different values, got 1 twice',
    ],
    [
      'sweep: [{ vary: K, values: [1, M_t] }]',
      /^1:32: usersPerCell \(K\): the values of a sweep must be numbers, without names, got ‘M_t’$/,
    ],
    [
      'sweep:\n  - { vary: K, values: [1] }\n  - { vary: usersPerCell, values: [2] }',
      '3:13: usersPerCell (K) must be swept once, got a second axis of it',
    ],
    [
      'network: { K: 1 }\nsweep: [{ vary: usersPerCell, values: [2] }]',
      '1:12: usersPerCell (K) is swept: it must be left out of network',
    ],
    [
      'sweep: [{ vary: K, range: { start: 1, stop: 1e9, step: 1 } }]',
      '1:27: a sweep must have at most 100000 points, got 1000000000 values of usersPerCell (K)',
    ],
    [
      'sweep:\n  - { vary: alpha, linspace: { start: 3, stop: 4, count: 1000 } }\n  - { vary: beta, linspace: { start: 3, stop: 4, count: 1000 } }',
      '2:3: a sweep must have at most 100000 points, got 1000 · 1000 = 1000000',
    ],
    [
      'sweep: [{ vary: K, range: { start: 1, stop: 0, step: 1 } }]',
      '1:54: step must lead from 1 to 0, got 1: the sweep would be empty',
    ],
    [
      'sweep: [{ vary: K, linspace: { start: 1, stop: 2, count: 1.5 } }]',
      '1:58: count must be an integer ≥ 1, got 1.5',
    ],
    [
      'sweep: [{ vary: beta, logspace: { start: 0, stop: 2, count: 3 } }]',
      '1:42: start of a logspace must be > 0, got 0',
    ],
    [
      'sweep: [{ vary: Pt, range: { start: 1 W, stop: 3 mW, step: 1 W } }]',
      /^1:48: start, stop and step of a sweep must have the same unit/,
    ],
    [
      'sweep: [{ zip: [{ vary: K, values: [1, 2] }, { vary: L, values: [1] }] }]',
      '1:46: zipped quantities must have equally many values, got 2 of usersPerCell (K) and 1 of communicationClusterSize (L)',
    ],
    ['sweep: [{ zip: [{ vary: K, values: [1, 2] }] }]', '1:16: zip must have at least two quantities, got 1'],
    [
      'sweep:\n  - { vary: K, values: [5, 10, 15] }\n  - { vary: L, values: [1, 2] }',
      /^2:32: at usersPerCell = 15, communicationClusterSize = 2: K·L \+ J·\(Q−1\) = 15·2 \+ 1·\(1−1\) = 30 degrees/,
    ],
    [
      'network: { K: 2/J }\nsweep: [{ vary: J, values: [1, 3] }]',
      /^1:15: at targetsPerCell = 3: usersPerCell \(K\) must be an integer ≥ 1, got 0\.6/,
    ],
    [
      'network: { lambda: log(J - 1) }\nsweep: [{ vary: J, values: [3, 1] }]',
      /^1:20: baseStationDensity \(λ_b\): at targetsPerCell = 1: ‘log\(J - 1\)’ must be a finite number/,
    ],
    ['infeasible: skip\nsweep: [{ vary: K, values: [21] }]', '2:8: at least one point must be feasible, got none of 1'],
    // computations
    ['compute: []', '1:10: compute must have one of theorem, simulation, optimization, got none'],
    [
      'compute: [{ theorem: , simulation: }]',
      '1:11: an entry of compute must have one of theorem, simulation, optimization, got theorem and simulation',
    ],
    ['compute: [{ name: a b, theorem: }]', /^1:19: the name of a computation must have letters/],
    [
      'compute: [{ name: a, theorem: }, { name: a, theorem: }]',
      '1:42: a computation must have a name of its own, got ‘a’ twice',
    ],
    ['compute: [{ optimization: }]', /^1:\d+: an optimization must have an objective/],
    [
      'compute: [{ optimization: { objective: comunication } }]',
      /^1:40: unknown objective ‘comunication’: did you mean ‘communication’\?/,
    ],
    ['compute: [{ optimization: { objective: 0.3*Tc + Tx } }]', /^1:49: objective: unknown name ‘Tx’/],
    [
      'compute: [{ optimization: { objective: 2*K } }]',
      /^1:40: objective: it must depend on Tc, Ts, Rc, Rs or a quantity such as /,
    ],
    [
      'compute: [{ optimization: { objective: sum } }]',
      '1:40: ‘objective: sum’ needs rho, the weight of communication',
    ],
    ['compute: [{ optimization: { objective: sum, rho: 2 } }]', '1:50: rho must be ≥ 0 and ≤ 1, got 2'],
    [
      'compute: [{ optimization: { objective: sensing, sensingMethod: proposition-3 } }]',
      /^1:64: an optimization must have a sensing method for every Q/,
    ],
    [
      'compute: [{ simulation: { trials: 1e5, relativeError: 1% } }]',
      '1:55: relativeError must be left out with trials, got 1%',
    ],
    ['compute: [{ simulation: { trials: 0.5 } }]', '1:35: trials must be an integer ≥ 1, got 0.5'],
    ['compute: [{ simulation: { relativeError: 2 } }]', '1:42: relativeError must be between 0 and 1, got 2'],
    [
      'compute: [{ simulation: { hardCoreDistance: 900 m } }]',
      /^1:45: hardCoreDistance must be ≥ 0 and less than 0\.5352 km for 1 base stations per km², got 0\.9$/,
    ],
    [
      'compute: [{ simulation: { assumptions: [gamma-gains] } }]',
      /^1:40: assumptions must be none, unless the fidelity is channel/,
    ],
  ] as const)('%s', async (text, expected: string | RegExp) => {
    const message = await refusal(text)
    if (typeof expected === 'string') expect(message).toBe(expected)
    else expect(message).toMatch(expected)
  })

  it('calls the file as it is called', async () => {
    await expect(resolveScenario('5')).rejects.toThrow('scenario:1:1: a scenario must be a mapping, got ‘5’')
    await expect(resolveScenario('a: 1', { fileName: 'x/y.yaml' })).rejects.toMatchObject({
      fileName: 'x/y.yaml',
      line: 1,
      column: 1,
      reason: expect.stringMatching(/^unknown key ‘a’/),
    })
  })
})
