import { defineNetwork } from '@isacnet/model'
import { resolveScenario } from '@isacnet/scenario'
import { runSimulation, summarize } from '@isacnet/simulation'
import { beforeAll, expect, it, vi } from 'vitest'
import { testVersions } from '../../test/small-study.js'
import { type StudyTask, studyTasks } from '../tasks/study-task.js'
import { missingResult } from '../tasks/task-result.js'
import { theoremResult } from '../tasks/theorem-result.js'
import { resultRow } from './result-row.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let theorem: StudyTask
let simulation: StudyTask
beforeAll(async () => {
  const study = await resolveScenario(`
network: { lambda: 3, K: 4, J: 5, Mt: 20 }
compute: [{ theorem: { objective: Tc } }, { simulation: { trials: 5000 } }]
`)
  ;[theorem, simulation] = studyTasks(study, testVersions()) as [StudyTask, StudyTask]
})

it('has ASEs of λ_b K and λ_b J rates, and their sum with the sum of both errors, in the unit', () => {
  const result = {
    kind: 'theorem',
    communication: { value: 2, errorEstimate: 1e-3 },
    sensing: { value: 0.5, errorEstimate: 2e-3 },
    objective: { value: 7, errorEstimate: 3e-3 },
  } as const
  for (const [unit, scale] of [
    ['nats', 1],
    ['bits', 1 / Math.LN2],
  ] as const) {
    const row = resultRow(theorem, result, unit)
    const values = (value: number, error: number) => ({
      value: expect.closeTo(value * scale, 12),
      errorEstimate: expect.closeTo(error * scale, 14),
    })
    expect(row.communicationRate).toEqual(values(2, 1e-3))
    expect(row.sensingRate).toEqual(values(0.5, 2e-3))
    expect(row.communicationAse).toEqual(values(3 * 4 * 2, 3 * 4 * 1e-3))
    expect(row.sensingAse).toEqual(values(3 * 5 * 0.5, 3 * 5 * 2e-3))
    expect(row.sumAse).toEqual(values(24 + 7.5, 12e-3 + 30e-3))
    // An objective is in its own unit.
    expect(row.objective).toEqual({ value: 7, errorEstimate: 3e-3 })
  }
})

it('has the intervals and the bounds of the bias of a simulation, likewise', async () => {
  if (simulation.content.kind !== 'simulation') throw new Error('no simulation')
  const { definition, until } = simulation.content
  expect(definition.network).toEqual(defineNetwork({ lambda: 3, K: 4, J: 5, Mt: 20 }))
  const { state, ended } = await runSimulation(definition, { until })
  const row = resultRow(simulation, { kind: 'simulation', state, ended: ended as 'reached' }, 'bits')
  const { communication, sensing } = summarize(state.sums, 0.95)
  const bits = (nats: number) => expect.closeTo(nats / Math.LN2, 12)
  const expected = ({ mean, standardError, interval, biasBound }: typeof communication, factor: number) => ({
    value: bits(factor * mean),
    standardError: bits(factor * standardError),
    interval: [bits(factor * interval[0]), bits(factor * interval[1])],
    biasBound: bits(factor * biasBound),
  })
  expect(row.communicationRate).toEqual(expected(communication, 1))
  expect(row.communicationAse).toEqual(expected(communication, 12))
  expect(row.sensingAse).toEqual(expected(sensing, 15))
  expect(row.sumAse).toEqual({
    value: bits(12 * communication.mean + 15 * sensing.mean),
    standardError: bits(12 * communication.standardError + 15 * sensing.standardError),
    biasBound: bits(12 * communication.biasBound + 15 * sensing.biasBound),
  })
  // 12 decimals are more than 1 % of the bounds.
  expect(communication.biasBound).toBeGreaterThan(1e-8)
})

it('has the ASEs that a simulation of Poisson users found, which do not follow from rates', async () => {
  const study = await resolveScenario(`
network: { K: 2, lambda_u: 1.5, lambda_t: 0.5 }
compute: [{ simulation: { fidelity: channel, trials: 500 } }]
`)
  const [task] = studyTasks(study, testVersions()) as [StudyTask]
  if (task.content.kind !== 'simulation') throw new Error('no simulation')
  const { state, ended } = await runSimulation(task.content.definition, { until: task.content.until })
  const row = resultRow(task, { kind: 'simulation', state, ended: ended as 'reached' }, 'nats')
  const { communication, load } = summarize(state.sums, 0.95)
  expect(row.communicationRate!.value).toBe(communication.mean)
  expect(row.communicationAse).toEqual({
    value: load!.communication.ase.mean,
    standardError: load!.communication.ase.standardError,
    interval: load!.communication.ase.interval,
    biasBound: expect.closeTo((communication.biasBound / communication.mean) * load!.communication.ase.mean, 12),
  })
  expect(row.sumAse!.value).toBeCloseTo(load!.communication.ase.mean + load!.sensing.ase.mean, 12)
})

it('has no values by theorems of such networks, and says why', async () => {
  const failure = await theoremResult(defineNetwork({ lambda_u: 2 }), {
    kind: 'theorem',
    communicationMethod: 'exact',
    sensingMethod: 'exact',
    sensingClusters: 'bs-centric',
  }).catch(missingResult)
  expect(failure).toMatchObject({ kind: 'missing', status: 'not-applicable' })
  expect(failure).toHaveProperty('reason', expect.stringContaining('use evaluate, or simulate --fidelity channel'))
})
