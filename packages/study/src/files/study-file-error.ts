import { IsacnetError } from '@isacnet/model'

/** A file of a study can't be written or read: a full disk, in most cases. What was journalled before is safe. */
export class StudyFileError extends IsacnetError {
  override readonly name = 'StudyFileError'
  override readonly code = 'study-file'
  readonly path: string

  constructor(path: string, doing: 'write' | 'read', cause: unknown) {
    super(`could not ${doing} ‘${path}’: ${fileFault(cause)}`, { cause })
    this.path = path
  }
}

/** A directory can't be used as it was asked for: the message says why, and what can be done. */
export class StudyDirectoryError extends IsacnetError {
  override readonly name = 'StudyDirectoryError'
  override readonly code = 'study-directory'
  /** When a directory in use by a process that may have ended is free, unless the process shows that it lives; in milliseconds. */
  readonly freeIn: number | undefined

  constructor(message: string, { freeIn }: { readonly freeIn?: number } = {}) {
    super(message)
    this.freeIn = freeIn
  }
}

const faults: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is exceeded',
  EFBIG: 'the file would be larger than is permitted',
  EIO: 'input/output error',
  EISDIR: 'there is a directory of that name',
  ENOENT: 'there is no such file',
  ENOTDIR: 'part of the path is a file',
}

const fileFault = (error: unknown): string => {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException
  return faults[code] ?? (code === '' ? message : code)
}
