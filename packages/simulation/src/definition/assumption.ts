export { type Assumption, assumptionNames } from '@isacnet/model'
