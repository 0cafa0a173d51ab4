/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { defineNetwork } from '@isacnet/model'
import { NonConvergenceError } from '@isacnet/quadrature'
import { expect, it } from 'vitest'
import { communicationRate, type Rate, sensingRate } from '../src/index.js'

interface CornerRow {
  readonly service: 'communication' | 'sensing'
  readonly method: string
  readonly sensingClusters?: string
  readonly parameters: Readonly<Record<string, number>>
  readonly value: number
  /** Relative. */
  readonly oracleError: number
}

const rows: readonly CornerRow[] = JSON.parse(
  readFileSync(new URL('../golden/corners.json', import.meta.url), 'utf8'),
).rows

const rateOf = ({ service, method, sensingClusters, parameters }: CornerRow): Rate => {
  const network = defineNetwork(parameters)
  if (service === 'communication') return communicationRate(network, { method: method as 'exact' })
  const clusters = sensingClusters === undefined ? {} : { sensingClusters: sensingClusters as 'bs-centric' }
  return sensingRate(network, { method: method as 'exact', ...clusters })
}

it('has the rates of an independent oracle in the corners of the legal domain, to 1e-8 and inside the estimate, or none', {
  timeout: 300_000,
}, () => {
  expect(rows.length).toBeGreaterThanOrEqual(300)
  const wrong: unknown[] = []
  let withoutValue = 0
  for (const row of rows) {
    let rate: Rate
    try {
      rate = rateOf(row)
    } catch (error) {
      if (!(error instanceof NonConvergenceError)) throw error
      withoutValue++
      continue
    }
    const error = Math.abs(rate.value - row.value)
    const oracleError = row.oracleError * row.value
    if (!(error <= 1e-8 * row.value && error <= rate.errorEstimate + 2 * oracleError + 1e-14 * row.value))
      wrong.push({ ...row, ...rate })
  }
  expect(wrong).toEqual([])
  // Typed refusals, counted so that they don't grow unnoticed: α above 30 and β above 20 for the most part.
  expect(withoutValue).toBeLessThanOrEqual(0.2 * rows.length)
})
