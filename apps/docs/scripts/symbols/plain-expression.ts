/** An expression that was found in plain text: how long it is there, and how LaTeX writes it. */
export interface PlainExpression {
  readonly length: number
  readonly latex: string
}

/** Letters that are no English words where they stand alone: each is a symbol. */
const alone = new Set([...'KLJQDRTFGHNMvzu'])

/** Letters that are symbols only in an expression. */
const letters = new Set([...'KLJQDRTFGHNMBPOvzubcdefghjklmnpqrstwxyi'])

const functions: Readonly<Record<string, string>> = {
  min: '\\min',
  max: '\\max',
  log: '\\log',
  ln: '\\ln',
  Exp: '\\operatorname{Exp}',
  SIR: '\\mathrm{SIR}',
}

const greek: Readonly<Record<string, string>> = {
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  Γ: '\\Gamma',
  Δ: '\\Delta ',
  ε: '\\varepsilon',
  η: '\\eta',
  θ: '\\theta',
  κ: '\\kappa',
  λ: '\\lambda',
  ξ: '\\xi',
  π: '\\pi',
  ρ: '\\rho',
  σ: '\\sigma',
}

const superscripts: Readonly<Record<string, string>> = { '²': '2', '³': '3', '⁴': '4' }
const subscripts: Readonly<Record<string, string>> = Object.fromEntries(
  [...'₀₁₂₃₄₅₆₇₈₉'].map((character, digit) => [character, String(digit)]),
)

const operators: Readonly<Record<string, string>> = {
  '=': '=',
  '<': '<',
  '>': '>',
  '≤': '\\le',
  '≥': '\\ge',
  '≈': '\\approx',
  '~': '\\sim',
  '→': '\\to',
  '∈': '\\in',
  '+': '+',
  '−': '-',
  '·': '\\cdot',
  '/': '/',
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[A-Za-z]/.test(character)

/**
 * Reads the expression that begins at `start`, such as `K* = v*(M_t + 1)`, `2(L−1)η(1−η²)^(L−2)` or just `R_c`; `undefined` where no symbol
 * is in it. Operators have space on both sides or on none, so that `R_s +38 %` is no sum.
 */
export const readExpression = (text: string, start: number): PlainExpression | undefined => {
  const reader = new Reader(text, start)
  const latex = reader.sum()
  if (latex === undefined || !reader.symbolic) return undefined
  const next = text[reader.at]
  if (isLetter(next) || next === '_' || (next !== undefined && /\d/.test(next))) return undefined
  return { length: reader.at - start, latex: latex.replace(/ +/g, ' ').trim() }
}

class Reader {
  at: number
  /** Whether there was something that is no word and no mere number. */
  symbolic = false

  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.at = start
  }

  sum(): string | undefined {
    let latex = this.signed()
    if (latex === undefined) return undefined
    for (;;) {
      const [before, known] = [this.at, this.symbolic]
      const spaced = this.text[this.at] === ' '
      if (spaced) this.at++
      const operator = operators[this.text[this.at] ?? '']
      if (operator !== undefined) this.at++
      if (operator !== undefined && (this.text[this.at] === ' ') === spaced) {
        if (spaced) this.at++
        const next = this.signed()
        if (next !== undefined) {
          this.symbolic ||= /[A-Za-z\\]/.test(latex + next)
          latex += `${operator.startsWith('\\') ? ` ${operator} ` : operator}${next}`
          continue
        }
      }
      this.at = before
      this.symbolic = known
      return latex
    }
  }

  private signed(): string | undefined {
    if (this.text[this.at] !== '−') return this.product()
    this.at++
    const latex = this.product()
    return latex === undefined ? undefined : `-${latex}`
  }

  private product(): string | undefined {
    let latex: string | undefined
    for (;;) {
      const before = this.at
      const factor = this.factor()
      if (factor === undefined) {
        this.at = before
        return latex
      }
      const apart = latex !== undefined && /\\[A-Za-z]+$/.test(latex) && isLetter(factor[0])
      latex = `${latex ?? ''}${apart ? ' ' : ''}${factor}`
    }
  }

  private factor(): string | undefined {
    const primary = this.primary()
    return primary === undefined ? undefined : this.withPostfixes(primary)
  }

  private primary(): string | undefined {
    const character = this.text[this.at] ?? ''
    if (/\d/.test(character)) return this.number()
    if (greek[character] !== undefined) {
      this.at++
      this.symbolic = true
      return greek[character]
    }
    if (this.text.startsWith('|ξ|', this.at)) {
      this.at += 3
      this.symbolic = true
      return '\\lvert\\xi\\rvert'
    }
    if (character === '(') return this.enclosed(')', '(', ')')
    if (character === '⌊') return this.enclosed('⌋', '\\lfloor ', '\\rfloor')
    if (character === '√') {
      this.at++
      const under = this.factor()
      return under === undefined ? undefined : `\\sqrt{${under}}`
    }
    if (character === '∫' || character === '∞') {
      this.at++
      return character === '∫' ? '\\int ' : '\\infty'
    }
    return isLetter(character) ? this.name() : undefined
  }

  private number(): string {
    const [digits = ''] = /^\d+(\.\d+)?/.exec(this.text.slice(this.at)) ?? []
    this.at += digits.length
    return digits
  }

  /** A function, or one letter of a product of letters, such as the K of `KL` and the z of `zF`. */
  private name(): string | undefined {
    const [word = ''] = /^[A-Za-z]+/.exec(this.text.slice(this.at)) ?? []
    const after = this.text[this.at + word.length]
    if (functions[word] !== undefined && after === '(') {
      this.at += word.length
      return functions[word]
    }
    if (word.length > 3 || [...word].some((letter) => !letters.has(letter))) return undefined
    // `K1` is a name, as `E1` is; a product of two small letters is rather a word, unless it is a differential.
    if (after !== undefined && /\d/.test(after)) return undefined
    if (word.length > 1 && !/[A-Z]/.test(word) && !/^d[a-z]$/.test(word)) return undefined
    if (word.length > 1 && /^[A-Z][a-z]/.test(word)) return undefined
    const [letter = ''] = word
    this.at++
    if (word.length === 1 ? alone.has(letter) : /^[KLJQ]+$/.test(word)) this.symbolic = true
    return letter
  }

  private enclosed(end: string, open: string, close: string): string | undefined {
    const before = this.at
    this.at++
    let latex = this.sum()
    while (latex !== undefined && /[,;]/.test(this.text[this.at] ?? '')) {
      const separator = this.text[this.at]
      this.at++
      while (this.text[this.at] === ' ') this.at++
      const next = this.sum()
      latex = next === undefined ? undefined : `${latex}${separator} ${next}`
    }
    if (latex === undefined || this.text[this.at] !== end) {
      this.at = before
      return undefined
    }
    this.at++
    return `${open}${latex}${close}`
  }

  private withPostfixes(primary: string): string {
    let latex = primary
    const number = /^\d/.test(primary)
    for (;;) {
      const character = this.text[this.at] ?? ''
      const rest = this.text.slice(this.at)
      const [, subscript] = number ? [] : (/^_([A-Za-z]+|\d+)/.exec(rest) ?? [])
      if (subscript !== undefined) {
        this.at += subscript.length + 1
        this.symbolic = true
        latex += subscript.length === 1 ? `_${subscript}` : `_{\\mathrm{${subscript}}}`
      } else if (subscripts[character] !== undefined) {
        this.at++
        this.symbolic = true
        latex += `_${subscripts[character]}`
      } else if (superscripts[character] !== undefined) {
        this.at++
        this.symbolic ||= !number
        latex += `^${superscripts[character]}`
      } else if (character === '″') {
        this.at++
        this.symbolic = true
        latex += "''"
      } else if (character === '*' && !rest.startsWith('**') && !number && !primary.startsWith('(')) {
        this.at++
        this.symbolic = true
        latex += '^{\\ast}'
      } else if (character === '^') {
        this.at++
        const exponent = this.text[this.at] === '(' ? this.enclosed(')', '', '') : this.primary()
        if (exponent === undefined) {
          this.at--
          return latex
        }
        this.symbolic = true
        latex += `^{${exponent}}`
      } else return latex
    }
  }
}
