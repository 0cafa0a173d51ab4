// Runs the command at an earlier commit and as it is here, and compares what both print and write, byte by byte:
// `pnpm check:bytes <commit>`. Times and the build's name are left out, for they differ from run to run. Ends with 1 where something differs.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { readJson, repositoryRoot } from './workspace.js'

const study = `title: A small study
network: { usersPerCell: 2, transmitAntennas: 12 }
sweep:
  - vary: targetsPerCell
    values: [1, 2, 3]
  - vary: baseStationDensity
    values: [1, 4]
compute:
  - theorem: { objective: "min(Tc, 2*Rs)" }
  - simulation: { trials: 500, hardCoreDistance: 0.1 }
  - optimization: { objective: "sum", rho: 0.3, minSensingRate: 0.1 bit/s/Hz }
seed: 5
output: { tables: [csv, jsonl], plots: [svg], plotted: ase, unit: bits }
`
const some = ['--set', 'K=2', '--set', 'L=3', '--set', 'J=3', '--set', 'Q=2', '--set', 'Mt=20']
const seeded = ['--trials', '2000', '--seed', '7']
const formats = 'svg,png,csv,json,pgfplots'

/** The commands that are run, in a folder of their own that holds `study.yaml`. */
const commands = [
  ['evaluate', ...some, '--unit', 'bits'],
  ['evaluate', ...some, '--json'],
  ['evaluate', ...some, '--compare', '--json'],
  ['simulate', ...some, ...seeded, '--json'],
  ['simulate', ...some, ...seeded, '--hard-core-distance', '0.1', '--json'],
  ['simulate', ...some, ...seeded, '--fidelity', 'channel', '--threads', '2', '--json'],
  ['simulate', ...some, '--trials', '300', '--fidelity', 'channel', '--precoders', 'literal', '--json'],
  ['validate', ...some, ...seeded, '--json'],
  ['optimize', '--set', 'Mt=10', '--json'],
  ['region', '--set', 'Mt=8', '--json'],
  ['region', '--set', 'Mt=12', '--set', 'Jmax=4', '--achievable', '--out', 'r.svg', '--out', 'r.csv'],
  ['topology', '--set', 'K=5', '--set', 'L=2', '--set', 'J=2', '--set', 'Q=2', '--all-requests', '--out', 't.svg'],
  ['check', 'study.yaml', '--json'],
  ['sweep', 'study.yaml', '--out', 'whole'],
  ['sweep', 'study.yaml', '--out', 'first', '--shard', '1/2'],
  ['sweep', 'study.yaml', '--out', 'second', '--shard', '2/2'],
  ['merge', 'first', 'second', '--out', 'merged'],
  ['init', 'new.yaml'],
  ['reproduce', 'all', '--fidelity', 'none', '--format', formats, '--out', 'figures'],
  ['reproduce', 'fig5', 'fig7', 'fig9', '--trials', '4096', '--format', 'csv,json', '--out', 'marks'],
  ['audit', 'C1', 'C12', '--trials', '2000', '--json'],
]

/** Journals are written in the order in which work ends, and run records hold times. */
const leftOut = /(^|\/)(journal\.jsonl|run\.json)$/

/**
 * Hashes of what the commands print and write.
 *
 * @param {string} root of the working copy whose command is run
 * @returns {Map<string, {hash: string, bytes: Buffer}>}
 */
const outputs = (root) => {
  const folder = mkdtempSync(join(tmpdir(), 'isacnet-bytes-'))
  const found = new Map()
  /** @param {string} name @param {Buffer} content */
  const keep = (name, content) => {
    const bytes = withoutTimes(name, content, folder)
    found.set(name, { hash: createHash('sha256').update(bytes).digest('hex'), bytes })
  }
  try {
    writeFileSync(join(folder, 'study.yaml'), study)
    for (const argv of commands) {
      const main = join(root, 'apps/cli/src/main.ts')
      const tsx = join(root, 'node_modules/tsx/dist/loader.mjs')
      const options = ['--import', tsx, '--conditions', '@isacnet/source', main, ...argv]
      const { status, stdout } = spawnSync(process.execPath, options, {
        cwd: folder,
        maxBuffer: 1 << 28,
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, NO_COLOR: '1' },
      })
      keep(`$ isacnet ${argv.join(' ')}`, Buffer.concat([stdout, Buffer.from(`exit code ${status}\n`)]))
    }
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      const name = relative(folder, path)
      if (entry.isFile() && !leftOut.test(name)) keep(name, readFileSync(path))
    }
    return found
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} name
 * @param {Buffer} content
 * @param {string} folder
 */
const withoutTimes = (name, content, folder) => {
  if (name.endsWith('.png')) return content
  const text = content
    .toString('utf8')
    .replaceAll(folder, '')
    .replace(
      /"(elapsedSeconds|createdAt|startedAt|finishedAt|version|revision|commit|build)": ("[^"]*"|[\d.e+-]+)/g,
      '"$1": …',
    )
    .replace(/\b\d+(\.\d+)? m?s\b/g, '… s')
  return Buffer.from(text)
}

/**
 * The first line in which two files differ.
 *
 * @param {Buffer} before
 * @param {Buffer} after
 */
const difference = (before, after) => {
  const [old, now] = [before, after].map((bytes) => bytes.toString('utf8').split('\n'))
  const line = (old ?? []).findIndex((text, index) => text !== now?.[index])
  const shown = (/** @type {string[] | undefined} */ lines) => (lines?.[line] ?? '').slice(0, 200)
  return `line ${line + 1}\n    - ${shown(old)}\n    + ${shown(now)}`
}

/** @param {string} commit */
const atCommit = (commit) => {
  const root = mkdtempSync(join(tmpdir(), 'isacnet-before-'))
  const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: repositoryRoot, stdio: 'pipe' })
  git('worktree', 'add', '--detach', '--force', root, commit)
  try {
    const { packageManager } = readJson(join(root, 'package.json'))
    execFileSync('npx', ['-y', packageManager, 'install', '--frozen-lockfile', '--prefer-offline'], {
      cwd: root,
      stdio: 'pipe',
    })
    return outputs(root)
  } finally {
    git('worktree', 'remove', '--force', root)
  }
}

const [commit, ...more] = process.argv.slice(2).filter((word) => word !== '--')
if (commit === undefined || more.length > 0) {
  console.error('check:bytes takes one commit to compare with, as in: pnpm check:bytes HEAD~1')
  process.exit(2)
}
const before = atCommit(commit)
const after = outputs(repositoryRoot)
let same = 0
const reports = []
for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
  const [old, now] = [before.get(name), after.get(name)]
  if (old === undefined) reports.push(`only here: ${name}`)
  else if (now === undefined) reports.push(`only at ${commit}: ${name}`)
  else if (old.hash === now.hash) same++
  else reports.push(`differs: ${name}, ${difference(old.bytes, now.bytes)}`)
}
for (const report of reports) console.log(report)
console.log(`${same} of ${same + reports.length} outputs are the same as at ${commit}`)
if (reports.length > 0) process.exitCode = 1
