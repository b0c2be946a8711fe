// The content of a record that is asked for after its file was decoded: only for records that share an ID and a time with
// another one but not its bytes, which are few. Their files are read again.

import { readRegularFile } from '../util/read-regular-file.ts'
import { inflateDirectly } from './inflate-directly.ts'
import { Scanner } from './json/scan.ts'
import { RecordContent } from './records/event-key.ts'

/** Where a record is in the text of its file, and the hash of its bytes, which shows that the file is still the same. */
export interface RecordPlace {
  readonly path: string
  readonly start: number
  readonly a: number
  readonly b: number
}

interface Known {
  readonly a: number
  readonly b: number
  readonly content: Int32Array
}

/** Contents are asked for in the order of time, so those of a few files are enough. */
const MOST_FILES = 64
const COMMA = 0x2c

// By file, then by the start of the record.
const files = new Map<string, ReadonlyMap<number, Known>>()
let scanner: Scanner | undefined

/** The words of its RecordContent. A record that is no longer there has a content of its own, so that it is not left out. */
export function lateContent({ path, start, a, b }: RecordPlace, first: number): Int32Array {
  let known = files.get(path)
  if (known === undefined) {
    if (files.size === MOST_FILES) files.delete(files.keys().next().value!)
    known = contentsOf(path, first)
    files.set(path, known)
  }
  const found = known.get(start)
  return found?.a === a && found.b === b ? found.content : Int32Array.of(a, b, a, b)
}

function contentsOf(path: string, first: number): ReadonlyMap<number, Known> {
  const found = new Map<number, Known>()
  scanner ??= new Scanner()
  let text: Uint8Array | undefined
  try {
    const file = readRegularFile(path)
    text = inflateDirectly(scanner, file, Number.POSITIVE_INFINITY)
  } catch {
    // Whatever has happened to it, it has not the records that were read.
  }
  if (text === undefined) return found
  const content = new RecordContent()
  for (let start = first; ;) {
    const end = scanner.object(start)
    if (end < 0) return found
    scanner.quickHash(start, end)
    const [a, b] = [scanner.hashWord(0), scanner.hashWord(1)]
    content.of(scanner, start, end)
    found.set(start, { a, b, content: Int32Array.of(content.a, content.b, content.c, content.d) })
    if (text[end] !== COMMA) return found
    start = end + 1
  }
}
