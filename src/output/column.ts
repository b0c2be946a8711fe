// Columns of a table: their labels, how their texts may be shortened, and which are dropped first if the table is too
// wide.

import type { WidthClass } from '../event/field-table.ts'
import { columnOf, findField } from '../event/fields.ts'
import { displayWidth, truncate, truncateMiddle } from '../format/width.ts'

export type ColumnKind = WidthClass | 'title' | 'addresses' | 'value'

export interface Column {
  readonly label: string
  readonly kind: ColumnKind
  readonly align?: 'left' | 'right' | undefined
  /**
   * From 1. If the table is too wide, columns with the highest number are dropped first; without a number a column
   * stays.
   */
  readonly dropOrder?: number | undefined
}

export interface ColumnShape {
  /** Minimum width, unless all cells are narrower. */
  readonly min: number
  /** Minimum width while there are columns left that can be dropped. */
  readonly comfort: number
  /** Share of the free width among the columns that want more than they can get. */
  readonly weight: number
  /**
   * The text without its least informative part, used if the whole does not fit. The result is unambiguous, so it has
   * no `…`.
   */
  readonly shorten: (text: string) => string
  /** Truncates a text that is still too long. */
  readonly cut: (text: string, width: number, ellipsis: string) => string
}

/** For values that would be misleading if truncated: times, account IDs, Regions and numbers. */
const WHOLE: ColumnShape = {
  min: Infinity,
  comfort: Infinity,
  weight: 4,
  shorten: (text) => text,
  cut: (text) => text,
}
const TEXT: ColumnShape = { min: 8, comfort: 12, weight: 4, shorten: (text) => text, cut: truncate }

const SHAPES: Readonly<Record<ColumnKind, ColumnShape>> = {
  whole: WHOLE,
  text: TEXT,
  name: { ...TEXT, comfort: 16, weight: 6 },
  /** A few words of which each counts, such as the title of a rule. */
  title: { ...TEXT, comfort: 32, weight: 8 },
  /** Such as `ec2.amazonaws.com`. */
  service: { ...TEXT, shorten: (text) => text.replace(/\.amazonaws\.com$/, '') },
  /** Such as `AWS::S3::Bucket, AWS::S3::Bucket`. */
  types: {
    ...TEXT,
    shorten: (text) => counted(text.split(', ').map((type) => type.replace(/^AWS::\w+::/, ''))),
  },
  /** Names and ARNs, of which the end is the most informative part. */
  resources: { ...TEXT, comfort: 16, weight: 6, cut: fewer },
  /** One IPv4 address is never cut. */
  addresses: { ...TEXT, min: 15, comfort: 15, weight: 6, cut: fewer },
  /** What a row is about: a name or an ARN. */
  value: { ...TEXT, comfort: 32, weight: 8, cut: truncateMiddle },
  path: { ...TEXT, comfort: 20, weight: 6, cut: truncateMiddle },
}

export function shapeOf(kind: ColumnKind): ColumnShape {
  return SHAPES[kind]
}

/** The columns of a table of events. `mayDrop` is for default columns. Throws UsageError for an unknown name. */
export function eventColumns(names: readonly string[], mayDrop: boolean): readonly Column[] {
  return names.map((text) => ({
    label: columnOf(text).label,
    kind: kindOf(text),
    dropOrder: mayDrop ? findField(text)?.dropOrder : undefined,
  }))
}

/** The kind of a field or of a path into the record. */
export function kindOf(text: string): ColumnKind {
  return findField(text)?.width ?? 'text'
}

/** Turns `User, User, Policy` into `User (2), Policy`. */
function counted(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, n]) => (n === 1 ? value : `${value} (${n})`)).join(', ')
}

/** As many items of a list as fit, and the number of the others: `web-sg, db-sg +2`. */
function fewer(text: string, width: number, ellipsis: string): string {
  const all = text.split(', ')
  let shown = ''
  for (const [i, one] of all.entries()) {
    const before = i === 0 ? '' : `${shown}, `
    const after = i === all.length - 1 ? '' : ` +${all.length - 1 - i}`
    const room = width - displayWidth(before) - after.length
    if (displayWidth(one) > room || i === all.length - 1) {
      if (i === 0 || room >= SHORTEST) return before + truncateMiddle(one, room, ellipsis) + after
      return `${shown} +${all.length - i}`
    }
    shown = before + one
  }
  return text
}

/** A name truncated to less than this is useless. */
const SHORTEST = 12
