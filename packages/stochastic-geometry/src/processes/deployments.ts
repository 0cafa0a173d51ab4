import { assertOptions, InvalidParameterError, numberThat, type OptionChecks, permittedName } from '@isacnet/model'
import { maternHardCore } from './matern-hard-core-process.js'
import type { PointProcess } from './point-process.js'
import { poisson } from './poisson-process.js'
import { hexagonal } from './triangular-lattice.js'

/** All deployments, in the order in which they are shown. A new one is a file and a row here. */
export const deployments = [poisson, maternHardCore, hexagonal] as const

export type DeploymentName = (typeof deployments)[number]['name']

/** A parameter of one of the {@link deployments}. */
export type DeploymentParameterName = (typeof deployments)[number]['parameters'][number]['name']

/** The parameters of all deployments; those of others than the one that is meant have their defaults. */
export type DeploymentParameters = Readonly<Record<DeploymentParameterName, number>>

export const deploymentNames: readonly DeploymentName[] = deployments.map(({ name }) => name)

const parameterChecks = Object.fromEntries(
  deployments.flatMap(({ parameters }) =>
    parameters.map(({ name }) => [name, numberThat('a number', (value) => !Number.isNaN(value))]),
  ),
) as OptionChecks<Partial<DeploymentParameters>>

/**
 * Returns the deployment that parameters mean where none is named: that of the first one with another value than its default; Poisson if
 * there is none.
 *
 * @throws {UnknownNameError} {InvalidParameterError} for what is no parameter of a deployment, or no number.
 * @example
 * impliedDeployment({ hardCoreDistance: 0.2 }) // 'matern'
 */
export const impliedDeployment = (parameters: Partial<DeploymentParameters>): DeploymentName => {
  assertOptions('a deployment', parameters, parameterChecks)
  const implied = deployments.find((deployment) =>
    deployment.parameters.some(
      ({ name, defaultValue }) => parameters[name] !== undefined && parameters[name] !== defaultValue,
    ),
  )
  return implied?.name ?? 'poisson'
}

/**
 * The process of base stations that a deployment describes.
 *
 * @param density - the density of base stations, per km², > 0.
 * @param parameters - those that are left out have their defaults.
 * @throws {UnknownNameError} for a name that is no deployment's, or no parameter's.
 * @throws {InvalidParameterError} for a parameter outside its domain, or of another deployment unless it has its default.
 * @example
 * deployedProcess('matern', 1, { hardCoreDistance: 0.2 }).name // 'Matérn hard-core (II)'
 */
export const deployedProcess = (
  name: DeploymentName,
  density: number,
  parameters: Partial<DeploymentParameters> = {},
): PointProcess => {
  permittedName('deployment', name, deploymentNames)
  assertOptions('a deployment', parameters, parameterChecks)
  const complete: Partial<Record<DeploymentParameterName, number>> = {}
  for (const deployment of deployments)
    for (const parameter of deployment.parameters) {
      const value = parameters[parameter.name] ?? parameter.defaultValue
      complete[parameter.name] = value
      if (deployment.name === name) {
        const { values, holds } = parameter.permitted(density)
        if (!holds(value)) throw new InvalidParameterError(parameter.name, value, values)
      } else if (value !== parameter.defaultValue)
        throw new InvalidParameterError(
          parameter.name,
          value,
          `${parameter.defaultValue}, unless the deployment is ${deployment.name}`,
        )
    }
  const { process } = deployments.find((deployment) => deployment.name === name)!
  return process(density, complete as DeploymentParameters)
}
