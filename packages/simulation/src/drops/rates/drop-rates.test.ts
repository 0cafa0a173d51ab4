import { defineNetwork, InvalidParameterError } from '@isacnet/model'
import { type RandomStream, randomStream } from '@isacnet/stochastic-geometry'
import { describe, expect, it } from 'vitest'
import { defineSimulation, type SimulationDefinition } from '../../definition/simulation-definition.js'
import type { SimulationOptions } from '../../definition/simulation-parameters.js'
import { receiverTrials } from '../../trials/receiver-trials.js'
import { dropTrials } from '../drop-trials.js'
import { gainsFor } from '../gains/gains-for.js'
import { dropSampler } from '../geometry/drop-sampler.js'
import { dropStreams } from '../geometry/drop-streams.js'
import type { NetworkDrop } from '../geometry/network-drop.js'
import { dropAtStage } from './drop-at-stage.js'
import { dropRates } from './drop-rates.js'
import { dropStages } from './drop-stage.js'

const definitionOf = (changes: Record<string, number>, options: SimulationOptions = {}): SimulationDefinition =>
  defineSimulation(defineNetwork(changes), { fidelity: 'channel', ...options })

const dropOf = (definition: SimulationDefinition, stations = 90, seed = 1): NetworkDrop =>
  dropSampler(definition, stations)(dropStreams((purpose: string): RandomStream => randomStream(seed, 0, purpose)))

/** The mean of the trials that simulations make of user 0 and target 0 of a cell, and its standard error. */
const sampled = (definition: SimulationDefinition, drop: NetworkDrop, cell: number, count: number, near = 24) => {
  const [communication, sensing] = [receiverTrials(1), receiverTrials(1)]
  const trials = dropTrials(definition, near)
  const random = randomStream(5, 0, 'fading')
  const gains = gainsFor(definition)
  const sums = [0, 1].map(() => ({ sum: 0, squares: 0, bias: 0 }))
  for (let i = 0; i < count; i++) {
    trials(drop, gains(drop), random, { communication, sensing }, Int32Array.of(cell))
    for (const [service, batch] of [communication, sensing].entries()) {
      sums[service]!.sum += batch.rates[0]!
      sums[service]!.squares += batch.rates[0]! ** 2
      sums[service]!.bias += batch.biases[0]! / count
    }
  }
  return sums.map(({ sum, squares, bias }) => {
    const mean = sum / count
    return { mean, error: Math.sqrt((squares / count - mean * mean) / count), bias }
  })
}

describe('dropRates', () => {
  it.each<[string, Record<string, number>, SimulationOptions, number]>([
    ['under the theorems’ gains', { K: 5, L: 2, J: 2, Q: 2 }, { assumptions: ['gamma-gains'] }, 0],
    ['with one beam', { K: 1, L: 3, J: 2, Q: 3, Mt: 6 }, {}, 0],
    ['with beams that spend most antennas', { K: 5, L: 2, J: 3, Q: 3, Mt: 12 }, {}, 0.002],
    ['with more beams', { K: 12, L: 1, J: 1, Q: 2, Mt: 20 }, {}, 0.002],
    [
      'with noise, clutter, other units and exponents',
      {
        lambda: 2,
        alpha: 3.5,
        beta: 1.6,
        N0: 0.3,
        Pt: 2,
        K: 2,
        Mr: 8,
        xi2: 0.3,
        deltaT: 1.5,
        Mt: 8,
        L: 2,
        lambda_x: 9,
        sigma_x: 0.6,
        rho_x: 0.5,
      },
      { assumptions: ['gamma-gains'] },
      0,
    ],
  ])('are the means of the trials of a simulation, %s', { timeout: 60_000 }, (_name, changes, options, model) => {
    const definition = definitionOf(changes, options)
    const { usersPerCell: K, targetsPerCell: J } = definition.network
    const drawn = dropOf(definition)
    for (const stage of dropStages) {
      const drop = dropAtStage(definition, drawn, stage)
      const rates = dropRates(definition, drop)
      const found = sampled(definition, drop, 3, 4000)
      for (const [i, rate] of [rates.user(3 * K), rates.target(3 * J)].entries()) {
        const { mean, error, bias } = found[i]!
        const about = `${stage} ${i}: ${rate} and ${mean} ± ${error}`
        // Far interference is replaced by its mean in trials: they are too low by that.
        expect(rate - mean, about).toBeGreaterThan(-4 * error - model * mean)
        expect(rate - mean, about).toBeLessThan(4 * error + bias + model * mean)
        expect(error, about).toBeLessThan(0.03 * mean)
      }
    }
  })

  it('refuse what is no user or target', () => {
    const definition = definitionOf({ K: 2 })
    const drop = dropOf(definition, 20)
    const rates = dropRates(definition, drop)
    for (const number of [-1, 0.5, drop.users.x.length]) {
      expect(() => rates.user(number)).toThrow(InvalidParameterError)
      expect(() => rates.target(number)).toThrow(InvalidParameterError)
    }
  })
})

describe('dropAtStage', () => {
  const overloaded = { K: 3, L: 3, J: 2, Q: 3, Mt: 9 }
  const definition = definitionOf(overloaded)
  const drawn = dropOf(definition)

  it('has the drop of a network without clusters before nulling, and that of all grants with it', () => {
    const alone = definitionOf({ ...overloaded, L: 1, Q: 1 })
    const granting = definitionOf(overloaded, { assumptions: ['no-abandonment'] })
    const pairs = [
      [dropAtStage(definition, drawn, 'no-nulling'), alone, dropOf(alone)],
      [dropAtStage(definition, drawn, 'nulling'), granting, dropOf(granting)],
      [dropAtStage(definition, drawn, 'abandonment'), definition, drawn],
    ] as const
    for (const [drop, other, expected] of pairs)
      for (let b = 0; b < 12; b++) {
        expect(dropRates(definition, drop).user(3 * b)).toBe(dropRates(other, expected).user(3 * b))
        expect(dropRates(definition, drop).target(2 * b)).toBe(dropRates(other, expected).target(2 * b))
      }
  })

  it('has a request that is withheld as one that was never made: it interferes, and its degree of freedom is free', () => {
    const station = drawn.communicationRequests[0]!
    const withheld = [{ kind: 'communication' as const, receiver: 0, station }]
    for (const stage of ['nulling', 'abandonment'] as const) {
      const [before, after] = [[], [...withheld, ...withheld]].map((names) =>
        dropAtStage(definition, drawn, stage, names),
      )
      const granted = before!.communicationAccepted[0]!
      expect(after!.communicationAccepted[0]).toBe(0)
      expect(after!.requests[station]).toBe(before!.requests[station]! - 1)
      const freed = stage === 'nulling' ? Number(before!.requests[station]! <= 6) : granted
      expect(after!.accepted[station]).toBe(before!.accepted[station]! - freed)
      const [rate, less] = [before!, after!].map((drop) => dropRates(definition, drop).user(0))
      if (granted === 1) expect(less!).toBeLessThan(rate!)
      else expect(less!).toBe(rate!)
      const [own, more] = [before!, after!].map((drop) => dropRates(definition, drop).user(3 * station))
      if (freed === 1) expect(more!).toBeGreaterThan(own!)
      else expect(more!).toBe(own!)
    }
    expect(drawn.accepted.every((n) => n <= 6)).toBe(true)
  })

  it('refuses requests that nobody made', () => {
    expect(() => dropAtStage(definition, drawn, 'nulling', [{ kind: 'sensing', receiver: 0, station: 0 }])).toThrow(
      'withheld must be requests of the drop, got target 0 asks 0',
    )
    expect(() => dropAtStage(definition, drawn, 'later' as 'nulling')).toThrow('unknown stage')
  })
})

describe('where noise or clutter is all that interferes', () => {
  const changes = { K: 1, L: 1, J: 1, Q: 1, Mt: 6, lambda: 2, beta: 2.5 }
  const place = 4

  it('a rate is the mean signal over the noise', () => {
    const definition = definitionOf({ ...changes, N0: 1e9, Pt: 4 })
    const drop = dropOf(definition)
    const { x, y } = { x: drop.users.x[place]!, y: drop.users.y[place]! }
    // Γ(6, 1) of the own beam, at a distance in km.
    const signal = 6 * drop.index.squaredDistance(x, y, place) ** -2
    expect(dropRates(definition, drop).user(place) / (signal / (1e9 / 4))).toBeCloseTo(1, 6)
  })

  it('a rate is the mean signal by the mean inverse of clutter', () => {
    const noisy = definitionOf({ ...changes, N0: 1e9 })
    const signal = 1e9 * dropRates(noisy, dropOf(noisy)).target(place)
    const cluttered = definitionOf({ ...changes, lambda_x: 3, sigma_x: 1e12, rho_x: 0.5 })
    const rate = dropRates(cluttered, dropOf(cluttered)).target(place)
    // $-\ln E e^{-zC} = \lambda_x\pi\Gamma(1-1/\beta)(z\sigma\rho)^{1/\beta}$, so that $E\,C^{-1} = \Gamma(1+\beta)/\kappa^\beta$.
    const gammaOfThreeFifths = 1.489192248812817
    const gammaOfSevenHalves = 3.323350970447843
    const kappa = 3 * Math.PI * gammaOfThreeFifths * (1e12 * 0.5) ** (1 / 2.5)
    expect(rate / ((signal * gammaOfSevenHalves) / kappa ** 2.5)).toBeCloseTo(1, 3)
  })
})
