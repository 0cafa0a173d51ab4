declare module 'seedrandom/lib/alea.js' {
  const alea: (seed: string) => (() => number) & { double(): number }
  export default alea
}
