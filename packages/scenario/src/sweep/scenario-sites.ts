import { IsacnetError } from '@isacnet/model'
import { distinctSites, readRegion, readSites, type SiteLayout, siteLayout } from '@isacnet/stochastic-geometry'
import type { ScenarioDocument } from '../source/scenario-schema.js'
import type { ScenarioSource, SourcePath } from '../source/scenario-source.js'
import { constantNumber, readValue } from '../source/written-value.js'

/** Reads a file by its name as it stands in the scenario. */
export type ReadFile = (name: string) => string

/**
 * The sites that a scenario names.
 *
 * @throws {ScenarioError} for files that can't be read, what they have, and a guard that is no length.
 */
export const scenarioSites = async (
  written: NonNullable<ScenarioDocument['sites']>,
  readFile: ReadFile | undefined,
  source: ScenarioSource,
): Promise<SiteLayout> => {
  const { file, columns, region, guard } = written
  if (file === undefined) throw source.errorAt(['sites'], 'sites must name a file')
  if (readFile === undefined)
    throw source.errorAt(['sites', 'file'], 'sites must be left out: files can’t be read here')
  /** Errors about a file where the scenario names it. */
  const at = <Value>(path: SourcePath, read: () => Value): Value => {
    try {
      return read()
    } catch (error) {
      throw error instanceof IsacnetError ? source.errorAt(path, error.message) : error
    }
  }
  const sites = at(['sites', 'file'], () => readSites(readFile(file), columns === undefined ? {} : { columns }))
  if (sites.x.length === 0) throw source.errorAt(['sites', 'file'], `‘${file}’ must have at least one site`)
  const names = {
    resolve: () => undefined,
    describeUnknown: (name: string) => `it must be a length, without names, got ‘${name}’`,
  }
  const distance = async (value: number | string): Promise<number> => {
    const read = await readValue(value, 'length', 'guard', names, source, ['sites', 'guard'])
    return read.toNative(constantNumber(read, source, ['sites', 'guard']))
  }
  const options = {
    ...(region === undefined
      ? {}
      : {
          region: at(['sites', 'region'], () =>
            readRegion(typeof region === 'string' ? readFile(region) : [...region], sites),
          ),
        }),
    ...(guard === undefined ? {} : { guard: await distance(guard) }),
  }
  return at(['sites'], () => siteLayout(distinctSites(sites), options))
}
