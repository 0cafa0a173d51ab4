import { plainText } from '@isacnet/drawing'

/** A series in plain text: member and method, or one of them where they are the same. */
export const seriesName = (member: string, methodName: string): string =>
  member === methodName ? plainText(member) : `${plainText(member)}: ${plainText(methodName)}`
