import {
  byQuantity,
  communicationMethods,
  type Quantity,
  quantityNames,
  quantitySymbol,
  sensingMethods,
  serviceQuantities,
} from '@isacnet/analysis'
import {
  type ErrorCode,
  errorCodes,
  informationUnits,
  parameterDefinitions,
  permittedValues,
  type Service,
  sensingClusterKinds,
} from '@isacnet/model'
import {
  laterNames,
  type SimulationParameter,
  type SimulationParameterName,
  type SimulationSettings,
  simulationParameters,
} from '@isacnet/simulation'
import * as z from 'zod/mini'

/** What the JSON Schemas say of each member. */
const descriptions = z.registry<{ readonly description: string }>()

const described = <Schema extends z.core.$ZodType>(schema: Schema, description: string): Schema => {
  descriptions.add(schema, { description })
  return schema
}

const number = (description: string) => described(z.number(), description)
const count = (description: string) => described(z.int().check(z.nonnegative()), description)
const text = (description: string) => described(z.string(), description)
const flag = (description: string) => described(z.boolean(), description)
const list = <Item extends z.core.$ZodType>(item: Item, description: string) => described(z.array(item), description)
const numberOrNull = (description: string) => described(z.nullable(z.number()), description)

const network = described(
  z.strictObject(
    Object.fromEntries(
      parameterDefinitions.map((definition) => [
        definition.name,
        number(
          `${definition.symbol}: ${definition.meaning}, ${permittedValues(definition)}${definition.unit === '' ? '' : `, ${definition.unit}`}`,
        ),
      ]),
    ),
  ),
  'every parameter by code name',
)
const unit = described(z.enum(informationUnits), 'of information, in all rates: nat/s/Hz or bit/s/Hz')
const sensingClusters = described(z.enum(sensingClusterKinds), 'which base stations null towards a target')
const seed = described(z.union([z.number(), z.string()]), 'of all random numbers')
const version = text('of isacnet')
const communicationMethod = described(z.enum(communicationMethods), 'method')
const sensingMethod = described(z.enum(sensingMethods), 'method')
const allocation = described(
  z.strictObject({
    usersPerCell: count('K'),
    communicationClusterSize: count('L'),
    targetsPerCell: count('J'),
    sensingClusterSize: count('Q'),
  }),
  'how degrees of freedom are spent',
)
const point = described(
  z.strictObject({ communication: number('of communication'), sensing: number('of sensing') }),
  'a place in the plane',
)

/** The members of both services that have quantities. */
const quantities = byQuantity(({ meaning }) => number(meaning))
const { rate } = quantities
const errorEstimate = number('of the numerical integration, in the unit of the rate')
const deviation = number('from the exact rate, relative to it')
const notApplicable = text('why the method says nothing about this network')

/** A symbol, and what it is per if that is an area. */
const perArea = (symbol: string, { unit: unitOf }: Quantity): string =>
  unitOf('nats').endsWith('/km²') ? `${symbol}, per km²` : symbol

/** T_c + T_s. */
const sums = Object.fromEntries(
  serviceQuantities
    .filter(({ services }) => services.length > 1)
    .map(({ member, quantity, services }) => [
      member,
      number(perArea(services.map((service) => quantitySymbol(quantity.quantity, service)).join(' + '), quantity)),
    ]),
)

const evaluate = z.strictObject({
  network,
  unit,
  degreesOfFreedom: described(
    z.strictObject({
      available: count('M_t'),
      used: count('K·L + J·(Q−1)'),
      diversityOrder: count('D = M_t − K·L − J·(Q−1) + 1'),
    }),
    'spatial degrees of freedom',
  ),
  communication: described(z.strictObject({ method: communicationMethod, ...quantities, errorEstimate }), 'of a user'),
  sensing: described(
    z.strictObject({ method: sensingMethod, sensingClusters, ...quantities, errorEstimate }),
    'of a target',
  ),
  ...sums,
})

const compare = z.strictObject({
  network,
  unit,
  degreesOfFreedom: evaluate.shape.degreesOfFreedom,
  communication: z.array(
    z.union([
      z.strictObject({ method: communicationMethod, ...quantities, errorEstimate, deviation }),
      z.strictObject({ method: communicationMethod, notApplicable }),
    ]),
  ),
  sensing: z.array(
    z.union([
      z.strictObject({ method: sensingMethod, sensingClusters, ...quantities, errorEstimate, deviation }),
      z.strictObject({ method: sensingMethod, sensingClusters, notApplicable }),
    ]),
  ),
})

const parameterValue = (parameter: SimulationParameter): z.ZodMiniType => {
  switch (parameter.kind) {
    case 'choice':
      return z.enum(parameter.permitted)
    case 'choices':
      return z.array(z.enum(parameter.permitted))
    case 'seed':
      return z.union([z.number(), z.string()])
    default:
      return z.number()
  }
}

type SamplingSchemas = {
  readonly [Name in keyof SimulationSettings]-?: undefined extends SimulationSettings[Name]
    ? z.ZodMiniOptional<z.ZodMiniType<SimulationSettings[Name]>>
    : z.ZodMiniType<SimulationSettings[Name]>
}

const samplingOf = (parameters: readonly SimulationParameter<SimulationParameterName>[]): SamplingSchemas =>
  Object.fromEntries(
    parameters.map((parameter) => {
      const { name, kind, meaning } = parameter
      const unit = kind === 'number' && parameter.unit !== '' ? `, ${parameter.unit}` : ''
      const schema = described(parameterValue(parameter), `${meaning}${unit}`)
      return [name, laterNames.includes(name) ? z.optional(schema) : schema]
    }),
  ) as SamplingSchemas

/** What is simulated, besides the network. */
const sampling = samplingOf(simulationParameters)
const biasBound = number('what the mean is at most too low, in its unit')
const interval = list(z.number(), 'confidence interval: its two ends')
const confidence = number('of the interval, such as 0.95')
const until = described(
  z.union([
    z.strictObject({ trials: count('so many trials') }),
    z.strictObject({
      relativeError: number('half-width of both intervals, relative to the mean'),
      confidence: z.optional(confidence),
      maximumTrials: z.optional(count('at most so many trials')),
    }),
  ]),
  'when the simulation ends',
)
const simulated = (what: string) =>
  described(
    z.strictObject({
      mean: number('estimate'),
      standardError: numberOrNull('null where there are too few trials'),
      interval: described(z.nullable(interval), 'null where there are too few trials'),
      confidence,
      biasBound,
    }),
    what,
  )
const simulatedService = (service: Service) =>
  z.strictObject({
    ...byQuantity((row) => simulated(perArea(quantitySymbol(row.quantity, service), row))),
    coverage: list(
      z.strictObject({
        thresholdDb: number('T'),
        probability: number('P(SIR > T)'),
        standardError: numberOrNull('of the probability'),
        interval: z.nullable(interval),
      }),
      'probability that the signal-to-interference ratio exceeds T',
    ),
  })
const trials = count('that were made')
const elapsedSeconds = number('on the clock, of all runs together')

const simulate = z.strictObject({
  network,
  unit,
  ...sampling,
  until,
  trials,
  communication: simulatedService('communication'),
  sensing: simulatedService('sensing'),
  nulling: described(
    z.strictObject({
      meanRequests: number('that a base station receives'),
      abandonedFraction: number('of all requests'),
      distribution: z.nullable(list(z.number(), 'probability of 0, 1, 2, … requests')),
      counted: flag('whether requests were counted, or are the mean that the theorems assume'),
    }),
    'requests to null interference',
  ),
  elapsedSeconds,
  version,
  ended: described(z.enum(['reached', 'maximum-trials', 'interrupted', 'running']), 'why it ended'),
})

const validated = z.strictObject({
  simulation: z.strictObject({
    mean: number('of the simulation'),
    standardError: numberOrNull('of the mean'),
    biasBound,
  }),
  methods: z.array(
    z.union([
      z.strictObject({
        method: z.string(),
        rate,
        deviation: number('of theorem from simulation, relative to the simulation'),
        zScore: numberOrNull('difference by standard error'),
        verdict: z.enum(['agrees', 'rejected', 'undecided']),
      }),
      z.strictObject({ method: z.string(), notApplicable }),
    ]),
  ),
})

const validate = z.strictObject({
  network,
  unit,
  ...samplingOf(simulationParameters.filter(({ inTheorems }) => inTheorems)),
  significance: number('probability of rejecting a true rate, two-sided'),
  until,
  trials,
  communication: validated,
  sensing: validated,
  elapsedSeconds,
  version,
})

const x = number('km')
const y = number('km')
const place = z.strictObject({ x, y })
const members = list(
  z.strictObject({ index: count('of the drop'), station: count('that serves it'), x, y }),
  'those in view',
)
const requests = (description: string) =>
  list(
    z.strictObject({
      kind: z.enum(['communication', 'sensing']),
      receiver: count('index of the user or target'),
      station: count('that is asked to null'),
      accepted: flag('false where it was abandoned'),
      from: place,
      to: place,
    }),
    description,
  )

const topology = z.strictObject({
  definition: described(
    z.strictObject({
      network,
      ...sampling,
    }),
    'of the simulation whose first drop it is',
  ),
  cell: count('the station in the middle'),
  view: z.strictObject({ left: x, right: x, bottom: y, top: y }),
  stations: list(
    z.strictObject({
      index: count('of the drop'),
      x,
      y,
      corners: list(place, 'of its cell'),
      requests: count('that it received'),
      accepted: count('of them'),
      asked: flag('whether the middle cell asks it'),
    }),
    'base stations in view',
  ),
  users: members,
  targets: members,
  requests: requests('of the middle cell'),
  otherRequests: requests('of other cells, with --all-requests'),
  hole: described(
    z.nullable(z.strictObject({ target: count('its index'), x, y, radius: number('km') })),
    'the disc around a target in which there is no base station',
  ),
  counts: z.strictObject({
    stations: count('of the drop'),
    requests: count('of the drop'),
    accepted: count('of the drop'),
    abandoned: count('of the drop'),
  }),
})

const service = z.strictObject(quantities)
const degreesOfFreedomLeft = count('M_t − K·L − J·(Q−1)')
const performance = { allocation, communication: service, sensing: service, degreesOfFreedomLeft }
const value = number('of the objective')
const rated = z.strictObject({ ...performance, value })
const ties = list(rated, 'the same within the numerical error')
const examined = count('allocations that were examined')
const pruned = count('allocations that bounds ruled out')

const optimize = z.strictObject({
  network,
  unit,
  objective: z.enum(['communication', 'sensing', 'sum']),
  rho: z.optional(number('ρ in ρT_c + (1−ρ)T_s')),
  allocation,
  value,
  communication: z.strictObject({ method: communicationMethod, ...quantities }),
  sensing: z.strictObject({ method: sensingMethod, sensingClusters, ...quantities }),
  degreesOfFreedomLeft,
  ties,
  runnersUp: list(z.extend(rated, { ties }), 'the next lower values'),
  binding: list(
    z.strictObject({
      constraint: text('its name'),
      limit: number('as it is'),
      relaxedTo: number('a weaker limit'),
      value: number('of the objective with the weaker limit'),
    }),
    'constraints that cost something',
  ),
  examined,
  pruned,
})

const achieved = z.strictObject(performance)
const paretoPoint = z.strictObject({
  point,
  ...performance,
  ties: list(achieved, 'other allocations at the same point'),
  onHull: flag('whether it is a corner of the convex hull'),
  gainAtEqualCommunication: numberOrNull('of sensing over time sharing, relative'),
  gainAtEqualSensing: numberOrNull('of communication over time sharing, relative'),
})

const region = z.strictObject({
  parameters: described(
    z.omit(network, {
      usersPerCell: true,
      communicationClusterSize: true,
      targetsPerCell: true,
      sensingClusterSize: true,
    }),
    'every parameter that is not chosen, by code name',
  ),
  unit,
  metric: z.enum(quantityNames),
  communicationMethod,
  sensingMethod,
  sensingClusters,
  constraints: z.strictObject({
    minCommunicationClusterSize: count('least L'),
    minSensingClusterSize: count('least Q'),
    minCommunicationRate: number('least R_c'),
    minSensingRate: number('least R_s'),
  }),
  points: list(paretoPoint, 'Pareto points, in descending order of communication'),
  staircase: list(point, 'the boundary of what is achieved without time sharing'),
  hull: list(paretoPoint, 'corners of the convex hull, which time sharing achieves'),
  corners: z.strictObject({ communicationOptimal: paretoPoint, sensingOptimal: paretoPoint }),
  timeSharing: described(z.strictObject({ from: point, to: point }), 'the segment between the corner points'),
  gains: described(
    z.strictObject({ atEqualCommunication: paretoPoint, atEqualSensing: paretoPoint }),
    'the points with the largest gains',
  ),
  achievable: z.optional(list(achieved, 'every achievable point, with --achievable')),
  examined,
  pruned,
})

const init = z.strictObject({ file: text('that was written') })

const shard = described(
  z.nullable(z.strictObject({ index: count('from 1'), count: count('of all shards') })),
  'which part of the study, or null for all of it',
)
const files = list(z.string(), 'paths of what was written')

const sweep = z.strictObject({
  title: text('of the scenario'),
  out: text('directory of the results'),
  shard,
  points: count('of the sweep'),
  results: count('rows of the table'),
  statuses: described(z.record(z.string(), z.int()), 'rows by status: ok, not-applicable, infeasible, failed'),
  trials: count('of all simulations'),
  tasks: count('computations that the study asks for'),
  computed: count('of them computed in this run'),
  files,
})

const coordinates = described(z.record(z.string(), z.number()), 'of the swept quantities, in the units of their axes')

const diff = z.strictObject({
  a: text('directory'),
  b: text('directory'),
  significance: number('probability that anything is called changed if nothing is'),
  compared: count('values'),
  identical: count('values with the same bits'),
  changed: list(
    z.strictObject({
      computation: text('its name'),
      coordinates,
      quantity: text('such as communicationRate'),
      values: list(z.union([z.number(), z.string()]), 'of a and b'),
      zScore: numberOrNull('of simulated values'),
    }),
    'values that differ by more than their errors',
  ),
  onlyInA: count('results without a counterpart'),
  onlyInB: count('results without a counterpart'),
  configuration: list(
    z.strictObject({
      kind: z.enum(['configuration', 'version', 'seed']),
      member: text('of the manifest'),
      a: z.unknown(),
      b: z.unknown(),
    }),
    'what else differs',
  ),
})

const objective = z.union([
  z.strictObject({ kind: z.enum(['communication', 'sensing']) }),
  z.strictObject({ kind: z.literal('sum'), rho: number('ρ') }),
  z.strictObject({ kind: z.literal('expression'), expression: z.string() }),
])
const name = text('of the computation')

const check = z.strictObject({
  file: text('that was read'),
  title: text('of the study'),
  axes: list(
    z.strictObject({
      quantities: z.array(
        z.strictObject({ name: z.string(), unit: text('of the values'), values: list(z.number(), 'in order') }),
      ),
    }),
    'of the sweep; quantities of one axis vary together',
  ),
  points: list(
    z.strictObject({
      index: count('from 0'),
      coordinates,
      network,
      computations: z.array(
        z.union([
          z.strictObject({
            kind: z.literal('theorem'),
            name,
            communicationMethod,
            sensingMethod,
            sensingClusters,
            objective: z.optional(objective),
          }),
          z.strictObject({
            kind: z.literal('simulation'),
            name,
            options: z.strictObject(sampling),
            until,
            confidence,
            objective: z.optional(objective),
          }),
          z.strictObject({
            kind: z.literal('optimization'),
            name,
            objective,
            constraints: z.partial(region.shape.constraints),
            communicationMethod,
            sensingMethod,
            sensingClusters,
          }),
        ]),
      ),
    }),
    'resolved',
  ),
  skippedPoints: count('infeasible ones that were left out'),
  outputs: z.strictObject({
    unit,
    tables: z.array(z.enum(['csv', 'jsonl', 'parquet'])),
    plots: z.array(z.enum(['svg', 'png'])),
    plotted: z.string(),
  }),
  seed,
  cost: described(
    z.strictObject({
      theorem: z.strictObject({ networks: count('to be computed'), seconds: number('on one core') }),
      simulation: z.strictObject({
        trials: number('roughly'),
        blocks: number('roughly'),
        seconds: number('on one core'),
      }),
      optimization: z.strictObject({ searches: count('to be made'), seconds: number('on one core') }),
      seconds: number('on one core, together'),
    }),
    'roughly',
  ),
})

const verdict = z.enum(['holds', 'holds approximately', 'fails'])
const producer = z.strictObject({
  version,
  commit: described(z.nullable(z.string()), 'that was built, where it is known'),
})

const audit = z.strictObject({
  format: z.literal('isacnet-audit'),
  formatVersion: z.literal(2),
  isacnet: producer,
  simulation: z.strictObject({ seed, trials: count('of each simulation, at least') }),
  summary: described(z.record(verdict, z.int()), 'claims by verdict'),
  claims: z.array(
    z.strictObject({
      id: text('C1 … C14'),
      title: text('in a line'),
      statement: text('what the paper says'),
      source: text('where the paper says so'),
      parameters: text('at which it is examined'),
      figure: described(z.nullable(z.string()), 'that shows it'),
      verdict,
      decidedBy: text('the reading that the verdict is of'),
      explanation: text('what was found'),
      methods: list(z.string(), 'by which values were computed'),
      waysAgree: described(z.nullable(z.boolean()), 'theorem and simulation; null where there is one way only'),
      readings: z.array(
        z.strictObject({
          name: text('of the reading'),
          verdict,
          checks: z.array(
            z.strictObject({
              statement: text('that is checked'),
              measure: text('what the deviation is'),
              deviation: number('by which the verdict is made'),
              thresholds: z.strictObject({
                holds: number('largest deviation with which it holds'),
                approximately: number('largest with which it holds approximately'),
                reason: text('for the thresholds'),
              }),
              verdict,
              finding: text('in words'),
              evidence: z.array(
                z.strictObject({
                  quantity: z.string(),
                  unit: z.string(),
                  theory: z.nullable(z.strictObject({ method: z.string(), value: z.number() })),
                  simulation: z.nullable(
                    z.strictObject({
                      sampled: z.string(),
                      mean: z.number(),
                      standardError: z.number(),
                      interval,
                      confidence,
                      trials,
                    }),
                  ),
                  agrees: described(z.nullable(z.boolean()), 'theory and simulation'),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
})

const series = {
  name: text('in the legend'),
  quantity: text('such as communication-ase'),
  unit: text('of its values'),
  sensingClusters: z.nullable(sensingClusters),
  points: count('of the curve'),
}

const reproduce = z.strictObject({
  out: text('directory of the files'),
  figures: list(
    z.strictObject({
      figure: text('fig4 … fig12'),
      title: z.string(),
      caption: z.string(),
      isacnet: producer,
      unit,
      parameters: described(
        z.partialRecord(z.enum(parameterDefinitions.map((definition) => definition.name)), z.number()),
        'that are fixed',
      ),
      swept: z.strictObject({
        parameter: z.nullable(z.string()),
        axisUnit: z.optional(z.string()),
        axisValues: z.array(z.number()),
      }),
      varied: list(z.string(), 'parameters that differ between points or curves'),
      series: z.array(
        z.strictObject({
          ...series,
          communicationMethod: z.nullable(communicationMethod),
          sensingMethod: z.nullable(sensingMethod),
          greatestErrorEstimate: number('of its points'),
        }),
      ),
      simulations: z.array(
        z.strictObject({
          ...series,
          fidelity: sampling.fidelity,
          seed,
          confidence,
          trials: list(z.int(), 'of each point'),
          greatestStandardError: number('of its points'),
        }),
      ),
      files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
    }),
    'the manifest of each figure',
  ),
  files,
})

const parameterTable = z.array(
  z.strictObject({
    name: text('code name'),
    symbol: text('of the paper'),
    aliases: list(z.string(), 'that --set takes as well'),
    meaning: z.string(),
    unit: z.string(),
    permitted: text('values'),
    default: number('of the paper'),
  }),
)

const error = z.strictObject({
  code: described(
    z.nullable(z.enum(Object.keys(errorCodes) as ErrorCode[])),
    'the same in all versions; null for what nobody foresaw',
  ),
  message: text('one line'),
  parameter: z.optional(text('code name or flag of what has a value that it may not have')),
  value: z.optional(described(z.unknown(), 'that was given')),
  permitted: z.optional(
    described(z.union([z.string(), z.array(z.string())]), 'values in words, or the list of permitted names'),
  ),
})

/** What each command prints with `--json`. */
export const documents = {
  evaluate,
  'evaluate-compare': compare,
  simulate,
  validate,
  topology,
  optimize,
  region,
  sweep,
  merge: sweep,
  diff,
  init,
  check,
  reproduce,
  audit,
  parameters: parameterTable,
} as const

export type DocumentName = keyof typeof documents

/** What has a published schema: the document of a command, or of its error. */
export const schemas = { ...documents, error } as const

export type SchemaName = keyof typeof schemas

/** The JSON Schema (draft 7) of a document, as `dist/<name>.schema.json` of the package has it. */
export const documentJsonSchema = (name: SchemaName): Record<string, unknown> => {
  const { $schema, ...rest } = z.toJSONSchema(schemas[name], { target: 'draft-7', metadata: descriptions })
  const [command, flagged] = name.split('-')
  const title =
    name === 'error'
      ? 'What every command prints with --json when it fails'
      : `What isacnet ${command}${flagged === undefined ? '' : ` --${flagged}`} --json prints`
  return { $schema, $id: `https://unpkg.com/isacnet/dist/${name}.schema.json`, title, ...rest }
}
