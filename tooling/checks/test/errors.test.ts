import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { errorCodes } from '@isacnet/model'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))

interface ErrorClass {
  readonly name: string
  readonly base: string
  /** Its members `name` and `code`. */
  readonly members: Readonly<Record<string, string | undefined>>
}

const folders = [...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src`), 'apps/cli/src']

/** Every class of errors in what is published. */
const errorClasses: readonly ErrorClass[] = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((file) => join(root, folder, String(file))),
  )
  .filter((file) => file.endsWith('.ts') && !/\.(test|bench)\.ts$/.test(file))
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/class (\w+) extends (\w*Error)\b([\s\S]*?)\n\}/g)])
  .map(([, name = '', base = '', body = '']) => ({
    name,
    base,
    members: Object.fromEntries(
      [...body.matchAll(/^ {2}override readonly (name|code) = '([^']+)'$/gm)].map(([, member, value]) => [
        member,
        value,
      ]),
    ),
  }))
  .filter(({ name }) => name !== 'IsacnetError')

describe('error classes', () => {
  it.each(errorClasses.map((found) => [found.name, found] as const))(
    '%s extends IsacnetError, with its own name and a code',
    (name, { base, members }) => {
      expect(base).toBe('IsacnetError')
      expect(members).toEqual({ name, code: expect.any(String) })
    },
  )

  it('have codes of their own, and all that are listed', () => {
    const codes = errorClasses.map(({ members }) => members.code)
    expect(codes.toSorted()).toEqual(Object.keys(errorCodes).sort())
  })
})
