import { parameterDefinitions, permittedValues } from '@isacnet/model'
import { Command } from 'commander'
import { isacnetVersion } from './build-information.js'
import type { EvaluateOptions } from './evaluate.js'
import type { Io } from './io.js'
import type { ReproduceOptions } from './reproduce.js'
import { textTable } from './text-table.js'

const examples = (...lines: readonly (readonly [command: string, meaning: string])[]): string =>
  [
    '',
    'Examples:',
    ...textTable(
      lines.map(([command, meaning]) => [`  $ ${command}`, meaning]),
      ['left', 'left'],
    ),
  ].join('\n')

/** Parameters as `--set` takes them, for the help. */
const parameterList = (): string =>
  [
    '',
    'Parameters (see also isacnet parameters):',
    ...textTable(
      parameterDefinitions.map((definition) => [
        `  ${definition.name}`,
        definition.aliases[0] ?? '',
        `${permittedValues(definition)}${definition.unit === '' ? '' : `, ${definition.unit}`}`,
        `default ${definition.defaultValue}`,
      ]),
      ['left', 'left', 'left', 'left'],
    ),
  ].join('\n')

const exitCodeList = `
Exit codes: 0 fine, 1 failed at run time, 2 invalid input, 130 interrupted.`

const collected = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value]

/**
 * The commands, their options and their help. What a command does is imported when it runs, so that `--help` and
 * `--version` load none of it.
 */
export const buildProgram = (argv: readonly string[], io: Io): Command => {
  const program = new Command('isacnet')
    .description('What a cooperative integrated sensing and communication network achieves.')
    .version(isacnetVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // `run` writes the one line that an error is worth.
      outputError: () => {},
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
  program.addHelpText(
    'after',
    `${examples(
      ['isacnet evaluate --set K=5 --set L=2', 'rates and ASE of one network'],
      ['isacnet evaluate --set K=5 --set L=2 --compare', 'every method beside the exact one'],
      ['isacnet reproduce fig5 --format svg,csv', 'a figure of the paper, drawn and as data'],
      ['isacnet parameters', 'what can be set'],
    )}\n${exitCodeList}`,
  )

  program
    .command('evaluate')
    .description('Rates and area spectral efficiencies (ASE) of one network.')
    .option('--set <name=value>', 'change a parameter of the paper’s network; may be repeated', collected)
    .option('--communication-method <method>', 'exact, theorem-1 or theorem-2 (default: exact)')
    .option('--sensing-method <method>', 'exact, no-hole, proposition-3 or theorem-3 (default: exact)')
    .option('--sensing-clusters <kind>', 'bs-centric or target-centric (default: bs-centric)')
    .option('--unit <unit>', 'nats or bits', 'nats')
    .option('--compare', 'every method side by side, with its deviation from the exact one')
    .option('--json', 'one JSON document instead of a table')
    .addHelpText(
      'after',
      `${examples(
        ['isacnet evaluate --set K=5 --set L=2', 'five users, two base stations per cluster'],
        ['isacnet evaluate --set transmitAntennas=64 --unit bits', 'code names work as well as symbols'],
        ['isacnet evaluate --set J=2 --set Q=3 --compare', 'how far the approximations are off'],
        ['isacnet evaluate --json | jq .sumAse', 'for programs'],
      )}\n${parameterList()}`,
    )
    .action(async (options: EvaluateOptions) => {
      const { evaluate } = await import('./evaluate.js')
      evaluate(options, io)
    })

  program
    .command('reproduce')
    .description('Compute and draw figures of the paper (theory curves).')
    .argument('<figures...>', 'fig4, fig5, fig6, fig7, fig8, or all')
    .option('--out <directory>', 'where files are written; files of the same names are replaced', 'isacnet-figures')
    .option('--format <formats>', 'svg, png, csv, json, pgfplots, separated by commas', 'svg,png,csv')
    .option('--unit <unit>', 'nats or bits', 'nats')
    .addHelpText(
      'after',
      `
Every figure comes with a manifest: parameters, version, commit, unit and the SHA-256 of its files.
The names of the files are printed. PGFPlots files (.tex) compile on their own.
${examples(
  ['isacnet reproduce fig5', 'SVG, PNG and CSV in ./isacnet-figures'],
  ['isacnet reproduce all --out figures', 'all figures'],
  ['isacnet reproduce fig4 fig5 --format pgfplots --unit bits', 'for a LaTeX paper'],
)}`,
    )
    .action(async (figures: string[], options: ReproduceOptions) => {
      const { reproduce } = await import('./reproduce.js')
      await reproduce(figures, options, io)
    })

  program
    .command('parameters')
    .description('List the parameters: names, permitted values, defaults, meaning.')
    .option('--json', 'one JSON document instead of a table')
    .addHelpText(
      'after',
      examples(['isacnet parameters', 'a table'], ["isacnet parameters --json | jq '.[].name'", 'for programs']),
    )
    .action(async (options: { json?: boolean }) => {
      const { parameters } = await import('./parameters.js')
      parameters(options, io)
    })

  program
    .command('complete')
    .description('Print a completion script for a shell.')
    .argument('[shell]', 'bash, zsh, fish or powershell')
    .allowExcessArguments()
    .addHelpText(
      'after',
      examples(
        ['source <(isacnet complete bash)', 'this session; put it in ~/.bashrc to keep it'],
        ['source <(isacnet complete zsh)', 'the same for ~/.zshrc'],
        ['isacnet complete fish > ~/.config/fish/completions/isacnet.fish', ''],
      ),
    )
    .action(async () => {
      const { complete } = await import('./complete.js')
      await complete(argv.slice(argv.indexOf('complete') + 1), program, io)
    })

  return program
}
