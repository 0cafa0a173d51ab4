/**
 * Prints one line per check and remembers how many failed.
 *
 * A run that checked nothing has failed: see {@link Report.finish}.
 */
export class Report {
  passed = 0
  failed = 0

  /**
   * @param {string} title what was checked
   * @param {readonly string[]} faults none when it holds
   */
  check(title, faults) {
    if (faults.length === 0) {
      this.passed++
      console.log(`ok    ${title}`)
    } else {
      this.failed++
      console.log(`FAIL  ${title}`)
      for (const fault of faults) console.log(`      ${fault.replaceAll('\n', '\n      ')}`)
    }
  }

  /**
   * @param {string} title
   * @param {() => readonly string[]} run returns the faults; throwing is a fault, too
   */
  attempt(title, run) {
    let faults
    try {
      faults = run()
    } catch (error) {
      faults = [String(error instanceof Error ? error.message : error)]
    }
    this.check(title, faults)
  }

  /**
   * Prints the count and sets the process's exit code.
   *
   * @param {string} what
   */
  finish(what) {
    if (this.passed + this.failed === 0) this.check(what, ['nothing was checked'])
    console.log(`${what}: ${this.passed} checks hold, ${this.failed} do not`)
    if (this.failed > 0) process.exitCode = 1
  }
}
