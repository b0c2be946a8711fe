// Tab-separated values, always one line per event: tabs, line ends and backslashes are escaped.

import { csvSafe } from './sanitize.ts'

const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' }

/** One line without its line end. `safe` disarms spreadsheet formulas. */
export function tsvLine(cells: readonly string[], safe = false): string {
  return cells
    .map((cell) => (safe ? csvSafe(cell) : cell).replace(/[\t\n\r\\]/g, (char) => ESCAPES[char] ?? char))
    .join('\t')
}
