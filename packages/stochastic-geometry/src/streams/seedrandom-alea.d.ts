/** `seedrandom` publishes no types. Called, the generator gives 32 random bits in [0, 1); `double` gives 53. */
declare module 'seedrandom/lib/alea.js' {
  const alea: (seed: string) => (() => number) & { double(): number }
  export default alea
}
