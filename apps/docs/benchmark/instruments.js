// @ts-check
// Runs in the page before its own scripts: writes down when the explorer is there, and what happens to every movement of a slider.
// Times are in milliseconds since the navigation began.

/** @type {import('./instruments-log.js').InstrumentsLog} */
const instruments = { milestones: {}, inputs: [], answered: [], frames: [] }
Object.assign(window, { instruments })

/** @param {'mounted' | 'numbers' | 'settled'} name @param {string} selector */
const noteOnce = (name, selector) => {
  if (instruments.milestones[name] === undefined && document.querySelector(selector) !== null)
    instruments.milestones[name] = performance.now()
}

const observer = new MutationObserver(() => {
  noteOnce('mounted', '.explorer [data-slider]')
  noteOnce('numbers', '.explorer [data-readout="R_c"]')
  noteOnce('settled', '.explorer[data-settled="true"]')
  if (instruments.milestones.settled !== undefined) observer.disconnect()
})
observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-settled'] })

// The first listener of all and the last: between them the explorer's own.
window.addEventListener('input', () => instruments.inputs.push({ at: performance.now(), handled: Number.NaN }), true)
window.addEventListener('input', () => Object.assign(instruments.inputs.at(-1) ?? {}, { handled: performance.now() }))

// The explorer measures its curves from the change that asks for them until they are there.
new PerformanceObserver((list) => {
  for (const entry of list.getEntriesByName('isacnet curves')) {
    const { startTime, duration, detail } = /** @type {PerformanceMeasure} */ (entry)
    instruments.answered.push({ asked: startTime, done: detail.whole, at: startTime + duration })
  }
}).observe({ type: 'measure' })

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
