// @ts-check
// Runs in the page before its own scripts: makes requests that a test names slow, stuck or failing, with real workers behind them.

/**
 * @typedef {object} Rule
 * @property {string} parameter
 * @property {number} value - Requests whose values have this one are meant.
 * @property {'held' | 'stuck' | 'failing'} kind - `held`: the worker gets it when the test says so, and seems alive until then. `stuck`:
 * the worker begins it and never returns. `failing`: it is answered by a failure.
 */

/** @type {Rule[]} */
const rules = []
/** @type {Set<() => void>} */
const held = new Set()

Object.assign(window, {
  workerHook: {
    /** @param {Rule} rule */
    add: (rule) => void rules.push(rule),
    /** Lets go what is held, and what would be from now on. */
    release: () => {
      rules.length = 0
      for (const send of held) send()
      held.clear()
    },
  },
})

/**
 * A script that loads the worker's own, hands it what came meanwhile, and is kept busy for ever by a request that is marked.
 *
 * @param {string | URL} url
 */
const hookedScript = (url) =>
  URL.createObjectURL(
    new Blob(
      [
        `const early = []
        const keep = ({ data }) => early.push(data)
        self.addEventListener('message', keep)
        await import(${JSON.stringify(String(url))})
        self.removeEventListener('message', keep)
        self.addEventListener('message', ({ data }) => {
          if (data.stuck !== true) return
          self.postMessage({ alive: data.id })
          for (;;) {}
        }, { capture: true })
        for (const data of early) self.dispatchEvent(new MessageEvent('message', { data }))`,
      ],
      { type: 'text/javascript' },
    ),
  )

window.Worker = class extends window.Worker {
  /** @param {string | URL} url @param {WorkerOptions} [options] */
  constructor(url, options) {
    super(hookedScript(url), options)
    /** @type {Set<number>} */
    this.signs = new Set()
  }

  /**
   * @override
   * @param {any} message
   */
  postMessage(message) {
    // Curves are asked of several networks, and not at their places on the axis.
    const asked = [message.values, ...(message.networks ?? []).map((/** @type {any} */ network) => network.values)]
    const rule = rules.find(({ parameter, value }) => asked.some((values) => values?.[parameter] === value))
    if (rule === undefined) super.postMessage(message)
    else if (rule.kind === 'stuck') super.postMessage({ ...message, stuck: true })
    else if (rule.kind === 'failing') this.say({ id: message.id, done: true, failure: 'it failed on purpose' })
    else {
      const sign = window.setInterval(() => this.say({ alive: message.id }), 100)
      this.signs.add(sign)
      held.add(() => {
        clearInterval(sign)
        super.postMessage(message)
      })
    }
  }

  /** @param {object} data */
  say(data) {
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })))
  }

  /** @override */
  terminate() {
    for (const sign of this.signs) clearInterval(sign)
    super.terminate()
  }
}
