/** How often a job is tried before its study fails. */
export const jobOptions = {
  /** Times that it fails: an error, or the end of a thread. */
  mostAttempts: 3,
  /** Workers that are killed or stall with it. Workers come and go, so one may be unlucky often; not ten times. */
  mostWorkersLost: 10,
} as const
