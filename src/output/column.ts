// What a column of a table is like: its label, how its texts may be shortened, and what goes first where room is scarce.

import type { WidthClass } from '../event/field-table.ts'
import { columnOf, findField } from '../event/fields.ts'
import { displayWidth, truncate, truncateMiddle } from '../format/width.ts'

export type ColumnKind = WidthClass

export interface Column {
  readonly label: string
  readonly kind: ColumnKind
  readonly align?: 'left' | 'right' | undefined
  /** From 1. Columns with the highest number go first where there is no room for all; without one a column stays. */
  readonly dropOrder?: number | undefined
}

export interface ColumnShape {
  /** Never narrower than this, unless all cells are. */
  readonly min: number
  /** As wide as this while there are columns that may go. */
  readonly comfort: number
  /** Share of the room, beside the other columns that want more than they can get. */
  readonly weight: number
  /** The text without what says least, for when the whole of it does not fit. Nobody is misled by it, so it has no `…`. */
  readonly shorten: (text: string) => string
  /** What is left of a text that is still too long. */
  readonly cut: (text: string, width: number, ellipsis: string) => string
}

/** Half of a time, an account ID, a Region or a number says something else. */
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
  /** `ec2.amazonaws.com` */
  service: { ...TEXT, shorten: (text) => text.replace(/\.amazonaws\.com$/, '') },
  /** `AWS::S3::Bucket, AWS::S3::Bucket` */
  types: {
    ...TEXT,
    shorten: (text) => counted(text.split(', ').map((type) => type.replace(/^AWS::\w+::/, ''))),
  },
  /** Names and ARNs, of which the end tells most. */
  resources: { ...TEXT, comfort: 16, weight: 6, cut: fewer },
  path: { ...TEXT, comfort: 20, weight: 6, cut: truncateMiddle },
}

export function shapeOf(kind: ColumnKind): ColumnShape {
  return SHAPES[kind]
}

/** The columns of a table of events; `mayDrop` where nobody asked for them. Throws UsageError for a name that is none. */
export function eventColumns(names: readonly string[], mayDrop: boolean): readonly Column[] {
  return names.map((text) => ({
    label: columnOf(text).label,
    kind: kindOf(text),
    dropOrder: mayDrop ? findField(text)?.dropOrder : undefined,
  }))
}

/** Of a field, or a path into the record. */
export function kindOf(text: string): ColumnKind {
  return findField(text)?.width ?? 'text'
}

/** `User, User, Policy` as `User (2), Policy`. */
function counted(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, n]) => (n === 1 ? value : `${value} (${n})`)).join(', ')
}

/** As many of a list as fit, and how many more there are: `web-sg, db-sg +2`. */
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

/** Less than this of a name says little. */
const SHORTEST = 12
