// CSV as the console's download writes it: RFC 4180, quoted only where a comma, a quote or a line break needs it.

import { csvSafe } from './sanitize.ts'

/** One line without its line end. `safe` disarms spreadsheet formulas, which the console does not. */
export function csvLine(cells: readonly string[], safe = false): string {
  return cells.map((cell) => quoted(safe ? csvSafe(cell) : cell)).join(',')
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
