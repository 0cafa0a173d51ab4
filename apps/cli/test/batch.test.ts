import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { documentJsonSchema } from '../scripts/json-schemas.js'
import { capture } from './captured-io.js'
import { end, start } from './source-process.js'

const answersTo = async (...lines: readonly string[]) => {
  const { exitCode, stdout, stderr } = await capture(['batch'], { stdin: lines.map((line) => `${line}\n`).join('') })
  expect([exitCode, stderr]).toEqual([0, ''])
  const valid = new Ajv({ strict: true }).compile(documentJsonSchema('batch'))
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const answer = JSON.parse(line)
      expect(valid(answer), line).toBe(true)
      return answer
    })
}

const documentOf = async (...argv: readonly string[]) => JSON.parse((await capture([...argv, '--json'])).stdout)

describe('isacnet batch', () => {
  it('answers each line by the document of its command, in order', async () => {
    const answers = await answersTo(
      '{"command": "evaluate", "set": {"K": 5, "Pt": "30 dBm"}, "unit": "bits", "id": {"my": 1}}',
      '',
      '{"command": "evaluate", "set": ["L=2", "Q=2"], "sensing-method": "no-hole", "quantities": ["coverage:0dB", "median-rate"]}',
      '{"command": "evaluate", "compare": true, "json": true}',
      '{"command": "evaluate", "set": {"L": 2}, "actualRequests": false}',
      '{"command": "simulate", "trials": 100, "threads": 1, "seed": 7}',
      '{"command": "evaluate"}',
    )
    const expected = [
      await documentOf('evaluate', '--set', 'K=5', '--set', 'Pt=1', '--unit', 'bits'),
      await documentOf(
        ...'evaluate --set L=2 --set Q=2 --sensing-method no-hole --quantities coverage:0dB,median-rate'.split(' '),
      ),
      await documentOf('evaluate', '--compare'),
      { ...(await documentOf('evaluate', '--set', 'L=2')), actualRequests: undefined },
      await documentOf('simulate', '--trials', '100', '--threads', '1', '--seed', '7'),
      await documentOf('evaluate'),
    ]
    expect(answers.map(({ line, ok }) => [line, ok])).toEqual([1, 3, 4, 5, 6, 7].map((line) => [line, true]))
    for (const [index, { result }] of answers.entries())
      expect({ ...result, elapsedSeconds: 0 }).toEqual({
        ...JSON.parse(JSON.stringify(expected[index])),
        elapsedSeconds: 0,
      })
    expect(answers[0].id).toEqual({ my: 1 })
  })

  it.each([
    ['{"command": "evaluate"', 'a line must be a JSON object, got ‘{"command": "evaluate"’'],
    ['[1, 2]', 'a request must be a JSON object with a command, got [1,2]'],
    ['{"id": 4}', 'command must be a string, got none'],
    ['{"command": "evaluat"}', 'unknown command ‘evaluat’: did you mean ‘evaluate’?'],
    ['{"command": "worker"}', 'unknown command ‘worker’'],
    ['{"command": "evaluate", "sett": 5}', 'unknown option of evaluate ‘sett’: did you mean ‘set’?'],
    ['{"command": "evaluate", "set": 5}', 'set must be an object of parameters, got 5'],
    ['{"command": "evaluate", "set": {"K": null}}', 'set.K must be a number, or a string with a unit, got null'],
    ['{"command": "evaluate", "set": {"K": 21}}', 'usersPerCell (K) must be an integer ≥ 1 and ≤ transmitAntennas'],
    ['{"command": "evaluate", "set": {"Pt": "30 dBq"}}', 'got ‘30 dBq’ (did you mean ‘dBm’?)'],
    ['{"command": "evaluate", "compare": 1}', 'compare must be true or false, got 1'],
    ['{"command": "evaluate", "unit": true}', 'unit must have a value, got true'],
    ['{"command": "evaluate", "unit": {"a": 1}}', 'unit must be a number, a string or a list of them, got {"a":1}'],
    ['{"command": "evaluate", "unit": "miles"}', 'unknown unit ‘miles’'],
    ['{"command": "check", "arguments": "x"}', 'arguments must be a list of strings, got "x"'],
    ['{"command": "check", "arguments": ["missing.yaml"]}', 'missing.yaml'],
    ['{"command": "evaluate", "arguments": ["K=5"]}', 'too many arguments'],
  ])('answers %s by what is wrong, and goes on', async (line, message) => {
    const answers = await answersTo(line, '{"command": "evaluate", "id": "next"}')
    expect(answers).toHaveLength(2)
    expect(answers[0]).toMatchObject({ line: 1, ok: false, error: { message: expect.stringContaining(message) } })
    expect(answers[1]).toMatchObject({ line: 2, ok: true, id: 'next' })
  })

  it('needs lines', async () => {
    expect(await capture(['batch'])).toMatchObject({
      exitCode: 2,
      stderr: 'isacnet: batch must have JSON lines on stdin, got none\n',
    })
  })

  it('answers while its input is open, and ends when it is told to', { timeout: 60_000 }, async () => {
    const child = start(['batch'], { stdio: 'pipe' })
    const ended = end(child)
    child.stdin!.write('{"command": "evaluate"}\n')
    await new Promise((resolve) => child.stdout!.once('data', resolve))
    child.kill('SIGINT')
    const { exitCode, stdout, stderr } = await ended
    expect(exitCode).toBe(130)
    expect(JSON.parse(stdout)).toMatchObject({ line: 1, ok: true })
    expect(stderr).toBe('isacnet: interrupted; the lines that are printed are answered\n')
  })
})

const python = ['python3', 'python'].find((program) => {
  try {
    return execFileSync(program, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0
  } catch {
    return false
  }
})

describe.skipIf(python === undefined)('the module for Python in the guide', () => {
  it('prints what the page says, with the standard library alone', { timeout: 120_000 }, async () => {
    const page = readFileSync(new URL('../../docs/pages/guide/other-languages.md', import.meta.url), 'utf8')
    const [module = '', example = ''] = [...page.matchAll(/^```python\n([\s\S]*?)^```$/gm)].map(([, code]) => code)
    const printed = example
      .slice(example.indexOf('# → ') + 4)
      .split('\n')
      .map((line) => line.replace(/^#\s+/, ''))
      .join('\n')
    const directory = mkdtempSync(join(tmpdir(), 'isacnet-python-'))
    try {
      writeFileSync(join(directory, 'isacnet.py'), module)
      const program = [
        process.execPath,
        ...['--import', import.meta.resolve('tsx'), '--conditions', '@isacnet/source'],
        fileURLToPath(new URL('../src/main.ts', import.meta.url)),
      ]
      expect(example).toContain('with Isacnet() as isacnet:')
      const script = example.replace('Isacnet()', `Isacnet(*${JSON.stringify(program)})`)
      writeFileSync(join(directory, 'example.py'), script)
      const { stdout } = await promisify(execFile)(python!, ['example.py'], { cwd: directory })
      expect(stdout).toBe(printed)
    } finally {
      rmSync(directory, { recursive: true })
    }
  })
})
