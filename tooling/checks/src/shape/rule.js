/**
 * One thing that every package of some kinds has in common. `faults` is empty when it holds.
 *
 * @template {{ kind: string }} Subject
 * @typedef {object} Rule
 * @property {string} name
 * @property {readonly Subject['kind'][]} kinds
 * @property {(subject: Subject) => string[]} faults
 */

/**
 * @typedef {object} Verdict
 * @property {string} rule
 * @property {number} applied to how many subjects
 * @property {string[]} faults
 */

/**
 * Applies rules to all subjects of their kinds. A rule that applies to nothing is at fault, unless no subject is of a
 * kind for which `optionalKinds` says that there may be none.
 *
 * @template {{ kind: string, path: string }} Subject
 * @param {readonly Rule<Subject>[]} rules
 * @param {readonly Subject[]} subjects
 * @param {readonly Subject['kind'][]} optionalKinds
 * @returns {Verdict[]}
 */
export function applyRules(rules, subjects, optionalKinds = []) {
  if (rules.length === 0) return [{ rule: 'rules exist', applied: 0, faults: ['there is no rule to apply'] }]
  return rules.map((rule) => {
    const matching = subjects.filter((subject) => rule.kinds.includes(subject.kind))
    const faults = matching.flatMap((subject) => rule.faults(subject).map((fault) => `${subject.path}: ${fault}`))
    if (matching.length === 0 && !rule.kinds.every((kind) => optionalKinds.includes(kind))) {
      faults.push(`applies to nothing: there is no ${rule.kinds.join(' or ')}`)
    }
    return { rule: rule.name, applied: matching.length, faults }
  })
}
