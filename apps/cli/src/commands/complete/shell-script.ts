export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const

export type Shell = (typeof shells)[number]

/** A part of a script that tab writes, and what takes its place. */
type Amendment = readonly [part: RegExp, instead: string]

/** Where tab's scripts take for granted what a shell may not have, or leave files out. */
const amendments: Readonly<Record<Shell, readonly Amendment[]>> = {
  bash: [
    // It may be read more than once.
    [/^readonly (?=ShellComp)/gm, ''],
    [
      /^( *)(_get_comp_words_by_ref .*)$/m,
      [
        '$1# Of bash-completion, which may not be there.',
        '$1if declare -F _get_comp_words_by_ref > /dev/null; then',
        '$1    $2',
        '$1else',
        '$1    cword=$$COMP_CWORD words=("$${COMP_WORDS[@]:0:COMP_CWORD + 1}")',
        '$1    cur=$${words[cword]} prev=$${words[cword - 1]}',
        '$1fi',
      ].join('\n'),
    ],
    // Readline completes directories itself, with a slash and with quotes.
    [/(compopt -o dirnames)\n.*compgen -d.*\n/, '$1\n'],
    [/^complete -F/m, 'complete -o default -F'],
  ],
  zsh: [
    [
      /^compdef .*$/m,
      [
        'if (( ! $$+functions[compdef] )); then',
        "    print -u2 'isacnet: completion needs compinit: put  autoload -Uz compinit && compinit  before it in ~/.zshrc'",
        '    return 1',
        'fi',
        '$&',
      ].join('\n'),
    ],
  ],
  fish: [],
  powershell: [],
}

/** The completion script of a shell, from the one that tab writes. */
export const amendedScript = (shell: Shell, script: string): string =>
  amendments[shell].reduce((amended, [part, instead]) => {
    const result = amended.replace(part, instead)
    if (result === amended) throw new Error(`tab’s script for ${shell} has no ${part}`)
    return result
  }, script)
