import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readJson } from '../workspace.js'

/**
 * A constant or factor of a formula, and what it is when it is off by 1 %.
 *
 * @typedef {object} Perturbation
 * @property {string} package the folder under `packages`
 * @property {string} file in that folder
 * @property {string} snippet of the source, which occurs in the file once
 * @property {string} replacement
 * @property {string} what it is, in words; one of its kind in the package
 */

/** @type {readonly Perturbation[]} */
export const perturbations = readJson(fileURLToPath(new URL('perturbations.json', import.meta.url)))

/** @param {Pick<Perturbation, 'package' | 'what'>} perturbation */
export const nameOf = ({ package: folder, what }) => `${folder}: ${what}`

/**
 * The path of a perturbation's file.
 *
 * @param {string} root of the repository, or of a copy
 * @param {Perturbation} perturbation
 */
export const fileOf = (root, { package: folder, file }) => join(root, 'packages', folder, file)

/**
 * Returns a file's text with its constant off by 1 %.
 *
 * @param {string} source
 * @param {Perturbation} perturbation
 * @throws {Error} unless the snippet occurs exactly once
 */
export const perturbed = (source, { snippet, replacement }) => {
  const occurrences = source.split(snippet).length - 1
  if (occurrences !== 1) throw new Error(`‘${snippet}’ must occur once, got ${occurrences} times`)
  return source.replace(snippet, () => replacement)
}

/**
 * Lists the faults of a list of perturbations: each must be found exactly once, change something, and have a name of its own.
 *
 * @param {readonly Perturbation[]} list
 * @param {string} root of the repository
 * @returns {string[]} none when all can be tried
 */
export const faultsOf = (list, root) => {
  const names = list.map(nameOf)
  return list.flatMap((perturbation, index) => {
    const name = names[index] ?? ''
    const faults = names.indexOf(name) < index ? [`${name}: there are two of this name`] : []
    try {
      const source = readFileSync(fileOf(root, perturbation), 'utf8')
      if (perturbed(source, perturbation) === source) faults.push(`${name}: it changes nothing`)
    } catch (error) {
      faults.push(`${name}: ${perturbation.file}: ${/** @type {Error} */ (error).message}`)
    }
    return faults
  })
}
