import { readFileSync, writeFileSync } from 'node:fs'
import { defineNetwork } from '@isacnet/model'
import { communicationRate, sensingRate } from '../src/index.js'

// Writes the table of ACTUAL-REQUESTS.md: both rates by the method actual-requests and by the exact one for mean requests, against the simulated ones.
interface Row extends Readonly<Record<'Mt' | 'K' | 'L' | 'J' | 'Q' | 'alpha' | 'seed', number>> {
  readonly sensingClusters: 'bs-centric' | 'target-centric'
  readonly communication: readonly [mean: number, standardError: number]
  readonly sensing: readonly [mean: number, standardError: number]
}
const { networks }: { readonly networks: readonly Row[] } = JSON.parse(
  readFileSync(new URL('../golden/actual-requests.json', import.meta.url), 'utf8'),
)
const percent = (value: number, simulated: number): string => {
  const deviation = 100 * (value / simulated - 1)
  return `${deviation < 0 ? '−' : '+'}${Math.abs(deviation).toFixed(2)}`
}
const orNone = (rate: () => number, simulated: number): string => {
  try {
    return percent(rate(), simulated)
  } catch {
    return '—'
  }
}
const rows = networks.map(({ Mt, K, L, J, Q, alpha, sensingClusters, seed, communication, sensing }) => {
  const network = defineNetwork({ Mt, K, L, J, Q, alpha, beta: alpha / 2 })
  const options = { sensingClusters }
  const actual = { method: 'actual-requests', sensingClusters } as const
  const cells = [
    ...[Mt, K, L, J, Q, sensingClusters, alpha, seed],
    `${communication[0].toFixed(4)} ± ${communication[1].toFixed(4)}`,
    percent(communicationRate(network, actual).value, communication[0]),
    orNone(() => communicationRate(network).value, communication[0]),
    `${sensing[0].toFixed(4)} ± ${sensing[1].toFixed(4)}`,
    percent(sensingRate(network, actual).value, sensing[0]),
    orNone(() => sensingRate(network, options).value, sensing[0]),
  ]
  return `| ${cells.join(' | ')} |`
})
const file = new URL('../ACTUAL-REQUESTS.md', import.meta.url)
const text = readFileSync(file, 'utf8')
const marker = '<!-- table -->\n'
const heads = ['M_t', 'K', 'L', 'J', 'Q', 'clusters', 'α', 'seed', 'R_c', '%', 'mean %', 'R_s', '%', 'mean %']
writeFileSync(
  file,
  `${text.slice(0, text.indexOf(marker))}${marker}| ${heads.join(' | ')} |\n|${heads.map(() => ' --- |').join('')}\n${rows.join('\n')}\n`,
)
