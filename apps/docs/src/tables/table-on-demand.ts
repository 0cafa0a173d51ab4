/** A table is used that isn't loaded yet. */
export class TableMissing extends Error {
  /**
   * @param load - loads it, so that what failed can be done again.
   */
  constructor(readonly load: () => Promise<void>) {
    super('This needs a table that is not loaded.')
    this.name = 'TableMissing'
  }
}

/** A table that is empty, and refuses to be read, until it is loaded. */
export const tableOnDemand = <Table extends object>(fetchTable: () => Promise<{ readonly default: Table }>): Table => {
  const load = async (): Promise<void> => {
    Object.assign(table, (await fetchTable()).default)
  }
  const missing = new Proxy(
    {},
    {
      get: () => {
        throw new TableMissing(load)
      },
    },
  )
  // Members that are loaded hide this one: reading them costs what it always does.
  const table: Table = Object.create(missing)
  return table
}

/** Does what may need tables; those that turn out to be missing are loaded, and it is done again. */
export const withTables = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  for (;;)
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof TableMissing)) throw error
      await error.load()
    }
}
