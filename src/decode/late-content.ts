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

/** Words for each record of a file, in the order of their starts: the start, the hash of its bytes, and the content. */
const WORDS = 7

/**
 * Contents are asked for in the order of time, so of all files of that time in turn. 30 bytes are kept for each record of
 * those, which are all made when one is asked for.
 */
const MOST_RECORDS = 1 << 19
const COMMA = 0x2c

const files = new Map<string, Int32Array>()
let records = 0
let scanner: Scanner | undefined

/** The words of its RecordContent. A record that is no longer there has a content of its own, so that it is not left out. */
export function lateContent({ path, start, a, b }: RecordPlace, first: number): Int32Array {
  let known = files.get(path)
  if (known === undefined) {
    known = contentsOf(path, first)
    files.set(path, known)
    records += known.length / WORDS
    for (const [oldest, { length }] of files) {
      if (records <= MOST_RECORDS || oldest === path) break
      files.delete(oldest)
      records -= length / WORDS
    }
  }
  const at = placeOf(known, start)
  const isSame = known[at] === start && known[at + 1] === a && known[at + 2] === b
  return isSame ? known.subarray(at + 3, at + WORDS) : Int32Array.of(a, b, a, b)
}

// Where the last record is that begins at `start` or before; 0 if there is none.
function placeOf(known: Int32Array, start: number): number {
  let low = 0
  let high = known.length / WORDS
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if (known[middle * WORDS]! <= start) low = middle
    else high = middle
  }
  return low * WORDS
}

function contentsOf(path: string, first: number): Int32Array {
  const found: number[] = []
  scanner ??= new Scanner()
  let text: Uint8Array | undefined
  try {
    const file = readRegularFile(path)
    text = inflateDirectly(scanner, file, Number.POSITIVE_INFINITY)
  } catch {
    // Whatever has happened to it, it has not the records that were read.
  }
  const content = new RecordContent()
  if (text === undefined) return new Int32Array(0)
  for (let start = first; ;) {
    const end = scanner.object(start)
    if (end < 0) break
    scanner.quickHash(start, end)
    const [a, b] = [scanner.hashWord(0), scanner.hashWord(1)]
    content.of(scanner, start, end)
    found.push(start, a, b, content.a, content.b, content.c, content.d)
    if (text[end] !== COMMA) break
    start = end + 1
  }
  return Int32Array.from(found)
}
