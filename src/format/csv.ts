// CSV as in the console's download: RFC 4180, quoted only if the cell contains a comma, a quote or a line break.

import { csvSafe } from './sanitize.ts'

/** One line without its line end. `safe` neutralizes spreadsheet formulas, which the console does not do. */
export function csvLine(cells: readonly string[], safe = false): string {
  return cells.map((cell) => quoted(safe ? csvSafe(cell) : cell, safe)).join(',')
}

// Where a spreadsheet's separator is `;`, what follows one in a cell would be a cell of its own.
function quoted(cell: string, safe: boolean): string {
  return (safe ? /[",;\t\r\n]/ : /[",\r\n]/).test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
