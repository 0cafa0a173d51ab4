import { fileURLToPath } from 'node:url'
import {
  assertFeasibleMethods,
  communicationRate,
  lowLoadCommunication,
  optimalCommunicationClusterSize,
  performance,
  proposition1,
  proposition2,
  ratesByMethod,
  requestCounts,
  sensingMutualInformation,
  sensingRate,
  serviceRate,
  sirLaw,
  sirQuantityByMethod,
  sirQuantityValue,
  sirQuantityValues,
} from '@isacnet/analysis'
import { auditTools } from '@isacnet/audit'
import { regionDrawing, renderTopology, topology, topologyDrop, topologySteps } from '@isacnet/drawing'
import { workerRunner, workerThreads } from '@isacnet/engine'
import { redisStudy, redisWorker } from '@isacnet/engine/redis'
import { computeFigure } from '@isacnet/figures'
import { defineNetwork } from '@isacnet/model'
import {
  achievablePoints,
  achievableRegion,
  actualRequestsPoints,
  actualRequestsRegionSteps,
  actualRequestsSteps,
  analyticRates,
  customObjective,
  describeEmptyFeasibleSet,
  lemma2,
  lemma3,
  optimizationSteps,
  optimizeAllocation,
  regionSteps,
  searchedAllocations,
  searchOverNulls,
  sensingObjective,
} from '@isacnet/optimization'
import {
  integrateAdaptive,
  integrateAllLogTrapezoid,
  integrateLogTrapezoid,
  integrateTanhSinh,
} from '@isacnet/quadrature'
import { resolveScenario, writeScenario } from '@isacnet/scenario'
import {
  assertSimulationDefinition,
  blockSimulator,
  completeOptions,
  defineSimulation,
  dropAtStage,
  dropRates,
  dropSampler,
  inProcessRunner,
  race,
  runSimulation,
} from '@isacnet/simulation'
import { simulationBlocks } from '@isacnet/simulation/blocks'
import { deployedProcess, impliedDeployment, readRegion, readSites, siteLayout } from '@isacnet/stochastic-geometry'
import { mergeShards, openStudyDirectory, runStudy, writeResults } from '@isacnet/study'
import { describe, expect, it } from 'vitest'
import { optionsParameters } from '../src/options-parameters.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const network = defineNetwork({ Mt: 4 })
const definition = defineSimulation(network)
const rates = analyticRates(network, { communicationMethod: 'theorem-2', sensingMethod: 'no-hole' })
const problem = { network, rates }

/** How a function is called with options; what else it needs is right, or of no account because options are looked at first. */
interface Caller {
  /** Options that are permitted. */
  readonly given?: object
  readonly call: (options: never) => unknown
}

const callers: Readonly<Record<string, Caller>> = {
  'analysis.communicationRate(options)': { call: (options) => communicationRate(network, options) },
  'analysis.lowLoadCommunication(options)': { call: (options) => lowLoadCommunication(network, options) },
  'analysis.performance(options)': { call: (options) => performance(network, options) },
  'analysis.ratesByMethod(options)': { call: (options) => ratesByMethod('sensing', network, options) },
  'analysis.serviceRate(options)': { call: (options) => serviceRate('sensing', network, options) },
  'analysis.sensingRate(options)': { call: (options) => sensingRate(network, options) },
  'analysis.sirQuantityValue(options)': {
    call: (options) => sirQuantityValue('coverage', 'sensing', network, options),
  },
  'analysis.sirQuantityByMethod(options)': {
    call: (options) => sirQuantityByMethod('coverage', 'sensing', network, options),
  },
  'analysis.sirQuantityValues(options)': { call: (options) => sirQuantityValues('sensing', network, options) },
  'analysis.sirLaw(options)': { call: (options) => sirLaw(network, 'sensing', options) },
  'analysis.sensingMutualInformation(realisation)': {
    given: {
      echoGain: 1,
      targetDistance: 1,
      targetGain: 1,
      interferers: [],
      pathLossExponent: 4,
      echoPathLossExponent: 2,
    },
    call: sensingMutualInformation,
  },
  'analysis.optimalCommunicationClusterSize(problem)': {
    given: { transmitAntennas: 4 },
    call: (given) => optimalCommunicationClusterSize(given, 4),
  },
  'analysis.proposition1(problem)': { given: { transmitAntennas: 4, usersPerCell: 1 }, call: proposition1 },
  'analysis.proposition2(problem)': { given: { transmitAntennas: 4 }, call: proposition2 },
  'audit.auditTools(options)': { call: auditTools },
  'engine.redisStudy(options)': {
    given: { url: 'redis://localhost:1' },
    call: (options) => redisStudy(simulationBlocks, options),
  },
  'engine.redisWorker(options)': {
    given: { url: 'redis://localhost:1' },
    call: (options) => redisWorker(simulationBlocks, options),
  },
  'engine.workerRunner(options)': { call: (options) => workerRunner(simulationBlocks, definition, options) },
  'engine.workerThreads(options)': { call: (options) => workerThreads(simulationBlocks, options) },
  'figures.computeFigure(options)': { call: (options) => computeFigure('fig4', options) },
  'drawing.regionDrawing(options)': {
    given: { title: '', unit: 'nats' },
    call: (options) => regionDrawing(undefined as never, options),
  },
  'drawing.topology(definition)': { given: definition, call: (given) => topology(given, topologyDrop(definition)) },
  'drawing.renderTopology(picture)': {
    call: (picture) => renderTopology(topology(definition, topologyDrop(definition)), undefined, picture),
  },
  'drawing.topologySteps(definition)': {
    given: definition,
    call: (given) => topologySteps(given, topologyDrop(definition)).next(),
  },
  'drawing.topologySteps(options)': {
    call: (options) => topologySteps(definition, topologyDrop(definition), options).next(),
  },
  'drawing.topologyDrop(definition)': { given: definition, call: topologyDrop },
  'drawing.topology(options)': { call: (options) => topology(definition, topologyDrop(definition), options) },
  'analysis.assertFeasibleMethods(options)': { call: (options) => assertFeasibleMethods(network, options) },
  'analysis.requestCounts(options)': { call: (options) => requestCounts(network, options) },
  'optimization.actualRequestsPoints(problem)': {
    given: { network },
    call: (given) => actualRequestsPoints(given).next(),
  },
  'optimization.actualRequestsRegionSteps(problem)': {
    given: { network },
    call: (given) => actualRequestsRegionSteps(given, 'ase').next(),
  },
  'optimization.actualRequestsSteps(problem)': {
    given: { network },
    call: (given) => actualRequestsSteps(given, { objective: sensingObjective }).next(),
  },
  'optimization.actualRequestsSteps(options)': {
    given: { objective: sensingObjective },
    call: (options) => actualRequestsSteps({ network }, options).next(),
  },
  'optimization.searchedAllocations(constraints)': {
    call: (constraints) => searchedAllocations(network, constraints).next(),
  },
  'optimization.achievablePoints(problem)': { given: problem, call: (given) => achievablePoints(given).next() },
  'optimization.achievableRegion(problem)': { given: problem, call: (given) => achievableRegion(given) },
  'optimization.achievableRegion(options)': { call: (options) => achievableRegion(problem, options) },
  'optimization.regionSteps(problem)': { given: problem, call: (given) => regionSteps(given).next() },
  'optimization.regionSteps(options)': { call: (options) => regionSteps(problem, options).next() },
  'optimization.analyticRates(options)': { call: (options) => analyticRates(network, options) },
  'optimization.describeEmptyFeasibleSet(options)': {
    call: (options) => describeEmptyFeasibleSet(undefined as never, options),
  },
  'optimization.lemma2(problem)': { given: { transmitAntennas: 4, pathLossExponent: 4 }, call: lemma2 },
  'optimization.lemma3(problem)': { given: problem, call: lemma3 },
  'optimization.customObjective(declared)': { call: (declared) => customObjective(() => 0, declared) },
  'optimization.optimizationSteps(problem)': {
    given: problem,
    call: (given) => optimizationSteps(given, { objective: sensingObjective }).next(),
  },
  'optimization.optimizationSteps(options)': {
    given: { objective: sensingObjective },
    call: (options) => optimizationSteps(problem, options).next(),
  },
  'optimization.optimizeAllocation(problem)': {
    given: problem,
    call: (given) => optimizeAllocation(given, { objective: sensingObjective }),
  },
  'optimization.optimizeAllocation(options)': {
    given: { objective: sensingObjective },
    call: (options) => optimizeAllocation(problem, options),
  },
  'optimization.searchOverNulls(problem)': {
    given: problem,
    call: (given) => searchOverNulls(given, { metric: 'ase' }),
  },
  'optimization.searchOverNulls(options)': {
    given: { metric: 'ase' },
    call: (options) => searchOverNulls(problem, options),
  },
  'quadrature.integrateAdaptive(options)': { call: (options) => integrateAdaptive((x) => x, 0, 1, options) },
  'quadrature.integrateTanhSinh(options)': { call: (options) => integrateTanhSinh((x) => x, 0, 1, options) },
  'quadrature.integrateLogTrapezoid(options)': {
    call: (options) => integrateLogTrapezoid((x) => Math.exp(x - Math.exp(x)), options),
  },
  'quadrature.integrateAllLogTrapezoid(options)': {
    call: (options) =>
      integrateAllLogTrapezoid(
        (x, values) => {
          values[0] = Math.exp(x - Math.exp(x))
        },
        1,
        options,
      ),
  },
  'scenario.resolveScenario(options)': { call: (options) => resolveScenario('{}', options) },
  'scenario.writeScenario(content)': { given: { network }, call: writeScenario },
  'simulation.defineSimulation(options)': { call: (options) => defineSimulation(network, options) },
  'simulation.assertSimulationDefinition(definition)': { given: definition, call: assertSimulationDefinition },
  'simulation.blockSimulator(definition)': { given: definition, call: blockSimulator },
  'simulation.completeOptions(options)': { call: completeOptions },
  'simulation.dropAtStage(definition)': {
    given: definition,
    call: (given) => dropAtStage(given, topologyDrop(definition), 'nulling'),
  },
  'simulation.dropRates(definition)': {
    given: definition,
    call: (given) => dropRates(given, topologyDrop(definition)),
  },
  'simulation.dropSampler(definition)': { given: definition, call: (given) => dropSampler(given, 10) },
  'simulation.inProcessRunner(definition)': { given: definition, call: (given) => inProcessRunner(given) },
  'simulation.inProcessRunner(options)': {
    given: { onBatch: () => {} },
    call: (options) => inProcessRunner(definition, options),
  },
  'simulation.runSimulation(definition)': {
    given: definition,
    call: (given) => runSimulation(given, { until: { trials: 1 } }),
  },
  'simulation.runSimulation(options)': {
    given: { until: { trials: 1 }, runner: inProcessRunner(definition) },
    call: (options) => runSimulation(definition, options),
  },
  'stochastic-geometry.deployedProcess(parameters)': {
    call: (parameters) => deployedProcess('matern', 1, parameters),
  },
  'stochastic-geometry.impliedDeployment(parameters)': { call: impliedDeployment },
  'stochastic-geometry.readRegion(options)': {
    call: (options) => readRegion('0,0,1000,1000', readSites('x,y\n500,500\n'), options),
  },
  'simulation.race(options)': { call: (options) => race(1, async () => 1, options) },
  'stochastic-geometry.siteLayout(options)': {
    call: (options) => siteLayout({ x: Float64Array.of(0, 1), y: Float64Array.of(0, 1) }, options),
  },
  'stochastic-geometry.readSites(options)': { call: (options) => readSites('x,y\n', options) },
  'study.mergeShards(options)': { call: (options) => mergeShards([], '', options) },
  'study.openStudyDirectory(options)': {
    given: { study: {}, versions: {} },
    call: (options) => openStudyDirectory('nowhere', options),
  },
  'study.runStudy(options)': { call: (options) => runStudy({ tasks: [] } as never, options) },
  'study.writeResults(options)': {
    given: { producer: { version: '', commit: null } },
    call: (options) => writeResults(undefined as never, options),
  },
}

/** Objects that some function made, or a table of the code: nobody writes their names down to call the function. */
const madeByFunctions: readonly string[] = [
  'analysis.servicePerformance(network)',
  'model.areaSpectralEfficiency(network)',
  'model.assertSaturated(network)',
  'model.communicationAreaSpectralEfficiency(network)',
  'model.densityOf(network)',
  'model.isSaturated(network)',
  'model.quantityScale(network)',
  'model.sensingAreaSpectralEfficiency(network)',
  'model.serviceValues(network)',
  'model.sirFunctional(network)',
  'scenario.objectiveQuantities(network)',
  'audit.auditClaim(claim)',
  'drawing.regionDrawing(region)',
  'drawing.renderRegion(drawing)',
  'figures.computeFigure(figure)',
  'model.quantityScale(quantity)',
  'optimization.describeEmptyFeasibleSet(reason)',
  'optimization.memoisedRates(model)',
  'optimization.regionPoint(performance)',
  'simulation.mergeSimulationSums(a)',
  'simulation.mergeSimulationSums(b)',
  'simulation.summarize(sums)',
  'simulation.assertTakesControl(definition)',
  'simulation.assertSameSimulation(definition)',
  'simulation.assertSameSimulation(saved)',
  'simulation.checkpointContent(definition)',
  'simulation.drawsWholeNetworks(options)',
  'simulation.isDefault(options)',
  'simulation.parameterValue(options)',
  'simulation.readParameter(parameter)',
  'simulation.simulationCheckpoint(definition)',
  'simulation.simulationInWords(settings)',
  'simulation.summarize(definition)',
  'study.taskSimulation(__1)',
  'simulation.summarizeSites(__0)',
  'simulation.summarizeSites(definition)',
]

const parameters = optionsParameters(root)

const failureOf = async ({ call, given = {} }: Caller, changes: object): Promise<unknown> => {
  try {
    await call({ ...given, ...changes } as never)
  } catch (error) {
    return error
  }
  return undefined
}

describe('options of exported functions', () => {
  it('are all known here: a function that is new needs a line in `callers`, and a check by `assertOptions`', () => {
    const keys = parameters.map(({ key }) => key)
    expect(keys.toSorted()).toEqual([...Object.keys(callers), ...madeByFunctions].toSorted())
  })

  const cases = parameters
    .filter(({ key }) => !madeByFunctions.includes(key))
    .map(({ key, names }) => [key, callers[key]!, names] as const)

  it.each(cases)('%s: an unknown name is refused, with the nearest that there is', async (_, caller, names) => {
    expect(await failureOf(caller, { zzzzzzzzzzzzzzzz: 1 })).toMatchObject({
      name: 'UnknownNameError',
      value: 'zzzzzzzzzzzzzzzz',
      suggestion: undefined,
    })
    for (const name of names)
      expect(await failureOf(caller, { [`${name}x`]: 1 }), name).toMatchObject({
        name: 'UnknownNameError',
        suggestion: name,
        permitted: expect.arrayContaining([...names]),
      })
  })

  it.each(cases)('%s: a value of another kind is refused', async (_, caller, names) => {
    for (const name of names)
      for (const value of [Number.NaN, Symbol('s')])
        expect(await failureOf(caller, { [name]: value }), name).toMatchObject({
          name: expect.stringMatching(/^(UnknownName|InvalidParameter)Error$/),
        })
  })
})
