// CSV files of events: the console's download, and a spreadsheet's copy of it. Rows become objects of cells under their
// headers, for restored.ts. RFC 4180, with either line end, and what Excel changes: a byte order mark and semicolons.

const QUOTE = 0x22
const CR = 0x0d
const LF = 0x0a

const MAX_HEAD = 4096
const TABLES = [
  ['Event time', 'Event name'],
  ['eventtime', 'eventname'], // Athena
  ['@message'], // CloudWatch Logs Insights: the records themselves
]

/** True if the text begins with the header line of a known table of events. */
export function isEventTable(bytes: Buffer): boolean {
  const start = bytes[0] === 0xef ? 3 : 0
  let first = start
  while (bytes[first]! <= 0x20) first++
  // Most texts are JSON, which the first byte shows.
  if (first >= bytes.length || bytes[first] === 0x7b || bytes[first] === 0x5b) return false
  const [head = []] = cellsOf(bytes.subarray(0, MAX_HEAD), start, separatorOf(bytes))
  return TABLES.some((columns) => columns.every((column) => head.includes(column)))
}

export interface CsvRow {
  /** Number of the row from 1, without the header. */
  readonly number: number
  /** Its cells as a JSON object. */
  readonly object: Buffer
  /** It has as many cells as the header. */
  readonly isWhole: boolean
}

export function* eventTable(bytes: Buffer): Generator<CsvRow, void, undefined> {
  const start = bytes[0] === 0xef ? 3 : 0
  const separator = separatorOf(bytes)
  const lines = cellsOf(bytes, start, separator)
  const head = lines.next().value ?? []
  let number = 0
  for (const cells of lines) {
    if (cells.length === 1 && cells[0] === '') continue
    const object = `{${head.map((name, i) => `${JSON.stringify(name)}:${JSON.stringify(cells[i] ?? '')}`).join(',')}}`
    yield { number: ++number, object: Buffer.from(object), isWhole: cells.length === head.length }
  }
}

function separatorOf(bytes: Buffer): number {
  const head = bytes.toString('latin1', 0, MAX_HEAD).split(/[\r\n]/)[0]!
  return head.includes(',') ? 0x2c : 0x3b
}

function* cellsOf(bytes: Buffer, from: number, separator: number): Generator<string[], void, undefined> {
  let cells: string[] = []
  let i = from
  while (i < bytes.length) {
    let text: string
    if (bytes[i] === QUOTE) {
      let end = bytes.indexOf(QUOTE, i + 1)
      while (end >= 0 && bytes[end + 1] === QUOTE) end = bytes.indexOf(QUOTE, end + 2)
      if (end < 0) end = bytes.length
      text = bytes.toString('utf8', i + 1, end).replaceAll('""', '"')
      i = end + 1
    } else {
      const start = i
      while (i < bytes.length && bytes[i] !== separator && bytes[i] !== CR && bytes[i] !== LF) i++
      text = bytes.toString('utf8', start, i)
    }
    cells.push(text)
    if (bytes[i] === separator) {
      i++
      if (i < bytes.length) continue
      cells.push('')
    }
    if (bytes[i] === CR) i++
    if (bytes[i] === LF) i++
    yield cells
    cells = []
  }
}
