import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dot, mermaid, type GraphNode } from '../../../src/format/graph.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '"]; n9 [URL="x',
    '\\',
    '\\"',
    '"]\n  click n0 href "javascript:alert(1)"',
    '<img src=x>',
    '#quot;',
  ),
)
const node = (text: string, parent?: number): GraphNode => ({
  lines: [text, text],
  parent,
  edge: text,
  isMarked: false,
})

test('no text of a log ends a label of DOT', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const lines = dot([node(text), node(text, 0)]).split('\n')
      expect(lines).toHaveLength(8)
      for (const line of lines.slice(3, 6))
        expect(line).toMatch(/^ {2}n\d(?: -> n\d)? \[label="(?:[^"\\]|\\.)*"\];$/)
    }),
  )
})

test('no text of a log ends a label of Mermaid, or is HTML', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const lines = mermaid([node(text), node(text, 0)]).split('\n')
      expect(lines).toHaveLength(5)
      for (const line of lines.slice(1, 4))
        expect(line.replaceAll('<br>', '')).toMatch(/^ {2}n\d(?:\["[^"<>]*"\]| -->(?:\|"[^"<>]*"\|)? n\d)$/)
    }),
  )
})
