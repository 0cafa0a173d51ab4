import { csvText } from '@isacnet/drawing'
import { beforeAll, expect, it } from 'vitest'
import { auditClaim } from '../audit-claim.js'
import { findClaim } from '../claims/claims.js'
import { auditTools } from '../evidence/audit-tools.js'
import { auditCsv } from './audit-csv.js'
import { type AuditDocument, auditDocument } from './audit-document.js'
import { auditMarkdown } from './audit-markdown.js'

let document: AuditDocument
beforeAll(async () => {
  const tools = auditTools({ trials: 2000 })
  const findings = [await auditClaim(findClaim('C2'), tools), await auditClaim(findClaim('C12'), tools)]
  document = auditDocument(findings, { version: '1.2.3', commit: null, seed: 1, trials: 2000 })
}, 60_000)

it('counts verdicts, and survives JSON', () => {
  const { summary, claims, isacnet } = document
  expect(isacnet).toEqual({ version: '1.2.3', commit: null })
  expect(Object.values(summary).reduce((sum, count) => sum + count, 0)).toBe(2)
  for (const { verdict } of claims) expect(summary[verdict]).toBeGreaterThan(0)
  expect(JSON.parse(JSON.stringify(document))).toEqual(document)
})

it('has every check in the table, and every claim in the text', () => {
  const rows = auditCsv(document).trimEnd().split('\r\n')
  const checks = document.claims.flatMap(({ readings }) => readings.flatMap((reading) => reading.checks))
  expect(rows).toHaveLength(1 + checks.length)
  const markdown = auditMarkdown(document)
  for (const { id, title, verdict } of document.claims) {
    expect(markdown).toContain(`## ${id}: ${title}`)
    expect(markdown).toContain(`| ${id} | **${verdict}** |`)
  }
  for (const { statement, finding } of checks) expect(markdown).toContain(`${statement} ${finding}`)
  expect(markdown).not.toMatch(/undefined|NaN/)
})

it('quotes fields that need it', () => {
  expect(csvText([['a,b', 'say "so"', null, 1.5]])).toBe('"a,b","say ""so""",,1.5\r\n')
})
