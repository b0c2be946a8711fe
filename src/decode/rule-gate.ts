// The pre-test of rules on a table of records: excludes records that no rule can match, by the event's name and source, by
// single fields, and by keys in the bytes. Results are remembered by the fields' values, so that most records never become
// events.

import { type Node, testOf } from '../detect/atoms.ts'
import type { Gated, Left, RuleSet } from '../detect/rule-set.ts'
import type { Scanner } from './json/scan.ts'
import { type RecordTable, ROW } from './json/table.ts'
import { Memo, type TableRow } from './memo.ts'

export class RuleGate {
  /** The rules that remain for the name and the source. */
  readonly pair: Memo<Left>
  /** The gates that hold, by field. */
  readonly fields: readonly Memo<ReadonlySet<Node>>[]
  private readonly places: ReadonlyMap<string, number>
  private readonly keys: Keys

  constructor(rules: RuleSet, scanner: Scanner) {
    this.pair = new Memo((event) => rules.rulesFor(event))
    this.fields = Array.from(rules.gates.values(), (nodes) => {
      const tests = nodes.map((node) => ({ node, test: testOf(node) }))
      return new Memo((event) => new Set(tests.filter(({ test }) => test(event)).map(({ node }) => node)))
    })
    this.places = new Map(Array.from(rules.gates.keys(), (path, index) => [path, index]))
    this.keys = new Keys(scanner)
  }

  /**
   * What remains for the name and the source; undefined only if no rule matches. The table's questions are those of the
   * fields, then that of the pair.
   */
  leftFor(row: TableRow): Left | undefined {
    const left = answer(this.pair, this.fields.length, row)
    if (left.isEmpty) return undefined
    if (left.isOpen) return left
    for (const { path, rules } of left.gated) {
      // For most values no gate holds.
      if (path !== undefined && this.holding(path, row)?.size === 0) continue
      for (const rule of rules) if (this.holds(rule, row)) return left
    }
    return undefined
  }

  private holds({ gates, keys }: Gated, row: TableRow): boolean {
    for (const { path, node } of gates) if (this.holding(path, row)?.has(node) === false) return false
    for (const key of keys) if (!this.keys.isIn(key, row)) return false
    return true
  }

  /** Undefined if it is not remembered. */
  private holding(path: string, row: TableRow): ReadonlySet<Node> | undefined {
    const place = this.places.get(path)!
    const memo = this.fields[place]!
    return memo.isOff ? undefined : answer(memo, place, row)
  }
}

function answer<T>(memo: Memo<T>, place: number, { table: { words, answers }, at, event }: TableRow): T {
  return memo.at(words, at + answers + place * 2, event)
}

/** Searches for keys in the bytes of records, each once through a text however many records it has. */
class Keys {
  private readonly scanner: Scanner
  private table: RecordTable | undefined
  private isDisguised = false
  /** By key: where it occurs next, from the last record asked about on. */
  private readonly hits = new Map<string, number>()

  constructor(scanner: Scanner) {
    this.scanner = scanner
  }

  /** False only if the record does not contain the key. Rows must come in order. */
  isIn(key: string, { table, at }: TableRow): boolean {
    if (table !== this.table) {
      this.table = table
      this.hits.clear()
      this.isDisguised = this.scanner.isDisguised(false)
    }
    if (this.isDisguised) return true
    const start = table.words[at + ROW.start]!
    let hit = this.hits.get(key) ?? -1
    if (hit < start) {
      const found = this.scanner.bytes.indexOf(`"${key}"`, start, 'latin1')
      hit = found < 0 ? Infinity : found
      this.hits.set(key, hit)
    }
    return hit < table.words[at + ROW.end]!
  }
}
