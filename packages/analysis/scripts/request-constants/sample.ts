import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { randomStream } from '@isacnet/stochastic-geometry'
import { addMoments } from './add-moments.js'
import { addResponses } from './add-responses.js'
import { total as moments } from './blocks.js'
import { total as responses } from './response-blocks.js'
import { sampleTorus } from './sample-torus.js'

// Samples tori of base stations and sums up what the constants of the nulling requests are made of, one file a batch; those that are there already are left.
const { values } = parseArgs({
  options: {
    directory: { type: 'string', default: 'batches' },
    kind: { type: 'string', default: 'moments' },
    batches: { type: 'string', default: '41' },
    tori: { type: 'string', default: '10' },
    side: { type: 'string', default: '100' },
    users: { type: 'string', default: '9' },
    every: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
  },
})
const { directory, kind } = values
const [batches, tori, side, users, every, seed] = [
  values.batches,
  values.tori,
  values.side,
  values.users,
  values.every,
  values.seed,
].map(Number) as [number, number, number, number, number, number]
mkdirSync(directory, { recursive: true })
for (let batch = 0; batch < batches; batch++) {
  const file = join(directory, `${kind}-${seed}-${side}-${users}-${tori}-${batch}.f64`)
  if (existsSync(file)) continue
  const sums = new Float64Array(kind === 'moments' ? moments : responses)
  for (let torus = 0; torus < tori; torus++) {
    const stream = randomStream(seed, batch * tori + torus, `request-${kind}`)
    if (kind === 'moments') addMoments(sampleTorus(side, users, stream), sums)
    else addResponses(side, users, every, stream, sums)
  }
  writeFileSync(`${file}.part`, new Uint8Array(sums.buffer))
  renameSync(`${file}.part`, file)
  process.stderr.write(`${batch + 1} of ${batches}\n`)
}
