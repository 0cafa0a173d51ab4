import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** The content of a lock: the process that has taken it. */
export interface LockHolder {
  readonly pid: number
  readonly host: string
  /** When the process started, as Linux counts it; `null` elsewhere. Numbers of processes are used again. */
  readonly started: string | null
  /** The start of the machine and the namespace that `pid` counts in; `null` where they can't be told, missing in locks of earlier versions. */
  readonly place?: string | null
  /** Different for each lock; missing in locks of earlier versions. */
  readonly id?: string
}

/** This process, with a new lock. */
export const thisProcess = (): LockHolder => ({
  pid: process.pid,
  host: hostname(),
  started: startOf(process.pid) ?? null,
  place: placeOfProcesses(),
  id: randomUUID(),
})

/** The holder that a lock names; `undefined` for a lock that isn't there or not written yet. */
export const readHolder = (path: string): LockHolder | undefined => {
  try {
    const holder: LockHolder = JSON.parse(readFileSync(path, 'utf8'))
    return Number.isSafeInteger(holder.pid) && typeof holder.host === 'string' ? holder : undefined
  } catch {
    return undefined
  }
}

/** Whether a holder lives: `unseen` where its process can't be seen from here, on another machine or in another container. */
export const lifeOf = ({ pid, host, started, place }: LockHolder): 'alive' | 'dead' | 'unseen' => {
  const here = placeOfProcesses()
  const visible = typeof place === 'string' && here !== null ? place === here : host === hostname()
  if (!visible) return 'unseen'
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'dead'
  }
  const now = startOf(pid)
  return now === undefined || started === null || now === started ? 'alive' : 'dead'
}

/** When a process started; `null` for one that is dead but not yet buried, `undefined` where it can't be told. */
const startOf = (pid: number): string | null | undefined => {
  try {
    // The name of the program, in parentheses, may have blanks and parentheses of its own.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19]
  } catch {
    return undefined
  }
}

/** Containers of one machine may have its name, and processes of their own under the same numbers. */
const placeOfProcesses = (): string | null => {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return null
  }
}
