import {
  communicationAreaSpectralEfficiency,
  echoGain,
  sensingAreaSpectralEfficiency,
  weightedSumAreaSpectralEfficiency,
} from '@isacnet/model'
import {
  bsCentricInterferenceExponent,
  clutterCoefficient,
  clutterLaplaceTransform,
  communicationInterferenceExponent,
  communicationLaplaceTransform,
  communicationLaplaceTransformGivenRatio,
  interfererDensity,
  interferersWithin,
  nullingGain,
  sensingMutualInformation,
  targetCentricInterferenceExponent,
} from '../src/index.js'

type CornerFunction = (...args: number[]) => number

const clutterOf = (args: number[]) => {
  const [baseStationDensity, clutterDensity, clutterCrossSection, clutterResidual, echoPathLossExponent] = args as [
    number,
    number,
    number,
    number,
    number,
  ]
  return { baseStationDensity, clutterDensity, clutterCrossSection, clutterResidual, echoPathLossExponent }
}

/** The functions of `formula_corners.py`, with its arguments in a row. */
export const cornerFunctions: Record<string, CornerFunction> = {
  interfererDensity,
  interferersWithin,
  nullingGain,
  clutterCoefficient: (...args) => clutterCoefficient(clutterOf(args)),
  clutterLaplaceTransform: (z, u, ...args) => clutterLaplaceTransform(z!, u!, clutterOf(args)),
  communicationInterferenceExponent: (z, ratio, usersPerCell, pathLossExponent) =>
    communicationInterferenceExponent(z!, ratio!, { usersPerCell: usersPerCell!, pathLossExponent: pathLossExponent! }),
  communicationLaplaceTransformGivenRatio: (z, ratio, L, usersPerCell, pathLossExponent) =>
    communicationLaplaceTransformGivenRatio(z!, ratio!, L!, {
      usersPerCell: usersPerCell!,
      pathLossExponent: pathLossExponent!,
    }),
  communicationLaplaceTransform: (z, serving, cluster, baseStationDensity, usersPerCell, pathLossExponent) =>
    communicationLaplaceTransform(
      z!,
      { serving: serving!, cluster: cluster!, baseStationDensity: baseStationDensity! },
      { usersPerCell: usersPerCell!, pathLossExponent: pathLossExponent! },
    ),
  bsCentricInterferenceExponent: (s, t, usersPerCell, pathLossExponent) =>
    bsCentricInterferenceExponent(s!, t!, { usersPerCell: usersPerCell!, pathLossExponent: pathLossExponent! }),
  targetCentricInterferenceExponent: (s, w, usersPerCell, pathLossExponent) =>
    targetCentricInterferenceExponent(s!, w!, { usersPerCell: usersPerCell!, pathLossExponent: pathLossExponent! }),
  sensingMutualInformation: (...args) => {
    const [gain, targetGain, firstGain, secondGain, targetDistance, first, second, alpha, beta, noise] = args
    return sensingMutualInformation({
      echoGain: gain!,
      targetGain: targetGain!,
      targetDistance: targetDistance!,
      interferers: [
        { distance: first!, gain: firstGain! },
        { distance: second!, gain: secondGain! },
      ],
      pathLossExponent: alpha!,
      echoPathLossExponent: beta!,
      noiseToPower: noise!,
    })
  },
  communicationAreaSpectralEfficiency: (baseStationDensity, usersPerCell, rate) =>
    communicationAreaSpectralEfficiency(
      { baseStationDensity: baseStationDensity!, usersPerCell: usersPerCell! },
      rate!,
    ),
  sensingAreaSpectralEfficiency: (baseStationDensity, targetsPerCell, rate) =>
    sensingAreaSpectralEfficiency({ baseStationDensity: baseStationDensity!, targetsPerCell: targetsPerCell! }, rate!),
  weightedSumAreaSpectralEfficiency,
  echoGain: (matchedFilterGain, receiveFilterGain, receiveAntennas, radarCrossSection) =>
    echoGain({
      matchedFilterGain: matchedFilterGain!,
      receiveFilterGain: receiveFilterGain!,
      receiveAntennas: receiveAntennas!,
      radarCrossSection: radarCrossSection!,
    }),
}
