// CSV as in the console's download: RFC 4180, quoted only if the cell contains a comma, a quote or a line break.

import { csvSafe } from './sanitize.ts'

/** One line without its line end. `safe` neutralizes spreadsheet formulas, which the console does not do. */
export function csvLine(cells: readonly string[], safe = false): string {
  return cells.map((cell) => quoted(safe ? csvSafe(cell) : cell)).join(',')
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
