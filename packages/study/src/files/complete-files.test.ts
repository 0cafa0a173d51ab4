import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryName, type WriteBytes, writeCompleteFiles } from '../files.js'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'isacnet-files-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const at = (name: string): string => join(directory, name)
const failure = (path: string, reason: unknown): Error =>
  new Error(`${basename(path)}: ${(reason as NodeJS.ErrnoException).code}`)

/** A disk that takes so many bytes more, and no more than seven at once. */
const diskWith = (room: number): WriteBytes => {
  let left = room
  return (file, bytes, offset) => {
    const part = Math.min(left, 7, bytes.length - offset)
    if (part === 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    left -= part
    return writeSync(file, bytes, offset, part)
  }
}

it.each([true, false])('writes texts, bytes and pieces; durable: %s', (durable) => {
  writeFileSync(at('text'), 'earlier and longer')
  const pieces = function* (): Generator<Uint8Array> {
    for (const text of ['one, ', 'two, ', 'α']) yield Buffer.from(text)
  }
  const files = [
    { path: at('text'), content: 'a text' },
    { path: at('bytes'), content: Uint8Array.of(0, 255) },
    { path: at('pieces'), content: pieces() },
    { path: at('empty'), content: '' },
  ]
  expect(writeCompleteFiles(files, { failure, durable, write: diskWith(100) })).toBe(20)
  expect(readdirSync(directory).sort()).toEqual(['bytes', 'empty', 'pieces', 'text'])
  expect(readFileSync(at('text'), 'utf8')).toBe('a text')
  expect([...readFileSync(at('bytes'))]).toEqual([0, 255])
  expect(readFileSync(at('pieces'), 'utf8')).toBe('one, two, α')
})

it('replaces none of the files when the disk is full in one of them, and leaves nothing', () => {
  for (const name of ['first', 'second']) writeFileSync(at(name), 'earlier')
  const files = ['first', 'second'].map((name) => ({ path: at(name), content: 'ten bytes.' }))
  for (const [room, faulty] of [
    [0, 'first'],
    [9, 'first'],
    [10, 'second'],
    [19, 'second'],
  ] as const) {
    expect(() => writeCompleteFiles(files, { failure, write: diskWith(room) })).toThrow(`${faulty}: ENOSPC`)
    expect(readdirSync(directory)).toEqual(['first', 'second'])
    for (const { path } of files) expect(readFileSync(path, 'utf8')).toBe('earlier')
  }
})

it('renames in order: the last file is there only when the others are', () => {
  mkdirSync(at('second'))
  const files = ['first', 'second', 'third'].map((name) => ({ path: at(name), content: name }))
  expect(() => writeCompleteFiles(files, { failure })).toThrow('second: EISDIR')
  expect(readdirSync(directory)).toEqual(['first', 'second'])
})

it('says which file can’t be made', () => {
  expect(() => writeCompleteFiles([{ path: at('nowhere/file'), content: '' }], { failure })).toThrow('file: ENOENT')
})

it('gives a file that isn’t complete a name of its own, beside it, or the one that is asked for', () => {
  const names = Array.from({ length: 100 }, () => temporaryName(at('file')))
  expect(new Set(names).size).toBe(100)
  for (const name of names) expect(dirname(name)).toBe(directory)
  const seen: string[] = []
  writeCompleteFiles([{ path: at('file'), content: 'x' }], {
    failure,
    temporary: (path) => `${path}.new`,
    write: (file, bytes, offset) => {
      seen.push(...readdirSync(directory))
      return writeSync(file, bytes, offset)
    },
  })
  expect([seen, readdirSync(directory)]).toEqual([['file.new'], ['file']])
})
