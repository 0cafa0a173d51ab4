/** Runs what can be paused to its end, without a pause. */
export const finished = <Result>(steps: Generator<undefined, Result>): Result => {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
