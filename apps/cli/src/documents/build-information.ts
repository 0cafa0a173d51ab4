import { version } from '../../package.json'

/** Put in by the build; undeclared when running from sources. */
declare const ISACNET_COMMIT: string | null

export const isacnetVersion: string = version

/** The commit that was built, or `null` where it isn't known. */
export const isacnetCommit: string | null = typeof ISACNET_COMMIT === 'undefined' ? null : ISACNET_COMMIT
