// @ts-check
// Runs in the page before its own scripts: the fourth worker of theorems, which computes what a slider comes to next, gets nothing to do. The
// rival of the worker ahead.

let theoremWorkers = 0

window.Worker = class extends window.Worker {
  /** @param {string | URL} url @param {WorkerOptions} [options] */
  constructor(url, options) {
    super(url, options)
    // The first one has the numbers, the two after it the curves that are asked for.
    this.idle = String(url).includes('theorem-worker') && ++theoremWorkers === 4
  }

  /**
   * @override
   * @param {any} message
   */
  postMessage(message) {
    if (!this.idle) super.postMessage(message)
  }
}
