import fc from 'fast-check'

/** Property tests try the same cases in every run, so that a failure is a change and not the weather. */
fc.configureGlobal({ seed: 20261123 })
