// @ts-check
// Runs in the page before its own scripts: writes down when the explorer is there, and what happens to every movement of a slider.
// Times are in milliseconds since the navigation began.

/** @type {import('./instruments-log.js').InstrumentsLog} */
const instruments = { milestones: {}, inputs: [], sent: [], answered: [], frames: [] }
Object.assign(window, { instruments })

/** @param {'mounted' | 'numbers' | 'settled'} name @param {string} selector */
const noteOnce = (name, selector) => {
  if (instruments.milestones[name] === undefined && document.querySelector(selector) !== null)
    instruments.milestones[name] = performance.now()
}

const observer = new MutationObserver(() => {
  noteOnce('mounted', '.explorer [data-slider]')
  noteOnce('numbers', '.explorer [data-quantity="R_c"][data-method="exact"]')
  noteOnce('settled', '.explorer[data-settled="true"]')
  if (instruments.milestones.settled !== undefined) observer.disconnect()
})
observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-settled'] })

// The first listener of all and the last: between them the explorer's own.
window.addEventListener('input', () => instruments.inputs.push({ at: performance.now(), handled: Number.NaN }), true)
window.addEventListener('input', () => Object.assign(instruments.inputs.at(-1) ?? {}, { handled: performance.now() }))

window.Worker = class extends window.Worker {
  /** @param {string | URL} url @param {WorkerOptions} [options] */
  constructor(url, options) {
    super(url, options)
    this.addEventListener('message', ({ data }) => {
      // Signs of life and the rates in the table are no curves.
      if (!('points' in data)) return
      instruments.answered.push({ id: data.id, done: data.done, at: performance.now() })
    })
  }

  /**
   * @override
   * @param {any} message
   */
  postMessage(message) {
    if ('id' in message) instruments.sent.push({ id: message.id, at: performance.now() })
    super.postMessage(message)
  }
}

/** Every frame from now on. A message that is sent from its callback arrives when the frame is laid out and painted. */
const watchFrames = () => {
  const { port1, port2 } = new MessageChannel()
  port2.onmessage = ({ data }) => Object.assign(instruments.frames[data] ?? {}, { ended: performance.now() })
  /** @param {number} due */
  const frame = (due) => {
    const index = instruments.frames.push({ due, begun: performance.now(), ended: Number.NaN }) - 1
    port1.postMessage(index)
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}
Object.assign(window, { watchFrames })
