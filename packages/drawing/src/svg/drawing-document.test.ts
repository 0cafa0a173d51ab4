import { afterEach, expect, it, vi } from 'vitest'
import { drawingDocument } from './drawing-document.js'
import { svgElement } from './svg-document.js'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('is one of linkedom’s where there is no page', async () => {
  const document = await drawingDocument()
  expect(svgElement(document, 'circle', { r: 2 }).outerHTML).toBe('<circle r="2" />')
  expect(await drawingDocument()).not.toBe(document)
})

it('is the given one, then the page’s', async () => {
  const [given, page] = [{ createElementNS: vi.fn() }, { createElementNS: vi.fn() }]
  vi.stubGlobal('document', page)
  expect(await drawingDocument()).toBe(page)
  expect(await drawingDocument(given)).toBe(given)
})
