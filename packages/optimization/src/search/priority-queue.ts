/** Something to be done in the order of its key, the largest first; of equal keys, what was made first. */
export interface Prioritised {
  key: number
  readonly sequence: number
}

/** A binary heap. */
export interface PriorityQueue<Item extends Prioritised> {
  readonly push: (item: Item) => void
  readonly pop: () => Item | undefined
  /** The items, in no order. */
  readonly items: readonly Item[]
}

export const priorityQueue = <Item extends Prioritised>(): PriorityQueue<Item> => {
  const heap: Item[] = []
  const precedes = (a: Item, b: Item): boolean => a.key > b.key || (a.key === b.key && a.sequence < b.sequence)
  return {
    items: heap,
    push: (item) => {
      let place = heap.length
      heap.push(item)
      while (place > 0) {
        const parent = (place - 1) >> 1
        if (!precedes(item, heap[parent]!)) break
        heap[place] = heap[parent]!
        place = parent
      }
      heap[place] = item
    },
    pop: () => {
      const first = heap[0]
      const item = heap.pop()
      if (item === undefined || heap.length === 0) return first
      let place = 0
      for (;;) {
        let child = 2 * place + 1
        if (child >= heap.length) break
        if (child + 1 < heap.length && precedes(heap[child + 1]!, heap[child]!)) child++
        if (!precedes(heap[child]!, item)) break
        heap[place] = heap[child]!
        place = child
      }
      heap[place] = item
      return first
    },
  }
}
