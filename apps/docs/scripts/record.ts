// `pnpm record`: computes what the site and the tests of the claims read from records, with the code as it is, and writes the records anew.
// `pnpm record --check` compares them instead, and ends with 1 if one is not what the code computes.
import { isDeepStrictEqual } from 'node:util'
import { readComputedRecord, writeComputedRecord } from '../../../tooling/checks/src/computed-record.js'
import { longComputations } from './long-computations.js'

const check = process.argv.includes('--check')
for (const { folder, name, compute } of longComputations) {
  const begin = performance.now()
  const content = JSON.parse(JSON.stringify(await compute()))
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  if (!check) writeComputedRecord(folder, name, content)
  const recorded = readComputedRecord(folder, name)
  const state = recorded === undefined ? 'is of other code' : isDeepStrictEqual(recorded, content) ? 'holds' : 'differs'
  if (state !== 'holds') process.exitCode = 1
  console.log(`packages/${folder}/record/${name}.json ${check ? state : 'written'} (${seconds} s)`)
}
