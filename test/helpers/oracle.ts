// The slow and obvious way to answer a query, for comparison with the fast one: parse every record, filter, sort, and
// remove duplicates. It is given the content of the files, so that it shares no reader with the engine.

import { accountOf } from '../../src/event/identity.ts'
import { eventId } from '../../src/event/names.ts'
import { eventOf, type LookupFields } from '../../src/event/event.ts'
import type { Filter } from '../../src/filter/clause.ts'
import { compareContents, contentOfText } from '../../src/decode/rows.ts'
import { compileFilter } from '../../src/filter/compile.ts'
import { compileRow } from '../../src/format/formats.ts'
import type { RowFormat } from '../../src/format/row.ts'
import type { JsonObject } from '../../src/util/json.ts'

export interface KnownRecord {
  /** The record on one line. */
  readonly text: string
  readonly file: string
  readonly account?: string | undefined
  readonly lookup?: LookupFields | undefined
}

export interface Question {
  readonly filter: Filter
  readonly row: RowFormat
  readonly ascending: boolean
  readonly limit: number | undefined
  readonly keepDuplicates: boolean
}

export interface Answer {
  readonly rows: readonly string[]
  readonly duplicates: number
}

export function answer(records: readonly KnownRecord[], question: Question): Answer {
  const matches = compileFilter(question.filter)
  const makeRow = compileRow(question.row)
  const found = records.flatMap(({ text, file, account, lookup }) => {
    const event = eventOf(JSON.parse(text) as JsonObject, { file, account }, lookup)
    if (!matches(event)) return []
    const row = Buffer.from(makeRow(event, Buffer.from(text))).toString()
    const id = eventId(event) ?? ''
    const content = contentOfText(Buffer.from(text))
    const value = `${event.time} ${id}\0${accountOf(event) ?? ''} ${content[0]} ${content[1]}`
    return [
      { time: event.time, key: `${id}\0${accountOf(event) ?? ''}`, hasId: id !== '', content, value, row },
    ]
  })
  const rank = (time: number) => (Number.isNaN(time) ? Infinity : question.ascending ? time : -time)
  found.sort(
    (a, b) =>
      compare(rank(a.time), rank(b.time)) ||
      compare(a.key, b.key) ||
      compareContents(a.content, b.content) ||
      compareBytes(a.row, b.row),
  )
  const seen = new Set<string>()
  const rows = found.filter(({ hasId, value }) => {
    if (!hasId || !seen.has(value)) return seen.add(value)
    return question.keepDuplicates
  })
  const distinct = new Set(found.map(({ value, hasId }, n) => (hasId ? value : n)))
  return {
    rows: rows.map(({ row }) => row).slice(0, question.limit),
    duplicates: found.length - distinct.size,
  }
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
