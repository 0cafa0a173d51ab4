// @ts-check
// Runs in the page before its own scripts: the second worker of curves, which computes what a slider comes to next, gets nothing to do. The
// rival of the worker ahead.

let curvesWorkers = 0

window.Worker = class extends window.Worker {
  /** @param {string | URL} url @param {WorkerOptions} [options] */
  constructor(url, options) {
    super(url, options)
    // A slider moves after the first curves are there: the first worker is the one that is asked.
    this.idle = String(url).includes('curves-worker') && ++curvesWorkers === 2
  }

  /**
   * @override
   * @param {any} message
   */
  postMessage(message) {
    if (!this.idle) super.postMessage(message)
  }
}
