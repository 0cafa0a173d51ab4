/** Where a command writes: the process' streams, or a test's. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** How much a command says beside its results and errors. */
export type Verbosity = 'quiet' | 'normal' | 'verbose'

export interface Io {
  /** The piped input; nothing, if left out. */
  readonly stdin?: AsyncIterable<Uint8Array | string>
  /** Results, and nothing else. */
  readonly stdout: Output
  /** Errors and progress. */
  readonly stderr: Output
  readonly verbosity?: Verbosity
  readonly env: Readonly<Record<string, string | undefined>>
  /** Ends the process at once; left out where the process isn’t the command’s own. */
  readonly exit?: (code: number) => void
}
