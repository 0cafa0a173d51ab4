/**
 * A label is text in which `$…$` encloses mathematics, in the part of LaTeX that labels need: letters, digits,
 * `= > + - ( ) , /`, Greek letters and a few commands, `\mathrm{…}`, subscripts and superscripts. It is written once and
 * shown as LaTeX (PGFPlots), as typeset SVG text, and as plain text.
 */
export interface LabelRun {
  readonly text: string
  readonly italic: boolean
  readonly level: 'base' | 'subscript' | 'superscript'
}

const commands: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  eta: 'η',
  lambda: 'λ',
  kappa: 'κ',
  rho: 'ρ',
  theta: 'θ',
  xi: 'ξ',
  Delta: 'Δ',
  cdot: '·',
  min: 'min',
  max: 'max',
  le: ' ≤ ',
  ge: ' ≥ ',
  lfloor: '⌊',
  rfloor: '⌋',
  ',': '\u2009',
}

const operators: Readonly<Record<string, string>> = {
  '=': ' = ',
  '>': ' > ',
  '+': ' + ',
  '-': ' − ',
  ',': ', ',
  ' ': '',
}

/** A label as a sequence of runs of one style each. */
export const labelRuns = (label: string): LabelRun[] =>
  merged(
    label
      .split('$')
      .flatMap((part, index) =>
        index % 2 === 0 ? [{ text: part, italic: false, level: 'base' as const }] : mathRuns(part, 'base'),
      ),
  )

/** Neighbours of the same style become one run; empty runs go. */
const merged = (runs: readonly LabelRun[]): LabelRun[] => {
  const result: LabelRun[] = []
  for (const run of runs.filter(({ text }) => text.length > 0)) {
    const last = result.at(-1)
    if (last !== undefined && last.italic === run.italic && last.level === run.level)
      result[result.length - 1] = { ...run, text: last.text + run.text }
    else result.push(run)
  }
  return result
}

/**
 * A label in plain text: `$M_t=20$` becomes `M_t = 20`.
 *
 * @example
 * plainText('$M_t=20$') // 'M_t = 20'
 */
export const plainText = (label: string): string =>
  labelRuns(label)
    .map(({ text, level }, index, runs) => {
      if (level === runs[index - 1]?.level || level === 'base') return text
      return `${level === 'subscript' ? '_' : '^'}${text}`
    })
    .join('')

const mathRuns = (math: string, level: LabelRun['level']): LabelRun[] => {
  const runs: LabelRun[] = []
  let position = 0
  const push = (text: string, italic: boolean): void => {
    runs.push({ text, italic, level })
  }
  while (position < math.length) {
    const character = math[position]!
    if (character === '_' || character === '^') {
      const { argument, end } = argumentAt(math, position + 1)
      runs.push(...mathRuns(argument, character === '_' ? 'subscript' : 'superscript'))
      position = end
    } else if (character === '\\') {
      const name = /^(?:[A-Za-z]+|.)/.exec(math.slice(position + 1))?.[0] ?? ''
      position += 1 + name.length
      if (name === 'mathrm') {
        const { argument, end } = argumentAt(math, position)
        push(argument, false)
        position = end
      } else {
        const text = commands[name]
        if (text === undefined) throw new RangeError(`labels know no \\${name}`)
        push(text, /^\p{Ll}$/u.test(text))
      }
    } else {
      push(operators[character] ?? character, /[A-Za-z]/.test(character) && level === 'base')
      position += 1
    }
  }
  return runs
}

/** A `{…}` group, a command or one character. */
const argumentAt = (math: string, start: number): { argument: string; end: number } => {
  if (math[start] === '{') {
    let depth = 0
    for (let end = start; end < math.length; end += 1) {
      if (math[end] === '{') depth += 1
      if (math[end] === '}') depth -= 1
      if (depth === 0) return { argument: math.slice(start + 1, end), end: end + 1 }
    }
    throw new RangeError(`unbalanced braces in the label ‘${math}’`)
  }
  const argument = /^(?:\\[A-Za-z]+|.)/u.exec(math.slice(start))?.[0] ?? ''
  return { argument, end: start + argument.length }
}
