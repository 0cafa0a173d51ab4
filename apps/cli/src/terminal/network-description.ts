import {
  degreesOfFreedom,
  type NetworkParameters,
  paperNetwork,
  parameterDefinitions,
  writtenParameterValue,
} from '@isacnet/model'

/** A network's changes to the paper's, but for the allocation, in a line. */
export const describeSite = (network: NetworkParameters): string => {
  const changes = changesOf(network)
  return changes.length === 0 ? 'The paper’s network.' : `The paper’s network, changed: ${changes.join(', ')}.`
}

/** A network's changes to the paper's, and how its degrees of freedom are spent, in two lines. */
export const describeNetwork = (network: NetworkParameters): string[] => {
  const changes = changesOf(network)
  const { available, used, diversityOrder } = degreesOfFreedom(network)
  return [
    changes.length === 0
      ? 'The paper’s network with K = L = J = Q = 1.'
      : `The paper’s network with K = L = J = Q = 1, changed: ${changes.join(', ')}.`,
    diversityOrder < 1
      ? `Degrees of freedom: K·L + J·(Q−1) = ${used} asked for on average of M_t = ${available}: what is too much is given up.`
      : `Degrees of freedom: K·L + J·(Q−1) = ${used} of M_t = ${available} used, diversity order ${diversityOrder}.`,
  ]
}

const changesOf = (network: NetworkParameters): string[] =>
  parameterDefinitions
    .filter(({ name }) => network[name] !== paperNetwork[name])
    .map(({ name, symbol }) => `${symbol} = ${writtenParameterValue(network[name])}`)
