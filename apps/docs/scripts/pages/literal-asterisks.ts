/** `K*` is a name; what is bold stays so. */
export const withLiteralAsterisks = (markdown: string): string => markdown.replace(/(?<!\*)\*(?!\*)/g, '\\*')
