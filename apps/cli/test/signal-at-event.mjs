// Loaded before anything else. Sends the process signals at an event: nobody has to win a race for them to arrive there.
//
// ISACNET_TEST_SIGNALS: such as `SIGINT`, or `SIGINT SIGTERM`, one right after the other.
// ISACNET_TEST_EVENT: a pattern of what is done, such as `openSync .*study.lock`; they are sent when it has been done.
// ISACNET_TEST_OCCURRENCE: at which of its occurrences, default 1.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { inspect } from 'node:util'
import { isMainThread } from 'node:worker_threads'

const {
  ISACNET_TEST_SIGNALS: signals,
  ISACNET_TEST_EVENT: pattern,
  ISACNET_TEST_OCCURRENCE: occurrence = '1',
} = process.env

if (isMainThread && signals !== undefined && pattern !== undefined) {
  const event = new RegExp(pattern, 's')
  let missing = Number(occurrence)
  const happened = (what) => {
    if (event.test(what) && --missing === 0) for (const signal of signals.split(' ')) process.kill(process.pid, signal)
  }
  const paths = new Map()
  /** Has an event after each call. */
  const watch = (object, name, say) => {
    const original = object[name]
    object[name] = function (...words) {
      const result = original.apply(this, words)
      happened(`${name} ${say(words, result)}`)
      return result
    }
  }
  watch(fs, 'openSync', ([path], file) => {
    paths.set(file, path)
    return path
  })
  watch(fs, 'writeSync', ([file]) => paths.get(file))
  watch(fs, 'renameSync', ([, to]) => to)
  for (const name of ['mkdirSync', 'rmSync']) watch(fs, name, ([path]) => path)
  watch(net.Socket.prototype, 'connect', (words) => inspect(words, { depth: 4, breakLength: Infinity }))
  const { write } = net.Socket.prototype
  net.Socket.prototype.write = function (data, ...words) {
    const result = write.call(this, data, ...words)
    happened(`socket ${data}`)
    return result
  }
  watch(process.stderr, 'write', ([text]) => text)
  watch(process.stdout, 'write', ([text]) => text)
  syncBuiltinESMExports()
}
