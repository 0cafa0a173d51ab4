import { extname } from 'node:path'
import type { CommandRun } from '../process/command-run.js'
import { UsageError } from '../process/exit-code.js'
import { type OpenedOutputFile, openOutputFile } from './output-file.js'

/** A file of `--out`, whose extension says what it is. */
export interface OutputOfKind<Kind extends string> {
  readonly path: string
  readonly kind: Kind
}

/**
 * The kinds of the files that are asked for.
 *
 * @throws {UsageError} for a file of another kind.
 */
export const outputsOfKinds = <Kind extends string>(
  paths: readonly string[] = [],
  kinds: readonly Kind[],
): readonly OutputOfKind<Kind>[] =>
  paths.map((path) => {
    const extension = extname(path).toLowerCase()
    const kind = kinds.find((candidate) => candidate === extension)
    if (kind === undefined)
      throw new UsageError(
        `--out must be a file that ends in ${kinds.join(', ')}, which says what it is, got ‘${path}’`,
      )
    return { path, kind }
  })

type OpenedOutput<Kind extends string> = OutputOfKind<Kind> & { readonly file: OpenedOutputFile }

/** The files, opened for a run, which gives them back. */
export const openOutputs = <Kind extends string>(
  outputs: readonly OutputOfKind<Kind>[],
  run: Pick<CommandRun, 'releaseAtEnd'>,
): readonly OpenedOutput<Kind>[] =>
  outputs.map((output) => {
    const file = openOutputFile(output.path)
    run.releaseAtEnd(file.abandon)
    return { ...output, file }
  })

/** Writes all files once the content of each is known. */
export const writeOutputs = async <Kind extends string>(
  outputs: readonly OpenedOutput<Kind>[],
  { checkpoint }: Pick<CommandRun, 'checkpoint'>,
  contentOf: (kind: Kind) => string | Uint8Array | Promise<string | Uint8Array>,
): Promise<void> => {
  const contents: (string | Uint8Array)[] = []
  for (const { kind } of outputs) contents.push(await contentOf(kind))
  await checkpoint()
  for (const [i, { file }] of outputs.entries()) file.write(contents[i]!)
}

/** Whether it is a picture that is drawn as SVG. */
export const isPicture = ({ kind }: OutputOfKind<string>): boolean => kind === '.svg' || kind === '.png'

/** A picture as a file of that kind. */
export const pictureContent = async (kind: '.svg' | '.png', svg: string): Promise<string | Uint8Array> => {
  if (kind === '.svg') return svg
  const { renderPng } = await import('./png.js')
  return renderPng(svg)
}
