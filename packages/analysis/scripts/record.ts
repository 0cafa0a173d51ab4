/// <reference types="node" />
// `pnpm record`: writes anew what the tests read of the networks of the legal domain; `--check` compares. About three minutes.
import { recordComputed } from '../../../tooling/checks/src/computed-record.js'
import { legalCases, legalOutcomesRecord, outcomeOf } from '../test/legal-outcomes.js'

await recordComputed([
  { folder: 'analysis', name: legalOutcomesRecord, compute: async () => legalCases().map(outcomeOf) },
])
