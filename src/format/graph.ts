// Trees as input for graph tools: DOT (Graphviz) and Mermaid. Labels come from logs, so they are escaped: nothing in
// them can end a label, begin a statement or be HTML.

import { printable } from './sanitize.ts'

export interface GraphNode {
  /** Lines of the label. */
  readonly lines: readonly string[]
  /** Index of the parent node; undefined for a root. */
  readonly parent: number | undefined
  /** Label of the edge from the parent. */
  readonly edge: string
  readonly isMarked: boolean
}

export function dot(nodes: readonly GraphNode[]): string {
  const lines = nodes.map(
    ({ lines, isMarked }, n) =>
      `  n${n} [label="${lines.map(dotText).join(String.raw`\n`)}"${isMarked ? ', style=bold' : ''}];`,
  )
  const edges = nodes.flatMap(({ parent, edge }, n) =>
    parent === undefined ? [] : [`  n${parent} -> n${n} [label="${dotText(edge)}"];`],
  )
  return ['digraph trace {', '  rankdir=LR;', '  node [shape=box];', ...lines, ...edges, '}', ''].join('\n')
}

export function mermaid(nodes: readonly GraphNode[]): string {
  const lines = nodes.map(({ lines }, n) => `  n${n}["${lines.map(mermaidText).join('<br>')}"]`)
  const edges = nodes.flatMap(({ parent, edge }, n) =>
    parent === undefined ? [] : [`  n${parent} -->${edge === '' ? '' : `|"${mermaidText(edge)}"|`} n${n}`],
  )
  const marked = nodes.flatMap(({ isMarked }, n) => (isMarked ? [`n${n}`] : []))
  // `style` takes one node; with a list it would draw another one of that name.
  const styles =
    marked.length === 0 ? [] : ['  classDef asked stroke-width:3px', `  class ${marked.join(',')} asked`]
  return ['flowchart LR', ...lines, ...edges, ...styles, ''].join('\n')
}

/**
 * In a double-quoted DOT string only `"` and `\` are special; `\` starts Graphviz escapes such as `\N`, so it is
 * doubled. Graphviz also reads entities, such as that of a bidirectional override.
 */
function dotText(text: string): string {
  return printable(text)
    .replaceAll(/["\\]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
}

/** Writes everything except letters, digits and harmless punctuation as a Mermaid entity such as `#60;`. */
function mermaidText(text: string): string {
  return printable(text).replaceAll(/[^\p{L}\p{N} .,:/@_×–+-]/gu, (char) => `#${char.codePointAt(0)};`)
}
