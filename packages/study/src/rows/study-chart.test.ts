import { type ResolvedStudy, resolveScenario } from '@isacnet/scenario'
import { describe, expect, it } from 'vitest'
import { testVersions } from '../../test/small-study.js'
import { studyTasks } from '../tasks/study-task.js'
import { type ResultRow, resultRow } from './result-row.js'
import { isPlottable, studyChart } from './study-chart.js'

const studyOf = (sweep: string, rest = ''): Promise<ResolvedStudy> =>
  resolveScenario(`
${sweep}
compute: [{ theorem: {} }, { theorem: { communicationMethod: theorem-2 } }]
${rest}
`)

/** Rows with R_c = 2 and R_s = 0.5 everywhere. */
const rowsOf = (study: ResolvedStudy): ResultRow[] =>
  studyTasks(study, testVersions()).map((task) =>
    resultRow(
      task,
      {
        kind: 'theorem',
        communication: { value: 2, errorEstimate: 0 },
        sensing: { value: 0.5, errorEstimate: 0 },
        objective: null,
      },
      study.outputs.unit,
    ),
  )

describe('the chart of a study', () => {
  it('needs one axis or two', async () => {
    expect(isPlottable(await studyOf(''))).toBe(false)
    expect(isPlottable(await studyOf('sweep: [{ vary: K, values: [1, 2] }]'))).toBe(true)
    const three = ['K', 'J', 'alpha'].map((name) => `{ vary: ${name}, values: [3, 4] }`).join(', ')
    expect(isPlottable(await studyOf(`sweep: [${three}]`))).toBe(false)
  })

  it('has communication and sensing in panels with their units, computations as members', async () => {
    const study = await studyOf('sweep: [{ vary: K, values: [1, 2] }]', 'output: { plotted: rate, unit: bits }')
    const chart = studyChart(study, rowsOf(study))
    expect(chart).toMatchObject({
      title: 'Study',
      x: { values: [1, 2] },
      panels: ['rate of a user (bit/s/Hz)', 'rate of a target (bit/s/Hz)'],
      confidence: 0.95,
    })
    expect(chart.x.label).toMatch(/, K$/)
    expect(chart.points).toHaveLength(2 * 2 * 2)
    const [first, second] = chart.points
    expect(first).toMatchObject({ x: 1, panel: chart.panels[0], simulated: false, member: first!.method })
    expect(first!.y).toBeCloseTo(2 / Math.LN2, 12)
    expect([first!.lower, first!.upper]).toEqual([first!.y, first!.y])
    expect(second).toMatchObject({ x: 1, panel: chart.panels[1] })
    expect(second!.y).toBeCloseTo(0.5 / Math.LN2, 12)
  })

  it('is over the axis with more values, with the values of the other one as members', async () => {
    const study = await studyOf(
      'title: Two axes\nsweep: [{ vary: K, values: [1, 2] }, { vary: alpha, values: [3, 4, 5] }]',
    )
    const { title, x, points, panels } = studyChart(study, rowsOf(study))
    expect([title, x.values]).toEqual(['Two axes', [3, 4, 5]])
    expect(panels).toEqual(['ASE of communication (nat/s/Hz/km²)', 'ASE of sensing (nat/s/Hz/km²)'])
    expect([...new Set(points.map(({ member }) => member))]).toEqual(['K = 1', 'K = 2'])
    expect(new Set(points.map(({ method }) => method)).size).toBe(2)
  })

  it('leaves out points without a value', async () => {
    const study = await studyOf('sweep: [{ vary: K, values: [1, 2] }]')
    const [row, ...rest] = rowsOf(study)
    expect(studyChart(study, [{ ...row!, communicationAse: null }, ...rest]).points).toHaveLength(2 * 2 * 2 - 1)
  })
})
