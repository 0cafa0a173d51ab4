/** The log that `instruments.js` keeps in a page, in milliseconds since the navigation began. */
export interface InstrumentsLog {
  /** When the controls, the first numbers, and all curves are there. */
  readonly milestones: { mounted?: number; numbers?: number; settled?: number }
  /** When a slider said that it moved, and when all who listen to it had returned. */
  readonly inputs: { at: number; handled: number }[]
  /** Curves that are there: when they were asked, and whether they have all of their points. */
  readonly answered: { asked: number; done: boolean; at: number }[]
  /** When a frame was due, when its callbacks began, and when it was laid out and painted. */
  readonly frames: { due: number; begun: number; ended: number }[]
}
