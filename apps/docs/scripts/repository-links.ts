import { posix } from 'node:path'
import { repositoryUrl } from './workspace.js'

/**
 * Markdown from the repository with its relative links made to work on the site: to the page that shows the file if there is one,
 * to the sources otherwise.
 *
 * @param from - folder of the Markdown file, from the repository's root.
 * @param pages - path of a file in the repository → path of its page on the site.
 */
export const withSiteLinks = (
  markdown: string,
  from: string,
  revision: string,
  pages: ReadonlyMap<string, string>,
): string =>
  markdown.replace(/\]\((?!https?:|#|mailto:)([^)\s]+)\)/g, (_, target: string) => {
    const [path = '', anchor] = target.split('#')
    const file = posix.join(from, path)
    const page = pages.get(file)
    const address = page ?? `${repositoryUrl}/blob/${revision}/${file}`
    return `](${address}${anchor === undefined ? '' : `#${anchor}`})`
  })
