import { defineNetwork, InvalidParameterError, laterParameterNames } from '@isacnet/model'
import { expect, it } from 'vitest'
import { assertSameSimulation } from '../definition/same-simulation.js'
import { defineSimulation } from '../definition/simulation-definition.js'
import { initialState } from '../estimate/simulation-state.js'
import { runSimulation } from '../run/run-simulation.js'
import { type Checkpoint, readCheckpoint, simulationCheckpoint } from './checkpoint.js'
import { CheckpointError } from './checkpoint-error.js'

// Few antennas, so that requests are abandoned.
const definition = defineSimulation(defineNetwork({ Mt: 8, K: 2, L: 2, J: 2, Q: 2 }), {
  fidelity: 'channel',
  seed: 'checkpoint',
})
const { state } = await runSimulation(definition, { until: { trials: 2000 } })
const text = simulationCheckpoint(definition, state)

it('reads what was written, to the bit', { timeout: 60_000 }, () => {
  expect(readCheckpoint(text)).toEqual({ definition, state })
  const beginning = simulationCheckpoint(definition, initialState)
  expect(readCheckpoint(beginning)).toEqual({ definition, state: initialState })
})

it('reads what was written of a network whose users are a Poisson process', { timeout: 60_000 }, async () => {
  const loaded = defineSimulation(defineNetwork({ K: 2, lambda_u: 3 }), { fidelity: 'channel' })
  const part = await runSimulation(loaded, { until: { trials: 1000 } })
  const written = simulationCheckpoint(loaded, part.state)
  expect(readCheckpoint(written)).toEqual({ definition: loaded, state: part.state })
  expect(readCheckpoint(written).definition.network.userDensity).toBe(3)
  const spoilt = written.replace('"activeShare":{"mean"', '"activeShare":{"means"')
  expect(() => readCheckpoint(spoilt)).toThrow('sums.load.activeShare.mean is missing')
})

it('reads what was written of a simulation with a control, of which every member is checked', {
  timeout: 60_000,
}, async () => {
  const { network, fidelity, seed } = definition
  const control = {
    transmitAntennas: 9,
    communication: { mean: 1.5, errorEstimate: 1e-9 },
    sensing: { mean: 1.4, errorEstimate: 1e-9 },
  }
  const controlled = defineSimulation(network, { fidelity, seed, control })
  const run = await runSimulation(controlled, { until: { trials: 2000 } })
  const written = simulationCheckpoint(controlled, run.state)
  expect(readCheckpoint(written)).toEqual({ definition: controlled, state: run.state })
  const covering = defineSimulation(network, {
    fidelity,
    seed,
    quantities: ['coverage:0dB'],
    control: { ...control, sensing: { ...control.sensing, quantities: { 'coverage:0dB': control.sensing } } },
  })
  const part = await runSimulation(covering, { until: { trials: 2000 } })
  const covered = simulationCheckpoint(covering, part.state)
  expect(readCheckpoint(covered)).toEqual({ definition: covering, state: part.state })
  expect(part.state.sums.sensing.quantities!['coverage:0dB']!.control!.even.batches).toBe(8)
  expect(() =>
    readCheckpoint(covered.replace(/("coverage:0dB":\{"mean":"[^}]*"control":\{"even":\{"batches":)8/, '$19')),
  ).toThrow('sums.sensing.quantities.coverage:0dB.control has 17 batches, not 16')
  expect(() => assertSameSimulation(controlled, definition)).toThrow(
    'control must be of 9 antennas with the means 1.5 and 1.4, as in the checkpoint, got none',
  )
  expect(() => assertSameSimulation(definition, controlled)).toThrow(
    'control must be none, as in the checkpoint, got of 9',
  )
  expect(() => assertSameSimulation(controlled, controlled)).not.toThrow()
  const content = JSON.parse(written)
  const broken = (change: (sums: Record<string, Record<string, unknown>>) => void): string => {
    const copy = structuredClone(content)
    change(copy.state.sums.communication.control)
    return JSON.stringify(copy)
  }
  for (const name of Object.keys(content.state.sums.communication.control.odd)) {
    expect(() => readCheckpoint(broken(({ odd }) => delete odd![name]))).toThrow(`control.odd.${name} is missing`)
    for (const value of [null, true, -1.5])
      expect(() =>
        readCheckpoint(
          broken(({ odd }) => {
            odd![name] = value
          }),
        ),
      ).toThrow(`sums.communication.control.odd.${name} must be`)
  }
  expect(() => readCheckpoint(broken((control) => delete control.even))).toThrow('control.even is missing')
  for (const name of ['mean', 'squared', 'squaredDeviation', 'bias', 'error'])
    expect(() =>
      readCheckpoint(
        broken(({ even }) => {
          even![name] = '-1'
        }),
      ),
    ).toThrow(`control.even.${name} must be an exact sum ≥ 0`)
  expect(() =>
    readCheckpoint(
      broken(({ even }) => {
        even!.batches = 9
      }),
    ),
  ).toThrow('sums.communication.control has 17 batches, not 16')
})

it('goes on to the same bits after any interruption', { timeout: 60_000 }, async () => {
  for (const changes of [{}, { fidelity: 'gain-law' }] as const) {
    const { network: _, ...options } = definition
    const simulation = defineSimulation(defineNetwork({ K: 2, L: 2, Q: 2 }), { ...options, seed: 5, ...changes })
    // More than four blocks of either.
    const until = { trials: simulation.fidelity === 'channel' ? 5000 : 20_000 }
    const whole = await runSimulation(simulation, { until })
    for (const after of [1, 3]) {
      const interruption = new AbortController()
      const part = await runSimulation(simulation, {
        until,
        signal: interruption.signal,
        onProgress: ({ blocks }) => {
          if (blocks === after) interruption.abort()
        },
      })
      expect([part.ended, part.state.blocks]).toEqual(['interrupted', after])
      const saved = readCheckpoint(simulationCheckpoint(simulation, part.state))
      expect(await runSimulation(saved.definition, { until, from: saved.state })).toEqual(whole)
    }
  }
})

it('has a length that doesn’t grow with the trials', { timeout: 60_000 }, async () => {
  const simulation = defineSimulation(defineNetwork({ K: 2, L: 2, Q: 2 }))
  const lengths: number[] = []
  await runSimulation(simulation, {
    until: { trials: 200_000 },
    onProgress: (progress) => lengths.push(simulationCheckpoint(simulation, progress).length),
  })
  // 48 times as many trials lengthen each of some 150 counts by at most two or four digits.
  expect(lengths.at(-1)! - lengths[0]!).toBeLessThan(500)
})

it('is refused for another simulation, which is named', { timeout: 60_000 }, () => {
  expect(() => assertSameSimulation(definition, readCheckpoint(text).definition)).not.toThrow()
  const other = defineSimulation(defineNetwork({ Mt: 9, K: 2, L: 2, J: 2, Q: 2 }), {
    fidelity: 'channel',
    seed: 'checkpoint',
  })
  expect(() => assertSameSimulation(definition, other)).toThrow(InvalidParameterError)
  expect(() => assertSameSimulation(definition, other)).toThrow(/transmitAntennas.*8, as in the checkpoint.*got 9/)
  for (const [name, options] of Object.entries({
    seed: { seed: 1 },
    relativeBias: { relativeBias: 1e-3 },
    assumptions: { assumptions: ['mean-requests'] },
    typical: { typical: 'cell' },
    precoders: { precoders: 'literal' },
  } as const)) {
    const changed = defineSimulation(definition.network, { fidelity: 'channel', seed: 'checkpoint', ...options })
    expect(() => assertSameSimulation(definition, changed)).toThrow(new RegExp(`^${name} must be`))
  }
})

it('is refused as a whole if it is something else', { timeout: 60_000 }, () => {
  expect(() => readCheckpoint(text.slice(0, -3))).toThrow(/invalid or truncated JSON/)
  for (const other of ['', 'null', '[]', '3', '{}', '{"format":"other"}'])
    expect(() => readCheckpoint(other)).toThrow(CheckpointError)
  expect(() => readCheckpoint(text.replace('"version":2', '"version":3'))).toThrow(/version must be 1 or 2, got 3/)
})

it('has members of later parameters only where they say something, and reads them', () => {
  expect(JSON.parse(text).definition).not.toHaveProperty('deployment')
  const soft = defineSimulation(defineNetwork({ K: 2 }), { deployment: 'matern' })
  const written = simulationCheckpoint(soft, initialState)
  expect(readCheckpoint(written).definition).toEqual(soft)
  expect(() => assertSameSimulation(soft, defineSimulation(soft.network))).toThrow(
    /^deployment must be matern, as in the checkpoint, got poisson/,
  )
  const misspelt = written.replace('"deployment":"matern"', '"deployment":"strauss"')
  expect(() => readCheckpoint(misspelt)).toThrow(/unknown deployment ‘strauss’/)
})

type Path = readonly (string | number)[]

/** All members of a value, by their paths. */
const paths = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) => [[...path, key], ...paths(member, [...path, key])])
    : []

/** A copy of the checkpoint in which one member is changed. */
const changed = (path: Path, change: (owner: Record<string, unknown>, key: string) => void): string => {
  const content = JSON.parse(text) as Record<string, unknown>
  let owner = content
  for (const key of path.slice(0, -1)) owner = owner[key] as Record<string, unknown>
  change(owner, String(path.at(-1)))
  return JSON.stringify(content)
}

const without = (path: Path): Checkpoint => readCheckpoint(changed(path, (owner, key) => delete owner[key]))

it('has every member checked: none may be missing or of another type, and none may be added', {
  timeout: 60_000,
}, () => {
  const all = paths(JSON.parse(text))
  expect(all.length).toBeGreaterThan(200)
  for (const path of all) {
    const inList = /^\d+$/.test(String(path.at(-1)))
    const name = path.join('.')
    const later = path.at(-2) === 'network' && laterParameterNames.some((parameter) => parameter === path.at(-1))
    if (path.at(-1) === 'byDrop') expect(without(path).state.sums.nulling).not.toHaveProperty('byDrop')
    else if (later)
      // Files of earlier versions lack it.
      expect(without(path)).toEqual(readCheckpoint(text))
    else if (!inList) expect(() => without(path), `without ${name}`).toThrow(CheckpointError)
    for (const value of [null, true, { a: 1 }, -1.5]) {
      const broken = changed(path, (owner, key) => {
        owner[key] = value
      })
      expect(() => readCheckpoint(broken), `${name} = ${JSON.stringify(value)}`).toThrow(CheckpointError)
    }
  }
})

it('has no members that it doesn’t know', { timeout: 60_000 }, () => {
  const owners: Path[] = [[], ...paths(JSON.parse(text)).filter((path) => !/^\d+$/.test(String(path.at(-1))))]
  for (const path of owners) {
    const extended = changed([...path, 'extra'], (owner, key) => {
      if (typeof owner === 'object' && owner !== null && !Array.isArray(owner)) owner[key] = 1
    })
    if (extended !== text) expect(() => readCheckpoint(extended), path.join('.')).toThrow(/extra is unknown/)
  }
})

it('has counts that fit together', { timeout: 60_000 }, () => {
  const sums = ['state', 'sums']
  const faults: readonly [Path, (value: number) => unknown, RegExp][] = [
    [['state', 'blocks'], (n) => n + 1, /don’t make|don't make/],
    [[...sums, 'trials'], (n) => n + 1, /don't make/],
    [[...sums, 'communication', 'batches'], (n) => n + 1, /can't be|don't make/],
    [[...sums, 'sensing', 'batches'], (n) => 2 * n, /can't be|batches/],
    [[...sums, 'communication', 'covered', 3], () => 1e9, /covered\[3\] must be at most/],
    [[...sums, 'communication', 'covered', 3], () => 0, /can't be|must be at most/],
    [[...sums, 'communication', 'squaredCovered', 3], () => 0, /can't be/],
    [[...sums, 'nulling', 'stations'], (n) => n + 1, /histogram has/],
    [[...sums, 'nulling', 'requests'], (n) => n + 1, /histogram has/],
    [[...sums, 'nulling', 'abandoned'], () => 1e9, /abandoned must be at most/],
    [[...sums, 'nulling', 'byDrop', 'drops'], (n) => n + 1, /drops, not/],
    [[...sums, 'nulling', 'byDrop', 'typical', 'counts', 0], (n) => n + 1, /counts must add up/],
    [[...sums, 'nulling', 'byDrop', 'serving', 'units'], (n) => 2 * n, /squaredUnits can't be/],
    [[...sums, 'nulling', 'byDrop', 'sensing', 'counts', 0], () => 1e9, /must be at most/],
    [[...sums, 'nulling', 'byDrop', 'sensing', 'squares', 0], () => 0, /squares\[0\] and products\[0\] can't be/],
    [[...sums, 'nulling', 'byDrop', 'communication', 'products'], () => [], /a square and a product for each/],
    [[...sums, 'communication', 'rate'], () => '-1', /exact sum/],
    [[...sums, 'communication', 'covered'], () => [1], /thresholds/],
    [['definition', 'network', 'usersPerCell'], () => 9, /.+/],
    [['definition', 'assumptions'], () => ['gamma'], /assumption/],
  ]
  for (const [path, fault, message] of faults) {
    const broken = changed(path, (owner, key) => {
      owner[key] = fault(owner[key] as number)
    })
    expect(() => readCheckpoint(broken), path.join('.')).toThrow(CheckpointError)
    expect(() => readCheckpoint(broken), path.join('.')).toThrow(message)
  }
})

const asVersion1 = (seed: unknown): string => {
  const { network, sensingClusters, relativeBias, ...others } = definition
  const earlier = { network, ...others, clusters: sensingClusters, biasBound: relativeBias, seed }
  return JSON.stringify({ format: 'isacnet-simulation', version: 1, definition: earlier, state })
}

it('is read as version 1 wrote it, with the names of that time only', { timeout: 60_000 }, () => {
  expect(readCheckpoint(asVersion1(definition.seed))).toEqual({ definition, state })
  expect(readCheckpoint(asVersion1(7)).definition.seed).toBe(7)
  const mixed = text.replace('"version":2', '"version":1')
  expect(() => readCheckpoint(mixed)).toThrow(/definition\.clusters is missing/)
  expect(() => readCheckpoint(asVersion1('x').replace('"version":1', '"version":2'))).toThrow(CheckpointError)
  expect(() => readCheckpoint(asVersion1(null))).toThrow(CheckpointError)
})

it('is refused in one line where version 1 took a seed for another', { timeout: 60_000 }, () => {
  for (const seed of [1.5, '5', '', 2 ** 53, 1e300])
    expect(() => readCheckpoint(asVersion1(seed)), String(seed)).toThrow(
      `its seed, the ${typeof seed} ${JSON.stringify(seed)}, is of an earlier version and gives other random numbers now; simulate anew`,
    )
})

it('has chosen quantities, and is refused where theirs don’t fit', { timeout: 60_000 }, async () => {
  const quantities = ['coverage:0dB', 'percentile-rate:5%']
  const chosen = defineSimulation(defineNetwork({ K: 2, J: 2 }), { quantities, seed: 4 })
  const { state: reached } = await runSimulation(chosen, { until: { trials: 4096 } })
  const written = simulationCheckpoint(chosen, reached)
  expect(readCheckpoint(written)).toEqual({ definition: chosen, state: reached })
  const { first, drawsPerBatch, counts } = reached.sums.communication.distribution!
  const changed = (name: string, value: number): string =>
    written.replace(new RegExp(`"${name}":-?\\d+`), `"${name}":${value}`)
  for (const [name, value] of [
    ['first', 1e15],
    ['first', 8001 - counts.length],
    ['first', first + 0.5],
    ['drawsPerBatch', drawsPerBatch / 2],
  ] as const) {
    const other = changed(name, value)
    expect(other).not.toBe(written)
    expect(() => readCheckpoint(other), `${name} ${value}`).toThrow(CheckpointError)
    expect(() => readCheckpoint(other), `${name} ${value}`).toThrow(`distribution.${name} must`)
  }
  expect(() => readCheckpoint(written.replaceAll('coverage:0dB', 'coverage:0'))).toThrow(/coverage/)
})
