import { type Complete, RootCommand, ShellCompDirective } from '@bomb.sh/tab'
import { communicationMethods, sensingMethods } from '@isacnet/analysis'
import { claims } from '@isacnet/audit'
import { figures } from '@isacnet/figures'
import { informationUnits, parameterDefinitions, permittedName, sirQuantities } from '@isacnet/model'
import { flagName, type SimulationParameter, simulationParameters } from '@isacnet/simulation'
import type { Command } from 'commander'
import { engineNames } from '../../flags/engine-options.js'
import { quantityObjectives } from '../../flags/quantity-objectives.js'
import type { Io } from '../../terminal/io.js'
import { serviceChoices } from '../distribution/distribution.js'
import { objectiveNames } from '../optimize/optimize.js'
import { regionMetrics } from '../region/region.js'
import { formats } from '../reproduce/reproduce.js'
import { amendedScript, shells } from './shell-script.js'

/** The words that may follow an option, by its long name. */
const optionValues: Readonly<Record<string, (complete: Complete) => void>> = {
  set: (complete) => {
    for (const { name, symbol, meaning } of parameterDefinitions) complete(`${name}=`, `${symbol}: ${meaning}`)
  },
  'communication-method': among(communicationMethods),
  'sensing-method': among(sensingMethods),
  ...Object.fromEntries(
    simulationParameters.flatMap((parameter: SimulationParameter) =>
      'permitted' in parameter ? [[flagName(parameter.name), among(parameter.permitted)]] : [],
    ),
  ),
  engine: among(engineNames),
  'relative-error': among(['0.1%', '0.5%', '1%']),
  trials: among(['1e4', '1e5', '1e6', '1e7']),
  confidence: among(['0.95', '0.99']),
  significance: among(['0.05', '1e-4']),
  service: among(serviceChoices),
  quantities: among(sirQuantities().map(({ quantity }) => quantity)),
  objective: among([...objectiveNames, ...quantityObjectives]),
  metric: among(regionMetrics),
  unit: among(informationUnits),
  format: among(formats),
}

/**
 * `isacnet complete <shell>` prints a completion script; the script calls `isacnet complete -- <words>…` for
 * candidates.
 */
export const complete = async (args: readonly string[], program: Command, io: Io): Promise<void> => {
  const completions = completionTree(program)
  if (args[0] === '--') {
    const words = args.slice(1)
    const lines = linesLogged(() => completions.parse([...words]))
    io.stdout.write(`${withDirective(lines, words, program).join('\n')}\n`)
    return
  }
  const shell = permittedName('shell', args[0] ?? '', shells)
  const lines = linesLogged(() => completions.setup(program.name(), program.name(), shell))
  io.stdout.write(`${amendedScript(shell, lines.join('\n'))}\n`)
}

/** The commands and options of the program, with what may follow them. */
const completionTree = (program: Command): RootCommand => {
  const tree = new RootCommand()
  for (const command of program.commands) {
    const node = tree.command(command.name(), command.description())
    for (const { long, description, required } of command.options) {
      const name = long?.slice(2)
      if (name === undefined) continue
      if (required) node.option(name, description, optionValues[name] ?? (() => {}))
      else node.option(name, description)
    }
    if (command.name() === 'reproduce')
      node.argument(
        'figures',
        (candidate) => {
          for (const { id, title } of figures) candidate(id, title)
          candidate('all', 'all figures')
        },
        true,
      )
    if (command.name() === 'audit')
      node.argument(
        'claims',
        (candidate) => {
          for (const { id, title } of claims) candidate(id, title)
        },
        true,
      )
    if (command.name() === 'complete') node.argument('shell', among(shells))
  }
  return tree
}

/** Files or directories where these are expected; no blank after `name=`, which a value follows. */
const withDirective = (lines: readonly string[], words: readonly string[], program: Command): string[] => {
  const path = expectedPath(words, program)
  if (path === 'file') return [`:${ShellCompDirective.ShellCompDirectiveDefault}`]
  if (path === 'directory') return [`:${ShellCompDirective.ShellCompDirectiveFilterDirs}`]
  const candidates = lines.slice(0, -1)
  const { ShellCompDirectiveNoFileComp: noFiles, ShellCompDirectiveNoSpace: noSpace } = ShellCompDirective
  const open = candidates.length > 0 && candidates.every((line) => /=(?:\t|$)/.test(line))
  return [...candidates, `:${open ? noFiles | noSpace : noFiles}`]
}

/** The kind of file that a path leads to, by the name that the help gives to an argument or to the value of an option. */
const paths: Readonly<Record<string, 'file' | 'directory'>> = {
  file: 'file',
  dir: 'directory',
  dirs: 'directory',
  directory: 'directory',
  // Of diff: results of studies.
  a: 'directory',
  b: 'directory',
}

/** The kind of file that the path leads to which the last word begins, if it begins one. */
const expectedPath = (words: readonly string[], program: Command): 'file' | 'directory' | undefined => {
  const command = program.commands.find((candidate) => candidate.name() === words[0])
  if (command === undefined || words.length < 2) return undefined
  const option = command.options.find(({ long, required }) => required && long === words.at(-2))
  if (option !== undefined) return paths[/<(.*)>/.exec(option.flags)?.[1] ?? '']
  if (words.at(-1)!.startsWith('-')) return undefined
  return command.registeredArguments.map((argument) => paths[argument.name()]).find((path) => path !== undefined)
}

/** tab writes with `console.log` only. */
const linesLogged = (write: () => void): string[] => {
  const lines: string[] = []
  const { log } = console
  console.log = (line: string) => lines.push(...line.split('\n'))
  try {
    write()
  } finally {
    console.log = log
  }
  return lines
}

function among(names: readonly string[]): (complete: Complete) => void {
  return (complete) => {
    for (const name of names) complete(name, '')
  }
}
