import { isInformation, namedQuantity } from '@isacnet/model'
import { normalQuantile } from '@isacnet/special-functions'
import { canonicalJson } from '../files/canonical-json.js'
import { mapped, type ResultRow, type ResultValue } from './result-row.js'

/** A study's results as its directory has them. */
export interface StudyResults {
  readonly path: string
  readonly rows: readonly ResultRow[]
  /** The manifest's content; `null` where there is none. */
  readonly manifest: Readonly<Record<string, unknown>> | null
}

/** A value of both studies. */
export interface ValueDifference {
  readonly computation: string
  readonly coordinates: Readonly<Record<string, number>>
  /** `communicationRate`, `sensingRate`, `objective`, `allocation`, `status`, or a chosen quantity such as `sensing-median-rate`. */
  readonly quantity: string
  /** Values of A and B; of an allocation `K L J Q`. */
  readonly values: readonly [a: number | string, b: number | string]
  /** In standard errors beyond what numerical errors and bias explain; `null` where none is simulated. */
  readonly zScore: number | null
}

export interface ResultsDiff {
  /** Probability of calling one or more of all values changed if none is. */
  readonly significance: number
  readonly compared: number
  /** Values whose bits are equal. */
  readonly identical: number
  /** Really changed, given the uncertainties. */
  readonly changed: readonly ValueDifference[]
  /** Points with computations that only one has. */
  readonly onlyInA: number
  readonly onlyInB: number
  /** Differences between the manifests: what is configured, which version computed, which seed. */
  readonly configuration: readonly ManifestDifference[]
}

export interface ManifestDifference {
  readonly kind: 'configuration' | 'version' | 'seed'
  /** Such as `parameters.pathLossExponent`. */
  readonly member: string
  readonly a: unknown
  readonly b: unknown
}

/**
 * Which values of two studies differ by more than their uncertainties. Rows belong together if they have the same computation and
 * coordinates. Of two values a, b with error estimates and bias bounds that add up to e, and standard errors s of independent
 * simulations,
 *
 * $$z = \frac{\max(0, \lvert a-b\rvert - e)}{\sqrt{s_a^2+s_b^2}}$$
 *
 * and the value has changed if a normal variate exceeds z in absolute value with a probability below significance/m, where m is the number of
 * comparisons that are simulated (Bonferroni); without standard errors, if $\lvert a-b\rvert > e$. Simulations with the same seed aren't independent: theirs differ by less, which
 * makes the test cautious. ASEs follow from rates and parameters, so they aren't compared again. Rates are compared in nats.
 *
 * @example
 * const study = await resolveScenario('sweep: [{ vary: K, values: [1, 2] }]\ncompute: [{ theorem: {} }]')
 * const directory = openStudyDirectory(folder, { study, versions: computationVersions() })
 * await runStudy(directory)
 * await writeResults(directory, { producer: { version: '1.0.0', commit: null } })
 * directory.close()
 * diffResults(readResults(folder), readResults(folder), 0.01).changed // []
 */
export const diffResults = (a: StudyResults, b: StudyResults, significance: number): ResultsDiff => {
  const placeOf = ({ computation, coordinates }: ResultRow): string => canonicalJson([computation, coordinates])
  const others = new Map(b.rows.map((row) => [placeOf(row), row]))
  const pairs = a.rows.flatMap((row) => {
    const other = others.get(placeOf(row))
    return other === undefined ? [] : [[row, other] as const]
  })
  const comparisons: (ValueDifference & { readonly beyond: number; readonly identical: boolean })[] = []
  for (const [first, second] of pairs) {
    const common = { computation: first.computation, coordinates: first.coordinates }
    if (first.status !== second.status || first.status !== 'ok') {
      const same = first.status === second.status
      comparisons.push({
        ...common,
        ...{ quantity: 'status', values: [first.status, second.status], zScore: null },
        ...{ beyond: same ? 0 : 1, identical: same },
      })
      continue
    }
    for (const quantity of ['communicationRate', 'sensingRate', 'objective'] as const) {
      const x = first[quantity]
      const y = second[quantity]
      if (x === null || y === null) continue
      const rate = quantity !== 'objective'
      comparisons.push({
        ...common,
        quantity,
        ...compared(rate ? mapped(x, inNats(a)) : x, rate ? mapped(y, inNats(b)) : y),
      })
    }
    for (const [name, x] of Object.entries(first.quantities ?? {})) {
      const y = second.quantities?.[name] ?? null
      if (x === null || y === null) continue
      const values = isInformation(namedQuantity(name)) ? [mapped(x, inNats(a)), mapped(y, inNats(b))] : [x, y]
      comparisons.push({ ...common, quantity: name, ...compared(values[0]!, values[1]!) })
    }
    if (first.kind === 'optimization' && second.kind === 'optimization') {
      const values = [allocationOf(first), allocationOf(second)] as const
      const same = values[0] === values[1]
      comparisons.push({
        ...common,
        quantity: 'allocation',
        values,
        zScore: null,
        beyond: same ? 0 : 1,
        identical: same,
      })
    }
  }
  const simulated = comparisons.filter(({ zScore }) => zScore !== null).length
  const threshold = normalQuantile(significance / Math.max(1, simulated))
  const matched = new Set(pairs.map(([row]) => placeOf(row)))
  return {
    significance,
    compared: comparisons.length,
    identical: comparisons.filter(({ identical }) => identical).length,
    changed: comparisons
      .filter(({ zScore, beyond }) => (zScore === null ? beyond > 0 : zScore > threshold))
      .map(({ beyond: _, identical: __, ...difference }) => difference),
    onlyInA: a.rows.length - pairs.length,
    onlyInB: b.rows.filter((row) => !matched.has(placeOf(row))).length,
    configuration: manifestDifferences(a.manifest ?? {}, b.manifest ?? {}),
  }
}

const compared = (a: ResultValue, b: ResultValue) => {
  const standardErrors = [a, b].flatMap(({ standardError }) =>
    standardError === undefined ? [] : [standardError ?? Number.POSITIVE_INFINITY],
  )
  const explained = [a, b].reduce((sum, { errorEstimate = 0, biasBound = 0 }) => sum + errorEstimate + biasBound, 0)
  const beyond = Math.max(0, Math.abs(a.value - b.value) - explained)
  const standardError = Math.hypot(...standardErrors)
  return {
    values: [a.value, b.value] as const,
    beyond,
    identical: a.value === b.value,
    zScore: standardErrors.length === 0 ? null : beyond === 0 ? 0 : beyond / standardError,
  }
}

const inNats = ({ manifest }: StudyResults): ((rate: number) => number) =>
  manifest?.unit === 'bits' ? (bits) => bits * Math.LN2 : (nats) => nats

const allocationOf = ({ network }: ResultRow): string =>
  [network.usersPerCell, network.communicationClusterSize, network.targetsPerCell, network.sensingClusterSize].join(' ')

const members = [
  'title',
  'unit',
  'axes',
  'parameters',
  'varied',
  'computations',
  'points',
  'skippedPoints',
  'shard',
] as const

const manifestDifferences = (
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): ManifestDifference[] => {
  const differences = (kind: ManifestDifference['kind'], member: string): ManifestDifference[] =>
    leaves(a[member], b[member], member).map((leaf) => ({ kind, ...leaf }))
  return [
    ...members
      .flatMap((member) => differences('configuration', member))
      // The seed is in each simulation's options as well.
      .filter(({ member }) => !member.endsWith('.options.seed')),
    ...differences('seed', 'seed'),
    ...['isacnet', 'versions'].flatMap((member) => differences('version', member)),
  ]
}

/** The members, however deep, in which two values differ. */
const leaves = (a: unknown, b: unknown, member: string): Omit<ManifestDifference, 'kind'>[] => {
  if (canonicalJson([a]) === canonicalJson([b])) return []
  if (!isRecord(a) || !isRecord(b)) return [{ member, a: a ?? null, b: b ?? null }]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((name) =>
    leaves(a[name], b[name], `${member}.${name}`),
  )
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && (!Array.isArray(value) || value.some(isRecord))
