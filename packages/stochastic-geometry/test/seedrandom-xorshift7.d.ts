declare module 'seedrandom/lib/xorshift7.js' {
  const xorshift7: (seed: string) => (() => number) & { double(): number }
  export default xorshift7
}
