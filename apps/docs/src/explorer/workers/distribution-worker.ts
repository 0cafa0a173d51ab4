import { answerRequests } from './answer-requests.js'
import { type Distribution, type DistributionRequest, distributionSteps } from './distribution.js'

export interface DistributionPart {
  readonly distribution: Distribution
}

answerRequests<DistributionRequest, DistributionPart>(async (request, turn) => {
  const steps = distributionSteps(request)
  for (;;) {
    const { done, value } = steps.next()
    if (done) {
      turn.post({ distribution: value }, true)
      return
    }
    if (value !== undefined) turn.post({ distribution: value }, false)
    if (turn.over()) await turn.listen()
  }
})
