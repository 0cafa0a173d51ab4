import { answerRequests } from '../answer-requests.js'
import { type MethodPlace, methodTable } from '../theorems/methods-of.js'
import { type Distribution, type DistributionRequest, distributionSteps } from './distribution.js'

export interface DistributionPart {
  readonly distribution: Distribution
  /** All methods that there are, for the legend. */
  readonly methods: readonly MethodPlace[]
}

answerRequests<DistributionRequest, DistributionPart>(async (request, turn) => {
  const steps = distributionSteps(request)
  for (;;) {
    const { done, value } = steps.next()
    if (done) {
      turn.post({ distribution: value, methods: methodTable }, true)
      return
    }
    if (value !== undefined) turn.post({ distribution: value, methods: methodTable }, false)
    if (turn.over()) await turn.listen()
  }
})
