import 'mathjs'

/** Exported by mathjs, but missing in its types. */
declare module 'mathjs' {
  interface MathUnit {
    equalBase(other: MathUnit): boolean
    toNumeric(unit: string): number
  }

  export const createUnitClass: (parts: object) => new (value: number, unit: string) => MathUnit
}
