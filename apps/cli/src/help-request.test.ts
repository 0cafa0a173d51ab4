import { expect, it } from 'vitest'
import { capture } from '../test/captured-io.js'

it('is for a command wherever the flag stands', async () => {
  const help = await capture(['help', 'evaluate'])
  expect(help).toMatchObject({ exitCode: 0, stderr: '' })
  expect(help.stdout).toMatch(/^Usage: isacnet evaluate /)
  for (const words of [
    ['--help', 'evaluate'],
    ['-h', 'evaluate'],
    ['evaluate', '--help'],
  ])
    expect(await capture(words), words.join(' ')).toEqual(help)
})

it('is for all commands without a name', async () => {
  const help = await capture(['--help'])
  expect(help.stdout).toMatch(/^Usage: isacnet \[options\] \[command\]/)
  for (const words of [['help'], ['help', 'help'], ['--help', '--json']]) expect(await capture(words)).toEqual(help)
})

it.each(['help', '--help', '-h'])('%s of a command that there isn’t says so', async (word) => {
  const { exitCode, stdout, stderr } = await capture([word, 'evalute'])
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toMatch(
    /^isacnet: unknown command ‘evalute’: did you mean ‘evaluate’\? permitted: evaluate, distribution, simulate, /,
  )
})
