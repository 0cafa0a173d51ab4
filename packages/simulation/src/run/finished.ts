/** Runs what can be paused to its end, without a pause. */
export const finished = <Result>(steps: Generator<unknown, Result>): Result => {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
