// @ts-check
// Runs in the page before its own scripts: instead of starting a worker, its script is loaded into the page, and answers there, at
// once and in one go. The rival of the worker: the same code, called directly.

window.Worker = /** @type {any} */ (
  class extends EventTarget {
    /** @param {string | URL} url */
    constructor(url) {
      super()
      this.loaded = import(String(url))
      // The script listens to the window and posts to it, as it would in a worker.
      window.postMessage = /** @param {any} answer */ (answer) => {
        if (answer.done === true) Reflect.deleteProperty(performance, 'now')
        this.dispatchEvent(new MessageEvent('message', { data: structuredClone(answer) }))
      }
    }

    /** @param {any} message */
    postMessage(message) {
      this.loaded.then(() => {
        // A worker looks up from time to time, for cancellations; while the clock stands still, until the answer, it sees no reason to.
        const now = performance.now()
        if ('id' in message) performance.now = () => now
        window.dispatchEvent(new MessageEvent('message', { data: structuredClone(message) }))
      })
    }

    terminate() {}
  }
)
