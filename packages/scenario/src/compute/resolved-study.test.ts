import { describe, expect, it } from 'vitest'
import { resolveScenario } from '../sweep/resolve-scenario.js'
import { plotFormats, plottedQuantities, tableFormats } from './resolved-study.js'

describe('what a study may write', () => {
  it.each([
    ['tables', tableFormats],
    ['plots', plotFormats],
  ] as const)('takes every one of %s, and nothing else', async (member, formats) => {
    const { outputs } = await resolveScenario(`output: { ${member}: [${formats.join(', ')}] }`)
    expect(outputs[member]).toEqual(formats)
    await expect(resolveScenario(`output: { ${member}: [docx] }`)).rejects.toThrow(/docx/)
  })

  it('plots every quantity that it names', async () => {
    for (const plotted of plottedQuantities)
      expect((await resolveScenario(`output: { plotted: ${plotted} }`)).outputs.plotted).toBe(plotted)
  })
})
