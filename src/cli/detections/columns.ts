// Columns with the rule and the event that it matched, for every command that evaluates rules.

import type { MatchedEvent } from '../../detect/match-row.ts'
import type { Level, Rule } from '../../detect/rule.ts'
import type { Color } from '../../format/color-type.ts'
import type { ListColumn } from '../../output/list.ts'
import { timeColumn } from '../../output/time-column.ts'

export interface ColumnOptions {
  /** Formats a time for people. */
  readonly time: (at: number) => string
  readonly color: Color
}

/** An event and one of the rules that it matched. */
export interface RuleEvent {
  readonly rule: Rule
  readonly event: MatchedEvent
}

export function eventColumns({ time, color }: ColumnOptions): readonly ListColumn<RuleEvent>[] {
  return [
    timeColumn({ key: 'eventTime', label: 'Event time' }, ({ event }) => event.time, time),
    ...ruleColumns<RuleEvent>(({ rule }) => rule, color),
    {
      key: 'eventName',
      label: 'Event name',
      kind: 'name',
      value: ({ event }) => event.cells['event-name'],
      shown: ({ event }) => ({ text: event.cells['event-name'] ?? '-', failed: event.cells['error-code'] }),
    },
    {
      key: 'eventSource',
      label: 'Event source',
      kind: 'service',
      value: ({ event }) => event.cells['event-source'],
      shown: false,
    },
    { key: 'identity', label: 'Identity', kind: 'name', value: ({ event }) => event.cells.identity },
    {
      key: 'principal',
      label: 'Principal',
      kind: 'resources',
      value: ({ event }) => event.cells.principal,
      shown: false,
    },
    {
      key: 'target',
      label: 'Target',
      kind: 'resources',
      dropOrder: 3,
      value: ({ event }) => event.cells.target,
    },
    {
      key: 'sourceIp',
      label: 'Source IP address',
      kind: 'path',
      dropOrder: 2,
      value: ({ event }) => event.cells['source-ip'],
    },
    {
      key: 'errorCode',
      label: 'Error code',
      kind: 'name',
      value: ({ event }) => event.cells['error-code'],
      shown: false,
    },
    {
      key: 'account',
      label: 'Account',
      kind: 'whole',
      dropOrder: 1,
      value: ({ event }) => event.cells.account,
    },
    { key: 'region', label: 'Region', kind: 'whole', value: ({ event }) => event.cells.region, shown: false },
    {
      key: 'eventId',
      label: 'Event ID',
      kind: 'whole',
      value: ({ event }) => event.cells['event-id'],
      shown: false,
    },
    { key: 'file', label: 'File', kind: 'path', value: ({ event }) => event.cells.file, shown: false },
  ]
}

export function ruleListColumns({ color }: ColumnOptions): readonly ListColumn<Rule>[] {
  return [
    ...ruleColumns<Rule>((rule) => rule, color),
    { key: 'kind', label: 'Kind', kind: 'whole', dropOrder: 1, value: ({ kind }) => kind },
    {
      key: 'description',
      label: 'Description',
      kind: 'text',
      value: ({ description }) => description,
      shown: false,
    },
    { key: 'file', label: 'File', kind: 'path', dropOrder: 2, value: ({ file }) => file },
  ]
}

/** Columns of a rule. The licence of the published rules requires that the author is named wherever a rule is shown. */
export function ruleColumns<T>(ruleOf: (row: T) => Rule, color: Color): readonly ListColumn<T>[] {
  return [
    {
      key: 'level',
      label: 'Level',
      kind: 'whole',
      value: (row) => ruleOf(row).level,
      shown: (row) => ({ text: ruleOf(row).level, style: levelStyle(ruleOf(row).level, color) }),
    },
    {
      key: 'rule',
      label: 'Rule',
      kind: 'title',
      value: (row) => ruleOf(row).title,
      shown: (row) => ruleText(ruleOf(row)),
    },
    { key: 'ruleId', label: 'Rule ID', kind: 'whole', value: (row) => ruleOf(row).id, shown: false },
    { key: 'author', label: 'Author', kind: 'text', value: (row) => ruleOf(row).author, shown: false },
    {
      key: 'tags',
      label: 'Tags',
      kind: 'text',
      value: (row) => ruleOf(row).tags,
      shown: false,
    },
  ]
}

const OURS = 'the trail-explore authors'

export function ruleText({ title, author }: Rule): string {
  return author === undefined || author === OURS ? title : `${title} (by ${author})`
}

export function levelStyle(level: Level, color: Color): ((text: string) => string) | undefined {
  if (level === 'critical' || level === 'high') return color.red
  return level === 'medium' ? color.yellow : undefined
}
