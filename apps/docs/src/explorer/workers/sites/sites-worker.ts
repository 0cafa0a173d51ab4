import { runSimulation } from '@isacnet/simulation'
import { answerRequests } from '../answer-requests.js'
import { type SitesPart, type SitesRequest, siteRequest, sitesReport } from './sites.js'

/** In milliseconds. */
const reporting = 400

/** When the simulation of a page ends: every site to 3 %, or so many trials. */
const until = { relativeError: 0.03, everySite: true, maximumTrials: 3e6 } as const

answerRequests<SitesRequest, SitesPart>(async (request, { post, listen, stopping }) => {
  const { ground, definition } = siteRequest(request)
  post({ ground }, false)
  await listen()
  let reported = performance.now()
  const { state } = await runSimulation(definition, {
    until,
    signal: stopping,
    onProgress: ({ sums }) => {
      const time = performance.now()
      if (time - reported < reporting) return
      reported = time
      post({ report: sitesReport(sums, definition) }, false)
    },
  })
  post(state.blocks === 0 ? {} : { report: sitesReport(state.sums, definition) }, true)
})
