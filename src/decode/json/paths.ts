// Paths whose values the scanner locates (assembly/paths.ts).

import type { Addresses, Exports } from './instance.ts'
import { SLOT, type SlotKey } from './slots.ts'

/** Keys of a path, the first of which has a slot. */
export type KeyPath = readonly [SlotKey, ...string[]]

/** Maximum number of paths, all of whose keys have room. */
export const MAX_KEY_PATHS = 24
const MAX_KEYS = 5
/** Without dots and brackets, which have a meaning, and without what JSON escapes. */
const KEY = /^[!#-\-/-Z^-~]{1,32}$/

/** The keys of a path whose values the scanner can locate. Two paths never have the same keys. */
export function keyPath(path: string): KeyPath | undefined {
  const keys = path.split('.')
  const isKnown = keys.length <= MAX_KEYS && keys.every((key) => KEY.test(key))
  return isKnown && SLOT[keys[0] as SlotKey] !== undefined ? (keys as unknown as KeyPath) : undefined
}

interface PathNode {
  readonly key: string
  readonly children: PathNode[]
  number: number
  /** Index of the path that ends here, plus 1. */
  path: number
}

/** Writes the paths as a tree of keys. */
export function writePaths(exports: Exports, at: Addresses, paths: readonly KeyPath[]): void {
  const memory = Buffer.from(exports.memory.buffer)
  const roots: PathNode[] = []
  let count = 0
  for (const [index, keys] of paths.entries()) {
    let among = roots
    for (const [depth, key] of keys.entries()) {
      let node = among.find((one) => one.key === key)
      if (node === undefined) {
        node = { key, children: [], number: ++count, path: 0 }
        among.push(node)
      }
      if (depth === keys.length - 1) node.path = index + 1
      among = node.children
    }
  }
  if (count > at.MAX_PATH_NODES || paths.length > at.MAX_PATHS) throw new Error('too many paths')
  const write = (nodes: readonly PathNode[], slotOf: (key: string) => number): void => {
    nodes.forEach(({ key, number, path, children }, n) => {
      const place = at.PATH_NODES + number * at.PATH_NODE
      memory.fill(0, place, place + at.PATH_NODE)
      memory.write(key, place, 'latin1')
      const numbers = [key.length, path, children[0]?.number ?? 0, nodes[n + 1]?.number ?? 0, slotOf(key)]
      memory.set(numbers, place + at.KEY_ROOM)
      write(children, () => 0)
    })
  }
  write(roots, (key) => SLOT[key as SlotKey])
  exports.setPaths(count)
}

/** The value at a path in a record. */
export interface PathPlace {
  /** -1 if there is none. */
  readonly start: number
  readonly end: number
  /** False if the path leads through this value: a list, or an object with escapes in a key. */
  readonly isWhole: boolean
}

const PLACE_WORDS = 3

export function placeAt(words: Int32Array, at: Addresses, path: number): PathPlace {
  const place = (at.PATH_PLACES >> 2) + path * PLACE_WORDS
  const start = words[place]!
  return { start, end: words[place + 1]!, isWhole: start < 0 || words[place + 2] === 0 }
}
