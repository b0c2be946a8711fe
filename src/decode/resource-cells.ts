// How the scanner makes the cell of an event's resources (assembly/resources.ts). Which texts of a record name resources
// depends on the shape of the record, never on the texts: the rules are applied once to each shape, to a record with numbers
// in place of its texts, and the numbers in the result are the texts to take.

import type { Event, Resource } from '../event/event.ts'
import { resourcesCell, shownResources } from '../event/resources.ts'
import type { Json } from '../util/json.ts'
import type { Scanner } from './json/scan.ts'
import { SLOT } from './json/slots.ts'
import type { Parts } from './memo.ts'

/** In the order in which the scanner numbers their texts. */
const PARTS = ['requestParameters', 'responseElements', 'resources'] as const

/** The parts of the record just scanned that name resources, with the number of each text instead of it. */
export function numberedParts({ bytes, slots }: Scanner, strings: Int32Array): Parts {
  let n = 0
  return new Map(
    PARTS.map((key) => {
      const start = slots[SLOT[key] * 2]!
      const end = slots[SLOT[key] * 2 + 1]!
      if (start < 0) return [key, undefined]
      let json = ''
      let done = start
      for (; n * 2 < strings.length; n++) {
        const place = strings[n * 2]!
        const at = place < 0 ? -1 - place : place
        if (at < start || at >= end) break
        json += `${bytes.toString('utf8', done, at)}${n}`
        done = at + strings[n * 2 + 1]!
      }
      return [key, JSON.parse(json + bytes.toString('utf8', done, end)) as Json]
    }),
  )
}

/** The texts around the names in a cell. */
interface CellTexts {
  /** Before the first name, of this type. */
  readonly first: (type: string | undefined) => string
  /** Before any other name, and after the one before it. */
  readonly next: (type: string | undefined) => string
  readonly last: string
  readonly none: string
}

function cellTexts(line: (cells: readonly string[]) => string): CellTexts {
  const cellOf = (...list: readonly Resource[]): string => line([resourcesCell(list)])
  const untyped = { type: undefined, name: '' }
  const [before = '', last = ''] = cellOf({ type: undefined, name: '~' }).split('~')
  return {
    first: (type) => cellOf({ type, name: '' }).slice(0, -last.length),
    next: (type) => cellOf(untyped, { type, name: '' }).slice(before.length, -last.length),
    last,
    none: cellOf(),
  }
}

const HEAD = 8
const ENTRY = 12
const UNTYPED = 0xffff

/**
 * Compiles the function that makes the scanner's list for an event with numbered parts: the number of each name, the rank of
 * its type, and the texts around it. `line` makes the text of a cell.
 */
export function compileResources(line: (cells: readonly string[]) => string): (event: Event) => Uint8Array {
  const texts = cellTexts(line)
  return (event) => {
    const found = shownResources(event)
    const types = [...new Set(found.flatMap(({ type }) => type ?? []))].sort(byCodeUnit)
    const list = Buffer.alloc(HEAD + ENTRY * found.length)
    const parts: Buffer[] = [list]
    let end = list.length
    const put = (text: string, at: number): void => {
      const bytes = Buffer.from(text)
      list.writeUInt16LE(end, at)
      list.writeUInt16LE(bytes.length, at + 2)
      end += bytes.length
      parts.push(bytes)
    }
    list.writeUInt16LE(found.length, 0)
    put(found.length === 0 ? texts.none : texts.last, 2)
    found.forEach(({ type, name }, n) => {
      const at = HEAD + n * ENTRY
      list.writeUInt16LE(Number(name), at)
      list.writeUInt16LE(type === undefined ? UNTYPED : types.indexOf(type), at + 2)
      put(texts.first(type), at + 4)
      put(texts.next(type), at + 8)
    })
    return Buffer.concat(parts)
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
