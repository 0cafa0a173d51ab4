import type { Options } from 'tsup'

export declare const libraryConfig: Options
