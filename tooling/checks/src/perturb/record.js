import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readJson } from '../workspace.js'

/**
 * The outcome of a perturbation.
 *
 * @typedef {object} Finding
 * @property {string} package
 * @property {string} what
 * @property {boolean} noticed
 * @property {import('./own-tests.js').NamedTest | null} by a test that fails with the perturbation, and passes without
 */

const path = fileURLToPath(new URL('record.json', import.meta.url))

/** @returns {readonly Finding[]} */
export const recordedFindings = () => readJson(path).findings

/** @param {readonly Finding[]} findings */
export const recordFindings = (findings) => writeFileSync(path, `${JSON.stringify({ findings }, null, 2)}\n`)
