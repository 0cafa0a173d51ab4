import { expect, it } from 'vitest'
import { change, decimal, listed, percent } from './number-text.js'

it('writes numbers as sentences have them', () => {
  expect([decimal(16.9734), decimal(-0.0012345, 2), decimal(0.31)]).toEqual(['16.97', '−0.0012', '0.31'])
  expect([percent(0.5), percent(0.13333), percent(-0.041, 0), percent(0.12345, 2)]).toEqual([
    '50.0 %',
    '13.3 %',
    '−4 %',
    '12.35 %',
  ])
  expect([change(0.92), change(-0.0405, 2), change(0)]).toEqual(['+92.0 %', '−4.05 %', '0.0 %'])
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ])
})
