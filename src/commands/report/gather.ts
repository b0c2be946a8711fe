// Gathers everything that a report says about the events, in one pass, newest first. Memory grows with the number of
// different values, the events that correlations need, and the packed events.

import { parseJudged, type JudgedEvent } from '../../decode/judged.ts'
import type { Match } from '../../detect/correlate.ts'
import { Findings, type Finding } from '../../detect/findings.ts'
import type { DetectPlan } from '../../detect/plan.ts'
import type { Preset } from '../../filter/presets.ts'
import type { RowRun } from '../../format/row.ts'
import type { Packer } from '../../html/events.ts'
import { QUARTER } from '../../query/aggregate.ts'
import { ValueCounts } from '../../query/value-counts.ts'
import type { Counted } from '../../summary/summary.ts'
import { COLUMNS, COUNTED, TABLE } from './columns.ts'

export interface PresetFinding {
  readonly preset: Preset
  count: number
  /** Epoch milliseconds; NaN while none has a time. */
  first: number
  last: number
  readonly identities: Map<string, number>
}

const at = (name: string): number => COLUMNS.indexOf(name)
const IDENTITY = at('identity')
const EVENT_ID = at('event-id')
const ACCOUNT = at('account')
const REGION = at('region')
const FILE = at('file')
const COUNTED_AT = COUNTED.map(({ field }) => at(field))
const TABLE_AT = TABLE.map(at)

const MAX_IDENTITIES = 1000

export class Gathered implements Counted {
  count = 0
  oldest = Number.NaN
  newest = Number.NaN
  readonly quarters = new Map<number, number>()
  readonly columns = COUNTED.map(() => new ValueCounts())
  readonly lists = []
  readonly groups = []
  /** Events by account, then Region. */
  readonly places = new Map<string, Map<string, number>>()
  readonly presets: readonly PresetFinding[]
  private readonly found = new Findings()
  /** Newest first; correlations need the opposite order. */
  private readonly matches: Match[] = []
  private readonly correlated: ReadonlySet<number>
  private readonly plan: DetectPlan
  private readonly packer: Packer
  private readonly maxEvents: number
  private readonly verifiedOf: ((file: string) => string) | undefined

  /** `verifiedOf` returns the verification text for a log file; undefined if verification was not requested. */
  constructor(
    plan: DetectPlan,
    presets: readonly Preset[],
    packer: Packer,
    maxEvents: number,
    verifiedOf?: (file: string) => string,
  ) {
    this.verifiedOf = verifiedOf
    this.plan = plan
    this.packer = packer
    this.maxEvents = maxEvents
    this.presets = presets.map((preset) => ({
      preset,
      count: 0,
      first: Number.NaN,
      last: Number.NaN,
      identities: new Map(),
    }))
    const needed = plan.events.map(({ id }, i) => (plan.correlations.some((one) => one.looksAt(id)) ? i : -1))
    this.correlated = new Set(needed.filter((i) => i >= 0))
  }

  async add(rows: RowRun): Promise<void> {
    for (let i = 0; i < rows.count; i++) {
      const event = parseJudged(rows.row(i))
      this.addCounts(event)
      this.judge(event)
      if (this.packer.events >= this.maxEvents || this.packer.isFull) continue
      await this.packer.add(this.tableCells(event), event.raw)
    }
  }

  /** Call once, after all events were added. */
  findings(): readonly Finding[] {
    for (const match of this.matches.reverse()) {
      for (const correlation of this.plan.correlations) {
        const found = correlation.add(match)
        if (found !== undefined) this.found.addCorrelation(found)
      }
    }
    return this.found.sorted()
  }

  /** Cells for the table: inferred values are marked, and verification (if requested) and the error code are appended. */
  private tableCells({ cells, inferred, failed }: JudgedEvent): readonly string[] {
    const texts = TABLE_AT.map((i) => (inferred.includes(i) ? `${cells[i]!} (inferred)` : cells[i]!))
    const code = cells[at('error-code')]!
    const verified = this.verifiedOf?.(cells[FILE]!)
    return [...texts, ...(verified === undefined ? [] : [verified]), failed ? code || 'failed' : '']
  }

  private addCounts({ time, cells }: JudgedEvent): void {
    this.count++
    if (!Number.isNaN(time)) {
      if (!(time >= this.oldest)) this.oldest = time
      if (!(time <= this.newest)) this.newest = time
      increase(this.quarters, Math.floor(time / QUARTER))
    }
    COUNTED_AT.forEach((column, i) => this.columns[i]!.add(cells[column]!, 1))
    const account = cells[ACCOUNT]!
    const regions = this.places.get(account) ?? new Map<string, number>()
    this.places.set(account, regions)
    increase(regions, cells[REGION]!)
  }

  private judge({ time, cells, filters, rules, values }: JudgedEvent): void {
    const identity = cells[IDENTITY]! || undefined
    for (const index of filters) {
      const preset = this.presets[index]!
      preset.count++
      if (!Number.isNaN(time)) {
        if (!(preset.first <= time)) preset.first = time
        if (!(preset.last >= time)) preset.last = time
      }
      const { identities } = preset
      if (identity !== undefined && (identities.has(identity) || identities.size < MAX_IDENTITIES))
        increase(identities, identity)
    }
    const eventId = cells[EVENT_ID]! || undefined
    for (const index of rules) {
      const rule = this.plan.events[index]!
      if (this.plan.reported.has(rule))
        this.found.add(rule, { time, cells: { identity, 'event-id': eventId } })
      if (!this.correlated.has(index)) continue
      const value = (path: string) => values[this.plan.values.indexOf(path)]
      this.matches.push({ rule: rule.id, time, eventId: eventId ?? '', value })
    }
  }
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
