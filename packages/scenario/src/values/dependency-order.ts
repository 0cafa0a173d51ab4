/**
 * Names in an order in which each comes after those that it depends on; otherwise in the order given.
 *
 * @param dependencies - the dependencies of each name; those that are no keys are left out.
 * @returns the order, or the names of a cycle, the first one repeated at its end.
 */
export const dependencyOrder = (
  dependencies: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly order: readonly string[] } | { readonly cycle: readonly string[] } => {
  const order: string[] = []
  const done = new Set<string>()
  const open: string[] = []
  const visit = (name: string): readonly string[] | undefined => {
    if (done.has(name)) return undefined
    if (open.includes(name)) return [...open.slice(open.indexOf(name)), name]
    open.push(name)
    for (const dependency of dependencies.get(name) ?? []) {
      const cycle = dependencies.has(dependency) ? visit(dependency) : undefined
      if (cycle !== undefined) return cycle
    }
    open.pop()
    done.add(name)
    order.push(name)
    return undefined
  }
  for (const name of dependencies.keys()) {
    const cycle = visit(name)
    if (cycle !== undefined) return { cycle }
  }
  return { order }
}
