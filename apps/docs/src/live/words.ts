/** `1 user`, `5 users`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** A relative change as a reader says it: `+11.8 %`, `−9.8 %`. */
export const changeText = (change: number): string => {
  const text = Math.abs(100 * change).toFixed(1)
  return text === '0.0' ? '0.0 %' : `${change < 0 ? '−' : '+'}${text} %`
}

/** Why there are no numbers: more degrees of freedom are asked for than a base station has antennas. */
export const tooMany = (usersPerCell: number, clusterSize: number, antennas: number): string =>
  `${counted(usersPerCell, 'user')} per cell and clusters of ${clusterSize} ask for ${usersPerCell * clusterSize} degrees of ` +
  `freedom, more than ${antennas} antennas have: move a slider back.`
