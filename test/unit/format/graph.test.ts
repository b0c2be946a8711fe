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

test('an entity in a log is no entity in DOT', () => {
  expect(dot([node('a&#8238;b &lt; &')])).toContain('[label="a&amp;#8238;b &amp;lt; &amp;')
})

test('several marked nodes of Mermaid get a class, because a style takes one node', () => {
  const marked = { ...node('a'), isMarked: true }
  expect(mermaid([marked, marked]).split('\n').slice(3)).toEqual([
    '  classDef asked stroke-width:3px',
    '  class n0,n1 asked',
    '',
  ])
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
