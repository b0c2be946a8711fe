// Tab-separated values, always one line per event: tabs, line ends and backslashes are escaped.

const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' }

/** One line without its line end. */
export function tsvLine(cells: readonly string[]): string {
  return cells.map((cell) => cell.replace(/[\t\n\r\\]/g, (char) => ESCAPES[char] ?? char)).join('\t')
}
