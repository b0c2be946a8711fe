// The tests that rules make on an event, each evaluated once however many rules share it: the rules of a collection
// have most of their selections in common, and hundreds of them are evaluated on each event.

import type { Event } from '../event/event.ts'
import {
  type EventTest,
  FieldReaders,
  type FieldTest,
  type FieldValues,
  isOneOf,
  keywordTest,
  NO_VALUES,
  passes,
  refersTo,
} from './match.ts'
import { ANY_CHARACTER, type Detection, type ValueTest } from './rule.ts'

export type Node =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Node[]; readonly cost: number }
  | { readonly kind: 'not'; readonly of: Node; readonly cost: number }
  | Atom

/** Tests whether some value at a path passes one of the tests; without a path, whether some text of the record does. */
export interface Atom {
  readonly kind: 'atom'
  readonly path: string | undefined
  /** The texts in lower case, if the atom only tests whether the value is one of them. */
  readonly words: ReadonlySet<string> | undefined
  /** The values at the path. */
  readonly field: (event: Event) => FieldValues
  /** True if the result depends only on the text itself, so that equal texts always give the same result. */
  readonly isOfText: boolean
  /** The test of the values at the path, if nothing else decides. */
  readonly ofField: FieldTest | undefined
  /** If it compares the values with those at other paths: all these paths. It fails where one of them has no value. */
  readonly compared: readonly string[]
  readonly test: EventTest
  /** Rough cost of the test: cheap tests run first. */
  readonly cost: number
}

export class Atoms {
  private readonly known = new Map<string, Atom>()
  private readonly fields = new FieldReaders()

  /** Throws RuleError for a test that is not supported: a regular expression that cannot be matched in linear time. */
  nodeOf(detection: Detection): Node {
    switch (detection.kind) {
      case 'all':
        return groupOf(
          'all',
          detection.of.map((one) => this.nodeOf(one)),
        )
      case 'any':
        return groupOf('any', this.alternatives(detection.of))
      case 'not': {
        const of = this.nodeOf(detection.of)
        return { kind: 'not', of, cost: of.cost }
      }
      case 'field':
        return this.atom(detection.path, [detection.test])
      case 'keyword':
        return this.atom(undefined, [detection.test])
    }
  }

  /** A list of values for one field becomes a single test. */
  private alternatives(of: readonly Detection[]): readonly Node[] {
    const words = new Map<string, ValueTest[]>()
    const nodes: Node[] = []
    for (const one of of) {
      if (one.kind !== 'field' || wordOf(one.test) === undefined) nodes.push(this.nodeOf(one))
      else {
        const tests = words.get(one.path) ?? []
        words.set(one.path, tests)
        tests.push(one.test)
      }
    }
    return [...Array.from(words, ([path, tests]) => this.atom(path, tests)), ...nodes]
  }

  private atom(path: string | undefined, tests: readonly ValueTest[]): Atom {
    const key = JSON.stringify([path, tests])
    let atom = this.known.get(key)
    if (atom === undefined) {
      atom = this.made(path, tests)
      this.known.set(key, atom)
    }
    return atom
  }

  private made(path: string | undefined, tests: readonly ValueTest[]): Atom {
    const first = tests[0]!
    const { kind } = first
    const words = tests.map(wordOf).filter((word) => word !== undefined)
    const isWords = path !== undefined && words.length === tests.length
    const same = {
      kind: 'atom',
      path,
      words: isWords ? new Set(words) : undefined,
      isOfText: path !== undefined && (kind === 'text' || kind === 'regex'),
      cost: costOf(path, first),
    } as const
    if (path === undefined)
      return { ...same, field: noField, ofField: undefined, compared: [], test: once(keywordTest(first)) }
    const field = this.fields.at(path)
    if (kind === 'fieldref') {
      const other = this.fields.at(first.path)
      const holds = refersTo(first)
      const test = once((event) => holds(field(event), other(event)))
      return { ...same, field, ofField: undefined, compared: [path, first.path], test }
    }
    const ofField = isWords ? isOneOf(new Set(words)) : passes(first)
    return { ...same, field, ofField, compared: [], test: once((event) => ofField(field(event))) }
  }
}

/** The text in lower case, for a test on one whole text. */
function wordOf(test: ValueTest): string | undefined {
  if (test.kind !== 'text' || test.cased || test.pieces.length !== 1) return undefined
  const [word = ''] = test.pieces
  return word.includes(ANY_CHARACTER) ? undefined : word.toLowerCase()
}

function costOf(path: string | undefined, { kind }: ValueTest): number {
  if (path === undefined) return 16
  const isExpensive = kind === 'regex' || kind === 'fieldref' || kind === 'cidr'
  return (path.includes('.') ? 2 : 1) + (isExpensive ? 4 : 0)
}

/** Cheap parts first. */
export function groupOf(kind: 'all' | 'any', of: readonly Node[]): Node {
  if (of.length === 1) return of[0]!
  const sorted = of.toSorted((a, b) => a.cost - b.cost)
  return { kind, of: sorted, cost: sorted.reduce((sum, { cost }) => sum + cost, 0) }
}

/** What remains of a node when some atoms are decided: a node, the same if none of its atoms is, or the result. */
export function simplified(node: Node, decided: (atom: Atom) => boolean | undefined): Node | boolean {
  switch (node.kind) {
    case 'atom':
      return decided(node) ?? node
    case 'not': {
      const of = simplified(node.of, decided)
      if (typeof of === 'boolean') return !of
      return of === node.of ? node : { kind: 'not', of, cost: of.cost }
    }
    default: {
      const ends = node.kind === 'any'
      const of: Node[] = []
      let isSame = true
      for (const one of node.of) {
        const left = simplified(one, decided)
        if (left === ends) return ends
        if (typeof left !== 'boolean') of.push(left)
        isSame &&= left === one
      }
      if (isSame && of.length > 0) return node
      return of.length === 0 ? !ends : groupOf(node.kind, of)
    }
  }
}

export function testOf(node: Node): EventTest {
  switch (node.kind) {
    case 'atom':
      return node.test
    case 'not': {
      const test = testOf(node.of)
      return (event) => !test(event)
    }
    default: {
      const tests = node.of.map(testOf)
      const ends = node.kind === 'any'
      return (event) => {
        for (const test of tests) if (test(event) === ends) return ends
        return !ends
      }
    }
  }
}

function noField(): FieldValues {
  return NO_VALUES
}

function once(test: EventTest): EventTest {
  let last: Event | undefined
  let answer = false
  return (event) => {
    if (event !== last) {
      answer = test(event)
      last = event
    }
    return answer
  }
}
