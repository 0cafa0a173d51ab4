/** In pixels: one panel, the space between two, and the heading above them. */
export const panelWidth = 470
export const panelHeight = 360
export const panelGap = 20
export const headHeight = 40
/** From the edges of a panel to its frame. */
export const margin = { top: 34, right: 14, bottom: 52, left: 58 } as const
export const fontSize = 13
export const legendRowHeight = 22
