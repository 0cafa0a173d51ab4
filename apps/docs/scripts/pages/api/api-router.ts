import { type PageDefinition, type Reflection, ReflectionKind, type RouterTarget, Slugger } from 'typedoc'
import { MemberRouter } from 'typedoc-plugin-markdown'

/** The name of the page of what has none of its own, in the folder of its package. */
export const typesPage = 'types'

/** Whether there is a page for it alone: for functions, and for constants that have an example, as checks of options do. */
export const hasOwnPage = (reflection: Reflection): boolean =>
  reflection.kindOf(ReflectionKind.Function) ||
  (reflection.kindOf(ReflectionKind.Variable) && reflection.comment?.getTag('@example') !== undefined)

/** Where the pages of the reference are: `analysis/sirLaw.md` is a function’s, `analysis/types.md` that of all else in the package. */
export class ApiRouter extends MemberRouter {
  override getIdealBaseName(reflection: Reflection): string {
    const { parent, name } = reflection
    if (reflection.kindOf(ReflectionKind.Module)) return `${name}/${typesPage}`
    // Names of what has no page are kept out of the way of functions’: `sirLaw` gives a `SirLaw`.
    return hasOwnPage(reflection) ? `${parent?.name}/${name}` : `${parent?.name}/${typesPage}/${name}`
  }

  override buildChildPages(reflection: Reflection, outPages: PageDefinition<RouterTarget>[]): void {
    const kind = this.getPageKind(reflection)
    if (kind === undefined || !reflection.kindOf(ReflectionKind.Variable) || !hasOwnPage(reflection)) {
      super.buildChildPages(reflection, outPages)
      return
    }
    const url = this.getFileName(this.getIdealBaseName(reflection))
    this.fullUrls.set(reflection, url)
    this.sluggers.set(reflection, new Slugger(this.sluggerConfiguration))
    outPages.push({ kind, model: reflection, url })
    reflection.traverse((child) => {
      this.buildChildPages(child, outPages)
      return true
    })
  }
}
