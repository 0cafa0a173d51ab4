import { communicationMethods, sensingMethods } from '@isacnet/analysis'
import {
  informationUnits,
  parameterDefinitions,
  permittedValues,
  sensingClusterKinds,
  sirQuantities,
  writtenParameterValue,
} from '@isacnet/model'
import { type SimulationParameter, type SimulationParameterName, simulationParameters } from '@isacnet/simulation'
import * as z from 'zod/mini'
import { objectiveQuantityNames } from '../compute/objective-quantities.js'
import { plotFormats, plottedQuantities, tableFormats } from '../compute/resolved-study.js'

/** The descriptions that editors show; the JSON Schema has them. */
export const descriptions = z.registry<{ readonly description: string; readonly examples?: readonly unknown[] }>()

const described = <Schema extends z.core.$ZodType>(
  schema: Schema,
  description: string,
  ...examples: readonly unknown[]
): z.ZodMiniOptional<Schema> => {
  const optional = z.optional(schema)
  descriptions.add(optional, examples.length === 0 ? { description } : { description, examples })
  return optional
}

const numberOrText = z.union([z.number(), z.string()])
const share = (description: string, ...examples: readonly unknown[]) =>
  described(numberOrText, description, ...examples)

const methods = {
  communicationMethod: described(z.enum(communicationMethods), 'formula for the rate of users; default exact'),
  sensingMethod: described(z.enum(sensingMethods), 'formula for the rate of targets; default exact'),
  sensingClusters: described(
    z.enum(sensingClusterKinds),
    'which base stations null towards a target: the nearest to its serving one (default), or to the target',
  ),
}

const objective = described(
  z.string(),
  `communication (T_c), sensing (T_s), sum (rho*T_c + (1-rho)*T_s), a quantity such as communication-percentile-rate:5%, or an expression over ${objectiveQuantityNames.join(', ')} (nats), such quantities and parameters`,
  'communication',
  '0.3*Tc + 0.7*Ts',
)
const rho = described(z.number(), 'weight of communication in the objective sum, from 0 to 1', 0.5)

const quantities = described(
  z.array(z.string()),
  `quantities of the law of the SIR besides the rates: ${sirQuantities()
    .map(({ quantity }) => quantity)
    .join(', ')}, with a parameter where they have one`,
  ['coverage:3dB', 'percentile-rate:5%', 'detection:1e-6'],
)

const theorem = z.nullable(z.strictObject({ ...methods, objective, rho, quantities }))

/** How the value of a parameter of a simulation is written. */
const samplingValue = (parameter: SimulationParameter): z.ZodMiniType<WrittenSampling> => {
  switch (parameter.kind) {
    case 'choice':
      return z.enum(parameter.permitted)
    case 'choices':
      return z.array(z.enum(parameter.permitted))
    case 'quantities':
      return z.array(z.string())
    default:
      return numberOrText
  }
}

type WrittenSampling = number | string | string[]

/** A key for each parameter of a simulation; the seed is the study's. */
const sampling = Object.fromEntries(
  simulationParameters.flatMap((parameter: SimulationParameter) => {
    const { name, kind, meaning, defaultValue, example } = parameter
    const description = Array.isArray(defaultValue) ? meaning : `${meaning}; default ${defaultValue}`
    const examples = example === undefined ? [] : [example]
    return kind === 'seed' ? [] : [[name, described(samplingValue(parameter), description, ...examples)]]
  }),
) as Readonly<Record<Exclude<SimulationParameterName, 'seed'>, z.ZodMiniOptional<z.ZodMiniType<WrittenSampling>>>>

const simulation = z.nullable(
  z.strictObject({
    ...sampling,
    trials: described(z.number(), 'end after so many trials', 100000),
    relativeError: share('end when both intervals are within it; default 0.5%', '0.5%', 0.005),
    maximumTrials: described(z.number(), 'with relativeError: end after so many trials in any case', 1e7),
    confidence: share('of the intervals; default 0.95', 0.95),
  }),
)

const optimization = z.nullable(
  z.strictObject({
    objective,
    rho,
    minCommunicationRate: described(numberOrText, 'R_c must be at least this', '2 bit/s/Hz'),
    minSensingRate: described(numberOrText, 'R_s must be at least this', '3 bit/s/Hz'),
    minCommunicationClusterSize: described(z.number(), 'L must be at least this (L_th)', 2),
    minSensingClusterSize: described(z.number(), 'Q must be at least this (Q_th)', 2),
    limits: described(
      z.record(z.string(), numberOrText),
      'the least of quantities of the law of the SIR, or the most of errors',
      { 'communication-coverage:0dB': 0.9, 'communication-percentile-rate:5%': '0.5 bit/s/Hz' },
    ),
    ...methods,
  }),
)

const computation = z.strictObject({
  name: described(z.string(), 'what results are called; default theorem, simulation or optimization', 'printed'),
  theorem: described(theorem, 'rates by formulas'),
  simulation: described(simulation, 'rates by Monte Carlo, with confidence intervals'),
  optimization: described(optimization, 'the best allocation (K, L, J, Q) of the antennas'),
})

const steps = z.strictObject({ start: numberOrText, stop: numberOrText, step: numberOrText })
const divisions = z.strictObject({ start: numberOrText, stop: numberOrText, count: z.number() })

const quantity = {
  vary: described(z.string(), 'a parameter, by code name or alias, or a variable', 'usersPerCell'),
  unit: described(z.string(), 'of the numbers that follow', 'dBm'),
  values: described(z.array(numberOrText), 'a list', [1, 2, 4]),
  range: described(steps, 'from start in equal steps, up to stop', { start: 2, stop: 10, step: 2 }),
  linspace: described(divisions, 'so many numbers from start to stop, at equal differences', {
    start: 0,
    stop: 1,
    count: 5,
  }),
  logspace: described(divisions, 'so many numbers from start to stop, at equal ratios', {
    start: 0.1,
    stop: 10,
    count: 5,
  }),
}

const axis = z.strictObject({
  ...quantity,
  zip: described(z.array(z.strictObject(quantity)), 'quantities that vary together, of equal length'),
})

const value = z.union([z.number(), z.string(), z.strictObject({ value: numberOrText, unit: z.string() })])

const network = z.strictObject(
  Object.fromEntries(
    parameterDefinitions.flatMap((definition) => {
      const { name, symbol, aliases, meaning, unit, defaultValue } = definition
      const inUnit = unit === '' ? '' : `, ${unit}`
      const description = `${symbol}: ${meaning}; ${permittedValues(definition)}${inUnit}; default ${writtenParameterValue(defaultValue)}`
      return [
        [name, described(value, description)] as const,
        ...aliases.map((alias) => [alias, described(value, `${name}. ${description}`)] as const),
      ]
    }),
  ),
)

const sites = z.strictObject({
  file: described(z.string(), 'CSV or GeoJSON, beside the scenario', 'sites.csv'),
  columns: described(z.record(z.string(), z.string()), 'of a CSV file, if they aren’t found by their names', {
    lat: 'Breite',
    lon: 'Länge',
  }),
  region: described(
    z.union([z.string(), z.array(z.number())]),
    'where users and targets are: a file of GeoJSON polygons, or [xmin, ymin, xmax, ymax] in the coordinates of the sites; default: their bounding box',
    'city.geojson',
  ),
  guard: described(numberOrText, 'how far they keep away from its border', '500 m'),
})

/** A scenario as it is written. What one part says of another is checked when it is resolved. */
export const scenarioSchema = z.strictObject({
  $schema: described(z.string(), 'for editors'),
  title: described(z.nullable(z.string()), 'what the study is about, in one line'),
  variables: described(
    z.nullable(z.record(z.string(), numberOrText)),
    'numbers and expressions under names of your own, for expressions and sweeps',
    { load: 0.6 },
  ),
  network: described(
    z.nullable(network),
    'what differs from the paper’s network: numbers, with units where there are, or expressions',
    { transmitAntennas: 20, usersPerCell: 'floor(0.6 * transmitAntennas)', transmitPower: '30 dBm' },
  ),
  sites: described(
    z.nullable(sites),
    'base stations of simulations at the sites of a file; theorems are about a Poisson process of their density',
  ),
  sweep: described(z.nullable(z.array(axis)), 'axes; every combination of their values is a point'),
  infeasible: described(
    z.enum(['error', 'skip']),
    'points that need more than the antennas there are: an error (default), or left out',
  ),
  compute: described(z.nullable(z.array(computation)), 'what to compute at each point; default: the theorems, exact'),
  seed: described(
    numberOrText,
    'of every simulation: an integer below 2^53, or any other string as it is written; default 1',
    1,
  ),
  output: described(
    z.nullable(
      z.strictObject({
        unit: described(z.enum(informationUnits), 'of rates; default nats'),
        tables: described(z.array(z.enum(tableFormats)), 'formats of the results; default csv and jsonl'),
        plots: described(z.array(z.enum(plotFormats)), 'formats of the plot of one or two axes; default svg'),
        plotted: described(
          z.string(),
          `${plottedQuantities.join(', ')} or one of the quantities of the computations; default ase`,
          'ase',
          'percentile-rate:5%',
        ),
      }),
    ),
    'what to write',
  ),
})

export type ScenarioDocument = z.infer<typeof scenarioSchema>
export type WrittenAxis = NonNullable<ScenarioDocument['sweep']>[number]
export type WrittenQuantity = Omit<WrittenAxis, 'zip'>
export type WrittenComputation = NonNullable<ScenarioDocument['compute']>[number]
export type WrittenValue = z.infer<typeof value>
