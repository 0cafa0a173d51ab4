import { expect, it } from 'vitest'
import { sensingClusterKinds } from './sensing-clusters.js'

it('has the two readings of the paper', () => {
  expect(sensingClusterKinds).toEqual(['bs-centric', 'target-centric'])
})
