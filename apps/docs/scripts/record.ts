// `pnpm record`: computes what the site and the tests of the claims read from records, with the code as it is, and writes the records anew.
// `pnpm record --check` compares them instead, and ends with 1 if one is not what the code computes.
import { recordComputed } from '../../../tooling/checks/src/computed-record.js'
import { longComputations } from './long-computations.js'

await recordComputed(longComputations)
