import type { PointProcess } from './point-process.js'

/**
 * A way in which base stations stand: a family of point processes under a name, with what is known of its parameters. It stands in the
 * table {@link deployments}, of which flags, scenario keys, schemas and checkpoints are made.
 */
export interface Deployment<Name extends string = string, ParameterName extends string = never> {
  /** As people type it, in kebab case. */
  readonly name: Name
  /** How its base stations stand, in words. */
  readonly meaning: string
  /** Beside the density. Their names are no other deployment's. */
  readonly parameters: readonly DeploymentParameter<ParameterName>[]
  /** The process of so many base stations per km² with these parameters. */
  readonly process: (density: number, parameters: Readonly<Record<ParameterName, number>>) => PointProcess
}

/** One parameter of a deployment. */
export interface DeploymentParameter<Name extends string = string> {
  readonly name: Name
  readonly symbol: string
  /** Empty for a pure number. */
  readonly unit: 'km' | ''
  readonly meaning: string
  readonly defaultValue: number
  /** As one may write it in a scenario. */
  readonly example?: string
  /** Which values it may have for so many base stations per km². */
  readonly permitted: (density: number) => {
    /** In words: `≥ 0 and less than 0.5 km`. */
    readonly values: string
    readonly holds: (value: number) => boolean
  }
  /** Says what a value other than the default means, in a line that describes a simulation. */
  readonly inWords: (value: number) => string
}
