import { addEngineOptions } from '../../flags/engine-options.js'
import { addSimulationOptions } from '../../flags/simulation-options.js'
import { commandRun } from '../../process/command-run.js'
import { collected, examples, parameterList } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { MapOptions } from './map.js'

/** The options and the help of `isacnet map`. */
export const mapCommand: DefineCommand = (command, io) => {
  addEngineOptions(
    addSimulationOptions(
      command
        .option('--set <name=value>', 'change a parameter of the paper’s network; may be repeated', collected)
        .option(
          '--quantity <name>',
          'what the colours show: rate, ase, area, requests, abandoned, or a quantity of the law of the SIR such as percentile-rate:5%',
          'rate',
        )
        .option('--service <name>', 'of users or of targets: communication or sensing', 'communication'),
      ({ name, drawn, inTheorems }) => !drawn || inTheorems || name === 'beyondRegion',
      { fidelity: 'channel' },
    )
      .option('--trials <n>', 'end after so many trials, such as 1e6 or 1_000_000')
      .option('--relative-error <share>', 'end when the rates of every site are within it (default: 2%)')
      .option('--confidence <share>', 'of the intervals (default: 0.95)')
      .option('--unit <unit>', 'nats or bits', 'nats')
      .option(
        '--out <file>',
        'the map (.svg, .png), or what is known of each site (.geojson, .csv); may be repeated (default: map.svg)',
        collected,
      )
      .option('--json', 'one JSON document instead of a table'),
  )
    .addHelpText(
      'after',
      `
--sites names a CSV file with latitude and longitude, or x and y in metres, or GeoJSON points. Every site serves K users and senses J
targets in its cell of the region; all sites interfere, and nobody else does.
${examples(
  ['isacnet map --sites sites.csv --set K=5', 'a map of the rates in map.svg, and a table'],
  [
    'isacnet map --sites sites.csv --set K=5 --set L=2 --quantity percentile-rate:5% --out worst.png',
    'who is served badly, and where',
  ],
  ['isacnet map --sites sites.csv --region city.geojson --guard 500m --out sites.csv --out cells.geojson', 'for a GIS'],
  ['isacnet map --sites sites.csv --set J=3 --set Q=2 --service sensing --quantity ase --relative-error 1%', 'sensing'],
)}
${parameterList()}`,
    )
    .action((options: MapOptions) =>
      commandRun(io, async (run) => {
        const { drawMap } = await import('./map.js')
        await drawMap(options, run, io)
      }),
    )
}
