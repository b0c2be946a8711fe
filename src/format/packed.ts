// The compact form of an event for consumers that hold very many: time, flags, short ID, and the texts of some fields
// as a filter compares them. The row is bytes, so that a consumer can recognize repeated texts without creating
// strings.

import type { Event } from '../event/event.ts'
import { isError } from '../event/failure.ts'
import { columnOf, FIELDS, findField } from '../event/fields.ts'
import { mfa } from '../event/identity.ts'
import { errorCode } from '../event/names.ts'
import { readOnly } from '../event/read-only.ts'
import { SHORT_ID, shortId } from '../event/short-id.ts'
import type { RowMaker } from './row.ts'
import { printable } from './sanitize.ts'
import { truncateMiddle } from './width.ts'

export const PACKED_FLAGS = { change: 1, inferred: 2, failed: 4, mfa: 8, noMfa: 16 } as const

/** Byte offsets in a row. The texts follow one after the other, each preceded by its length in four bytes. */
export const PACKED = { time: 0, flags: 8, record: 9, id: 13, texts: 13 + SHORT_ID } as const

/** Number of bytes of the short ID. An ID with non-ASCII characters is left out. */
export const PACKED_ID = SHORT_ID

/**
 * Compiles rows with the named fields and then the log file. Fields with several values have the cell that a table
 * shows.
 */
export function compilePacked(columns: readonly string[]): RowMaker {
  const getters = columns.map(textOf)
  const file = findField('file')!.get
  let row = Buffer.alloc(1024)
  return (event) => {
    row.writeDoubleLE(event.time, PACKED.time)
    row[PACKED.flags] = flagsOf(event)
    row.writeUInt32LE(event.origin.record ?? 0, PACKED.record)
    const id = shortId(event)
    row.fill(0, PACKED.id, PACKED.texts)
    if (ASCII.test(id)) row.write(id, PACKED.id, PACKED_ID, 'latin1')
    let end: number = PACKED.texts
    for (let i = 0; i <= getters.length; i++) {
      const text = (i < getters.length ? getters[i]!(event) : file(event)) ?? ''
      // One UTF-16 code unit takes at most three bytes in UTF-8.
      const needs = end + 4 + text.length * 3
      if (needs > row.length) row = Buffer.concat([row], needs * 2)
      const length = row.write(text, end + 4)
      row.writeUInt32LE(length, end)
      end += 4 + length
    }
    return row.subarray(0, end)
  }
}

/** Where one of the texts of a row lies: of the columns in their order, then of the log file. */
export function packedText(row: Uint8Array, index: number): { readonly start: number; readonly end: number } {
  const view = new DataView(row.buffer, row.byteOffset, row.byteLength)
  let start = PACKED.texts + 4
  for (let i = 0; i < index; i++) start += view.getUint32(start - 4, true) + 4
  return { start, end: start + view.getUint32(start - 4, true) }
}

const ASCII = /^[ -~]{1,8}$/
const SINGLE = new Set(['account'])
/** Fields that a consumer evaluates filters on. */
const COMPARED = new Set([
  'event-name',
  'user-name',
  'event-source',
  'resource-type',
  'source-ip',
  'region',
  'identity',
  'access-key-id',
  'resource-name',
  'account',
])
/** Of any other cell: a policy or a whole part of a record would fill the memory. */
const MAX_OTHER_CELL = 200

function cellOf(name: string): (event: Event) => string | undefined {
  const { get } = columnOf(name)
  return (event) => {
    const text = get(event)
    return text === undefined || text.length <= MAX_OTHER_CELL
      ? text
      : `${text.slice(0, MAX_OTHER_CELL - 1)}…`
  }
}

/** The text that a filter compares, if there is exactly one; otherwise the cell. */
function textOf(name: string): (event: Event) => string | undefined {
  const field = FIELDS.find((one) => one.name === name)
  if (name === 'error-code') return (event) => (isError(event) ? (errorCode(event) ?? FAILED) : undefined)
  if (field === undefined || !COMPARED.has(name)) return cellOf(name)
  // Resource names are long and mostly unique, so only the part that a list shows is kept.
  if (name === 'resource-name') return (event) => shortened(field.get(event))
  if (!SINGLE.has(name)) return field.get
  return (event) => {
    const found = field.texts(event)
    return typeof found === 'string' ? found : found?.[0]
  }
}

const MAX_RESOURCES_CELL = 48

/**
 * The first of several names and the number of others; a long name is cut in the middle, where ARNs are least
 * informative.
 */
function shortened(text: string | undefined): string | undefined {
  if (text === undefined || text.length <= MAX_RESOURCES_CELL) return text
  const [first = '', ...others] = text.split(', ')
  return `${truncateMiddle(printable(first), MAX_RESOURCES_CELL - 4)}${others.length > 0 ? ` +${others.length}` : ''}`
}

/** Stands for the error code of a call that failed without one. No AWS error code contains a space. */
export const FAILED = '(no code)'

function flagsOf(event: Event): number {
  const { value, inferred } = readOnly(event)
  const used = mfa(event)
  return (
    (value ? 0 : PACKED_FLAGS.change) |
    (inferred ? PACKED_FLAGS.inferred : 0) |
    (isError(event) ? PACKED_FLAGS.failed : 0) |
    (used === true ? PACKED_FLAGS.mfa : 0) |
    (used === false ? PACKED_FLAGS.noMfa : 0)
  )
}
