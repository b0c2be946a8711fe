// Pretty-prints a record token by token, so that key order, numbers beyond 2^53 and escapes stay as delivered, which
// JSON.parse and JSON.stringify would change.

import type { Color } from '../format/color-type.ts'
import { NO_COLOR } from '../format/color-type.ts'
import { printableJson } from '../format/sanitize.ts'
import { isClose, isOpen, jsonTokens, PUNCTUATION } from '../util/json-tokens.ts'

/** Deeper values stay on one line; otherwise hostile nesting would make the output quadratic. */
const MAX_DEPTH = 100

/**
 * The record indented by two spaces per level, without a final line end. The JSON value is unchanged and safe for a
 * terminal: characters that a terminal would act on become `\uXXXX`. Never throws, whatever the bytes are.
 */
export function prettyRecord(raw: Uint8Array, color: Color = NO_COLOR): string {
  const all = jsonTokens(printableJson(new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw)))
  const out: string[] = []
  let depth = 0
  const newLine = () => (depth <= MAX_DEPTH ? `\n${'  '.repeat(depth)}` : '')
  all.forEach((token, i) => {
    const opened = isOpen(all[i - 1])
    if (isClose(token)) {
      const line = newLine()
      depth = Math.max(0, depth - 1)
      if (!opened) out.push(line && newLine())
      out.push(token)
      return
    }
    if (opened || all[i - 1] === ',') out.push(newLine())
    if (isOpen(token)) depth++
    out.push(token === ':' ? ': ' : styled(token, all[i + 1] === ':', color))
  })
  return out.join('')
}

function styled(token: string, isKey: boolean, color: Color): string {
  if (token.startsWith('"')) return isKey ? color.cyan(token) : color.green(token)
  if (token === 'null') return color.dim(token)
  return PUNCTUATION.includes(token) ? token : color.yellow(token)
}
