// Results of Athena queries: the JSON of `aws athena get-query-results`, whose rows are lists of cells, and structs, which
// Athena prints as `{type=IAMUser, arn=…}`, without quotes.

import { isObject, own, ownText, type Json } from '../../util/json.ts'

/** The rows of a page as JSON objects by column; undefined if the object is not such a page. */
export function athenaRows(object: Buffer): readonly Buffer[] | undefined {
  if (!object.includes('"VarCharValue"') || !object.includes('"Rows"')) return undefined
  const page: unknown = JSON.parse(object.toString())
  const result = own(page, 'ResultSet') ?? page
  const rows = own(result, 'Rows')
  if (!Array.isArray(rows)) return undefined
  const cells = (rows as readonly Json[]).map(cellsOf)
  const info = own(own(result, 'ResultSetMetadata'), 'ColumnInfo')
  const named = Array.isArray(info) ? (info as readonly Json[]).map((column) => ownText(column, 'Name')) : []
  const [first = []] = cells
  const names = named.length > 0 ? named : first
  // Only the first page has a header.
  const hasHeader = first.length === names.length && first.every((cell, i) => cell === names[i])
  return cells.slice(hasHeader ? 1 : 0).map((row) => {
    const known = row.flatMap((cell, i) => {
      const name = names[i]
      return cell === undefined || name === undefined ? [] : [[name, cell] as const]
    })
    return Buffer.from(JSON.stringify(Object.fromEntries(known)))
  })
}

// A cell without a value is null.
function cellsOf(row: Json): readonly (string | undefined)[] {
  const data = own(row, 'Data')
  return Array.isArray(data) ? (data as readonly Json[]).map((cell) => textOf(cell)) : []
}

function textOf(cell: Json): string | undefined {
  return isObject(cell) ? ownText(cell, 'VarCharValue') : undefined
}

/** Fields of userIdentity in the tables that AWS documents, by the struct that has them. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  '': ['type', 'principalid', 'arn', 'accountid', 'invokedby', 'accesskeyid', 'username', 'sessioncontext'],
  sessioncontext: ['attributes', 'sessionissuer', 'ec2roledelivery', 'webidfederationdata'],
  attributes: ['mfaauthenticated', 'creationdate'],
  sessionissuer: ['type', 'principalid', 'arn', 'accountid', 'username'],
  webidfederationdata: ['federatedprovider', 'attributes'],
}

/**
 * A struct of userIdentity as JSON. Values are not quoted and may contain anything, so undefined is returned for a text
 * that can be read in more than one way: one in which a field occurs twice, or in which something is left over.
 */
export function identityStruct(text: string): string | undefined {
  const found = structAt(text, 0, '')
  return found?.end === text.length ? JSON.stringify(found.value) : undefined
}

interface Struct {
  readonly value: Readonly<Record<string, unknown>>
  readonly end: number
}

function structAt(text: string, start: number, name: string): Struct | undefined {
  const fields = FIELDS[name]
  if (fields === undefined || text[start] !== '{') return undefined
  const value: Record<string, unknown> = {}
  const seen = new Set<string>()
  for (let at = start + 1; ;) {
    const field: string | undefined = fields.find((one) => text.startsWith(`${one}=`, at))
    if (field === undefined || seen.has(field)) return undefined
    seen.add(field)
    at += field.length + 1
    const inner: Struct | undefined =
      field in FIELDS && text[at] === '{' ? structAt(text, at, field) : undefined
    const end = inner?.end ?? endOf(text, at, fields)
    if (end === undefined) return undefined
    const cell = text.slice(at, end)
    if (inner) value[field] = inner.value
    else if (cell !== 'null') value[field] = cell
    if (text[end] === '}') return { value, end: end + 1 }
    at = end + ', '.length
  }
}

// Returns the end of a value: the next field, or the end of the struct.
function endOf(text: string, from: number, fields: readonly string[]): number | undefined {
  const ends = fields.map((field) => text.indexOf(`, ${field}=`, from)).filter((end) => end >= 0)
  const close = text.indexOf('}', from)
  const all = close < 0 ? ends : [...ends, close]
  return all.length === 0 ? undefined : Math.min(...all)
}
