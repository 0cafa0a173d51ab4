import { regionDrawing, renderRegion } from '@isacnet/drawing'
import { defineNetwork } from '@isacnet/model'
import { achievablePoints, achievableRegion, analyticRates, memoisedRates } from '@isacnet/optimization'
import { writePublicFile } from './write-page.js'

/** The pictures of the guide, drawn from the rates. */
export const writeGuidePictures = async (): Promise<void> => {
  const network = defineNetwork({ Mt: 20, Jmax: 5 })
  const problem = { network, rates: memoisedRates(analyticRates(network, { relativeTolerance: 1e-6 })) }
  const achievable = [...achievablePoints(problem)].map(({ communication, sensing }) => ({
    communication: communication.ase,
    sensing: sensing.ase,
  }))
  const drawing = regionDrawing(achievableRegion(problem), {
    title: 'All ways to spend $M_t=20$ antennas',
    unit: 'nats',
    achievable,
  })
  writePublicFile('pictures/region.svg', await renderRegion(drawing))
}
