import type { Allocation } from '@isacnet/model'

/** Seven significant digits: what the exact rates are good for, with room. */
export const rateText = (value: number): string => {
  if (value === 0) return '0'
  const digits = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7 ? value.toPrecision(7) : value.toExponential(6)
  return digits.replaceAll('-', '−')
}

/** A relative deviation: `+2.42 %`, `−0.03 %`; `0 %` where there is none. */
export const deviationText = (deviation: number): string => {
  const percent = 100 * deviation
  if (Math.abs(percent) < 5e-7) return '0 %'
  const digits = Math.abs(percent) >= 0.005 ? Math.abs(percent).toFixed(2) : Math.abs(percent).toExponential(0)
  return `${percent < 0 ? '−' : '+'}${digits} %`
}

/** A bound on an error: the next power of ten. */
export const errorText = (error: number): string =>
  error === 0 ? '0' : `< 1e${Math.ceil(Math.log10(error) + 1e-9)}`.replace('e-', 'e−')

/** `K = 10, L = 1, J = 1, Q = 4`. */
export const allocationText = (allocation: Omit<Allocation, 'transmitAntennas'>): string =>
  `K = ${allocation.usersPerCell}, L = ${allocation.communicationClusterSize}, ` +
  `J = ${allocation.targetsPerCell}, Q = ${allocation.sensingClusterSize}`
