import { describe, expect, it } from 'vitest'
import { benchmarksMarkdown } from '../scripts/pages/benchmarks-page.js'

const recorded = {
  name: 'rates',
  title: 'Exact rates',
  compares: 'One with another.',
  seed: null,
  date: '2026-01-31T12:34:56Z',
  commit: `${'0123456789'.repeat(4)}-dirty`,
  node: 'v20.19.5',
  processor: 'A processor',
  cores: 2,
  load: 0.1,
  output: ['  a: 1 µs', '```', 'b: 2 µs'],
}

describe('the page of the benchmarks', () => {
  it('says what each compares, of which sources, on what, and what it printed', () => {
    const page = benchmarksMarkdown([recorded, { ...recorded, name: 'start', title: 'Start', seed: 7, output: ['c'] }])
    expect(page).toContain('## Exact rates {#rates}\n\nOne with another.\n\nRecorded on 2026-01-31 at 12:34 UTC')
    expect(page).toMatch(
      /\[`0123456789`\]\(https:\/\/\S+\/tree\/(0123456789){4}\) with changes, on A processor, 2 cores/,
    )
    expect(page).toContain('Node 20.19.5; the machine’s load before was 0.1. Nothing in it is random.')
    expect(page).toContain('load before was 0.1. Seed 7. Again: `npx -y pnpm@10.34.9 bench start`.')
    expect(page).toContain('````txt\n  a: 1 µs\n```\nb: 2 µs\n````')
    expect(page).toMatch(/```txt\nc\n```$/)
  })
})
