const signs = /[\u2212\ufe63\uff0d]/g
const blanks = /[\u00a0\u2007\u2009\u202f]/g

/** A text with the minus signs and blanks of typography, as tables and this program print them, as those of a keyboard; of the same length. */
export const plainText = (text: string): string => text.replace(signs, '-').replace(blanks, ' ')
