/** Okabe and Ito's colours, which colour-blind people can tell apart. */
export const okabeIto = {
  blue: '#0072b2',
  vermillion: '#d55e00',
  green: '#009e73',
  purple: '#cc79a7',
  black: '#000000',
  orange: '#e69f00',
  skyBlue: '#56b4e9',
} as const

/** Colour of text, frames and axes. */
export const ink = '#222222'
