// Makes text from a log harmless: attackers can write into it. Characters that could move the cursor, reorder a line or
// hide themselves are shown escaped; cells that a spreadsheet would run are neutralized. Harmless text is returned
// unchanged.

/**
 * Control characters (C0, DEL, C1), lone surrogates, line separators, and everything that Unicode defines as
 * invisible: bidi controls, zero-width characters, BOM, tags.
 */
const unsafe = (): RegExp =>
  /(?![\ufe0e\ufe0f])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu

/**
 * Latin letters and our own marks, of which none is unsafe. A text of only these needs no search for classes of Unicode,
 * which V8 takes half a millisecond to make (2026-11, Node 20).
 */
const HARMLESS = /^[ -~\u00a1-\u00ac\u00ae-\u02ff…–≠✗▸→\u2500-\u259f]*$/
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Text for a terminal or a message: always one line; unsafe characters become `\x1b`, `\u202e`, `\u{e0041}`, `\n`. */
export function printable(text: string): string {
  return HARMLESS.test(text) ? text : text.replace(unsafe(), escaped)
}

/**
 * JSON text for a terminal: unsafe characters become JSON's own `\uXXXX`, so the JSON value is the same. White space
 * between tokens stays.
 */
export function printableJson(json: string): string {
  return HARMLESS.test(json) ? json : json.replace(unsafe(), (char) => (char in SHORT ? char : utf16(char)))
}

/** Leading invisible characters are included, because some spreadsheets drop them. */
let formula: RegExp | undefined

/** A cell that a spreadsheet treats as text: an apostrophe is put before anything that would start a formula. */
export function csvSafe(cell: string): string {
  formula ??= /^(?:[\t\r\n]|[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠])/u
  return formula.test(cell) ? `'${cell}` : cell
}

function escaped(char: string): string {
  const short = SHORT[char]
  if (short !== undefined) return short
  const code = char.codePointAt(0) ?? 0
  if (code < 0x100) return `\\x${hex(code, 2)}`
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 4)}}`
}

function utf16(char: string): string {
  return char
    .split('')
    .map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
    .join('')
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0')
}
