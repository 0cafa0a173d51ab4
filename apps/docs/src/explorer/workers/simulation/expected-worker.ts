import { answerRequests } from '../answer-requests.js'
import { type Expected, type ExpectedRequest, expectedSteps } from './expected.js'

export interface ExpectedPart {
  readonly expected: Expected
}

answerRequests<ExpectedRequest, ExpectedPart>(async (request, turn) => {
  const steps = expectedSteps(request)
  for (;;) {
    const { done, value } = steps.next()
    if (value !== undefined) turn.post({ expected: value }, done === true)
    if (done) return
    if (turn.over()) await turn.listen()
  }
})
