import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { repositoryRoot, repositoryUrl } from '../workspace.js'
import { writePublicFile } from './write-page.js'

/**
 * Markdown from the repository with its relative links made to work on the site: they lead to the sources. Pictures come along.
 *
 * @param from - folder of the Markdown file, from the repository's root.
 */
export const withSiteLinks = (markdown: string, from: string, revision: string): string =>
  markdown.replace(
    /(!?)\[([^\]]*)\]\((?!https?:|#|mailto:)([^)\s]+)\)/g,
    (_, picture: string, text: string, target: string) => {
      const [path = '', anchor] = target.split('#')
      const file = posix.join(from, path)
      if (picture === '') {
        const address = `${repositoryUrl}/blob/${revision}/${file}`
        return `[${text}](${address}${anchor === undefined ? '' : `#${anchor}`})`
      }
      const copy = `pictures/${posix.basename(file)}`
      writePublicFile(copy, readFileSync(join(repositoryRoot, file)))
      return `![${text}](/${copy})`
    },
  )
