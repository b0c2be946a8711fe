// A help page: its parts as data, laid out for a width.

import { displayWidth, wrap } from '../../format/width.ts'

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'head'; readonly text: string }
  /** Terms on the left, explanations on the right. */
  | { readonly kind: 'list'; readonly rows: readonly (readonly [term: string, text: string])[] }
  /** Command lines, which are never wrapped. */
  | { readonly kind: 'code'; readonly lines: readonly string[] }

export const text = (words: string): Block => ({ kind: 'text', text: words })
export const head = (words: string): Block => ({ kind: 'head', text: words })
export const list = (rows: readonly (readonly [string, string])[]): Block => ({ kind: 'list', rows })
export const code = (...lines: readonly string[]): Block => ({ kind: 'code', lines })

/** The page in at most `width` columns, ending with a line end. A heading has no blank line after it. */
export function layOutPage(blocks: readonly Block[], width: number): string {
  const parts = blocks.map(
    (block) => linesOf(block, width).join('\n') + (block.kind === 'head' ? '\n' : '\n\n'),
  )
  return `${parts.join('').trimEnd()}\n`
}

/** If the terms are wider than this share of the page, explanations go below them. */
const MAX_TERM_WIDTH = 0.4

function linesOf(block: Block, width: number): readonly string[] {
  switch (block.kind) {
    case 'text':
      return wrap(block.text, width)
    case 'head':
      return [`${block.text}:`]
    case 'code':
      return block.lines.map((line) => `  ${line}`)
    case 'list': {
      const widths = block.rows.map(([term]) => displayWidth(term)).filter((n) => n <= width * MAX_TERM_WIDTH)
      const column = Math.max(0, ...widths)
      return block.rows.flatMap(([term, words]) => rowLines(term, words, column, width))
    }
  }
}

function rowLines(term: string, words: string, column: number, width: number): readonly string[] {
  const indent = ' '.repeat(column + 4)
  const lines = wrap(words, Math.max(width - indent.length, 20))
  if (displayWidth(term) > column) return [`  ${term}`, ...lines.map((line) => indent + line)]
  const first = `  ${term}${' '.repeat(column - displayWidth(term))}  ${lines[0]}`
  return [first, ...lines.slice(1).map((line) => indent + line)]
}
