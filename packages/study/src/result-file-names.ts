/** What a finished study writes into its directory, besides its journal. */
export const resultFileNames = [
  'results.csv',
  'results.jsonl',
  'results.parquet',
  'plot.svg',
  'plot.png',
  'manifest.json',
] as const
export type ResultFileName = (typeof resultFileNames)[number]
