import { receiveFilter, receiveFilterGain, steeringVector } from '../src/index.js'

/** The functions of `corners.py`; their errors are absolute, since cosines have zeros. */
export const cornerFunctions: Record<string, (...args: number[]) => number> = {
  receiveFilterGain,
  steeringVectorReal: (antennas, angle, i) => steeringVector(antennas!, angle!).re[i!]!,
  steeringVectorImaginary: (antennas, angle, i) => steeringVector(antennas!, angle!).im[i!]!,
  receiveFilterReal: (antennas, angle, i) => receiveFilter(antennas!, angle!).re[i!]!,
}

export const absolute = Object.keys(cornerFunctions)
