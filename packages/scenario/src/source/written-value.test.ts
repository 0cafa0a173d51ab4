import { expect, it } from 'vitest'
import { resolveScenario } from '../sweep/resolve-scenario.js'

const scenario = (network: string): string => `network: { ${network} }\ncompute: [{ theorem: }]\n`

it.each([
  ['Pt: "30\u00a0dBm"', 'transmitPower', 1],
  ['Pt: "\u221210 dBm"', 'transmitPower', 1e-4],
  ['N0: "\u22121 * \u22121"', 'noisePower', 1],
] as const)('reads the blanks and minus signs of typography: %s', async (network, name, value) => {
  const { points } = await resolveScenario(scenario(network))
  expect(points[0]!.network[name]).toBeCloseTo(value, 15)
})

it.each([
  ['Pt: 2 * 30 dBm', 'a unit goes with a plain number, such as ‘4 W’, got ‘dBm’ in the expression ‘2 * 30 dBm’'],
  ['lambda_b: 4 / (km)^2', 'such as ‘4 /km^2’, got ‘km’'],
  ['K: 2 * 3 dB', 'a unit goes with a plain number, got ‘dB’'],
  ['N0: -174 dBm/Hz', 'got the unit ‘dBm/Hz’: that is a power density: add 10·log10 of the bandwidth'],
  ['K: 2 * furlongs', 'unknown name ‘furlongs’'],
])('says how units are written: %s', async (network, hint) => {
  await expect(resolveScenario(scenario(network))).rejects.toThrow(hint)
})

it('says that a title that looks like a number needs quotes', async () => {
  await expect(resolveScenario(`title: 2024\n${scenario('K: 3')}`)).rejects.toThrow(
    'title must be a string, got ‘2024’: write it in quotes, "2024"',
  )
})
