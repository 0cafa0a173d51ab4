import { extname } from 'node:path'
import { renderTopology, topology, topologyDrop } from '@isacnet/drawing'
import { defineNetwork, informationUnits, permittedName } from '@isacnet/model'
import { defineSimulation, dropStages } from '@isacnet/simulation'
import { documentJson } from '../../documents/document-json.js'
import { openOutputFile } from '../../files/output-file.js'
import { givenSimulation, type SimulationFlags } from '../../flags/simulation-flags.js'
import type { CommandRun } from '../../process/command-run.js'
import { UsageError } from '../../process/exit-code.js'
import type { Io } from '../../terminal/io.js'
import { nameFiles } from '../../terminal/narration.js'
import type { TopologyDocument } from './topology-schema.js'

export interface TopologyCommandOptions extends SimulationFlags {
  readonly allRequests?: boolean
  readonly stage?: string
  readonly without?: string
  readonly unit?: string
  readonly out: string
  readonly json?: boolean
}

/** `isacnet topology`. */
export const drawTopology = async (options: TopologyCommandOptions, run: CommandRun, io: Io): Promise<void> => {
  const extension = extname(options.out).toLowerCase()
  if (extension !== '.svg' && extension !== '.png')
    throw new UsageError(`--out must be a file that ends in .svg or .png, got ‘${options.out}’`)
  const given = givenSimulation(options)
  const definition = defineSimulation(defineNetwork(given.network), { fidelity: 'channel', ...given.options })
  const stage = permittedName('stage', options.stage ?? 'abandonment', dropStages)
  const unit = permittedName('unit', options.unit ?? 'nats', informationUnits)
  const withheld = (options.without ?? '')
    .split(',')
    .filter((text) => text !== '')
    .map(Number)
  const { checkpoint } = run
  await checkpoint()
  const file = openOutputFile(options.out)
  run.releaseAtEnd(file.abandon)
  const drawn = topology(definition, topologyDrop(definition), {
    otherRequests: options.allRequests === true,
    rates: true,
    withheld,
  })
  const svg = await renderTopology(drawn, undefined, { stage, unit })
  await checkpoint()
  if (extension === '.svg') file.write(svg)
  else {
    const { renderPng } = await import('../../files/png.js')
    await checkpoint()
    file.write(renderPng(svg))
  }
  const { sites: _, ...withoutSites } = drawn.definition
  const document: TopologyDocument = { ...drawn, definition: withoutSites }
  if (options.json === true) io.stdout.write(documentJson(document))
  else nameFiles([options.out], io)
}
