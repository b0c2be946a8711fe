// Tab-separated values, one event a line whatever its texts hold: tab, line ends and backslash are escaped.

const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' }

/** One line without its line end. */
export function tsvLine(cells: readonly string[]): string {
  return cells.map((cell) => cell.replace(/[\t\n\r\\]/g, (char) => ESCAPES[char] ?? char)).join('\t')
}
