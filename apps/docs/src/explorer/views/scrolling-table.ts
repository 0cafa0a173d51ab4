import { html } from '../../charts/element.js'

/**
 * A table that scrolls in itself where there is too little room, for the keyboard too.
 *
 * @param label - names it for readers who can't see it.
 */
export const scrollingTable = (label: string, table: HTMLTableElement): HTMLElement =>
  html('div', { class: 'scrolls', tabindex: '0', role: 'group', 'aria-label': label }, table)
