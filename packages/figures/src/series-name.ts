import { plainText } from './label.js'

/** A series in plain text: member and method, or one of them where they are the same. */
export const seriesName = (member: string, methodName: string): string =>
  member === methodName ? plainText(member) : `${plainText(member)}: ${plainText(methodName)}`
