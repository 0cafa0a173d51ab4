import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The batches of a kind in a directory, each as its sums, in the order of their numbers. */
export const readBatches = (directory: string, kind: string): readonly Float64Array[] =>
  readdirSync(directory)
    .filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.f64'))
    .map((name) => ({ name, batch: Number(name.slice(name.lastIndexOf('-') + 1, -4)) }))
    .sort((a, b) => a.batch - b.batch)
    .map(({ name }) => {
      const bytes = readFileSync(join(directory, name))
      return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
    })

/** Their sum, left out one batch if asked for. */
export const totalOf = (batches: readonly Float64Array[], except = -1): Float64Array => {
  const sums = new Float64Array(batches[0]!.length)
  batches.forEach((batch, b) => {
    if (b !== except) for (let k = 0; k < sums.length; k++) sums[k]! += batch[k]!
  })
  return sums
}

/** A number from all batches, with its standard error by the jackknife. */
export const estimated = (
  all: Float64Array,
  without: readonly Float64Array[],
  of: (sums: Float64Array) => number,
): { readonly value: number; readonly standardError: number } => {
  const value = of(all)
  const n = without.length
  const others = without.map(of)
  const mean = others.reduce((sum, other) => sum + other, 0) / n
  const spread = others.reduce((sum, other) => sum + (other - mean) ** 2, 0)
  return { value, standardError: Math.sqrt(((n - 1) / n) * spread) }
}
