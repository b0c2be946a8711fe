// Writes a filter pattern as text that parses to the same pattern.

import { joinGlob } from '../glob.ts'
import type { PatternNode, PatternValue, Selector, Step } from './ast.ts'

export function printPattern(node: PatternNode): string {
  return `{ ${print(node)} }`
}

function print(node: PatternNode): string {
  switch (node.kind) {
    case 'or':
      return node.nodes.map((part) => (part.kind === 'or' ? `(${print(part)})` : print(part))).join(' || ')
    case 'and':
      return node.nodes.map((part) => (isChain(part) ? `(${print(part)})` : print(part))).join(' && ')
    case 'compare':
      return `${printSelector(node.selector)} ${node.operator} ${printValue(node.value)}`
    case 'is':
      return `${printSelector(node.selector)} IS ${node.what}`
    case 'exists':
      return `${printSelector(node.selector)} ${node.exists ? 'EXISTS' : 'NOT EXISTS'}`
  }
}

function isChain(node: PatternNode): boolean {
  return node.kind === 'and' || node.kind === 'or'
}

function printSelector(selector: Selector): string {
  return `$${selector.map(printStep).join('')}`
}

function printStep(step: Step): string {
  if (step.kind === 'index') return `[${step.index}]`
  if (step.kind === 'any-element') return '[*]'
  if (step.kind === 'any-field') return '.*'
  if (/^[A-Za-z0-9_-]+$/.test(step.name)) return `.${step.name}`
  return `.['${step.name.replace(/[\\'"]/g, '\\$&')}']`
}

function printValue(value: PatternValue): string {
  if (value.kind === 'number') return value.source
  if (value.kind === 'regex') return `%${value.source}%`
  return `"${joinGlob(value.pieces, '"')}"`
}
