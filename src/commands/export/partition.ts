// The partition folder of an event. Text in a log may be anything, so only a valid account, Region or day becomes the
// name of a folder.

import { parseEventTime } from '../../event/event-time.ts'
import type { Row } from '../../format/table-row.ts'
import type { Partition } from '../../output/parquet-folder.ts'
import { UsageError } from '../../util/usage-error.ts'

const PARTITIONS = ['account', 'region', 'day'] as const
type Name = (typeof PARTITIONS)[number]

export interface Partitioner {
  readonly partitionsOf: (row: Row) => readonly Partition[]
  /** True if the partition is of a later day. */
  readonly isOver: (key: string, day: string) => boolean
}

/** Parses `account,region,day`, in any order. Throws UsageError. */
export function partitioner(typed: string | undefined): Partitioner {
  const names = typed === undefined ? [] : typed.split(',').map((name) => checked(name.trim()))
  if (new Set(names).size < names.length) throw new UsageError(`--partition '${typed}' names one twice`, HINT)
  return {
    partitionsOf: (row) => names.map((name) => ({ name, value: VALUES[name](row) })),
    isOver: (key, day) => (/(?:^|\/)day=(\d[^/]*)/.exec(key)?.[1] ?? '') > day,
  }
}

const HINT = `give one or more of ${PARTITIONS.join(', ')}, with commas`

function checked(name: string): Name {
  const known = PARTITIONS.find((one) => one === name)
  if (known === undefined) throw new UsageError(`--partition '${name}' does not exist`, HINT)
  return known
}

const VALUES: Readonly<Record<Name, (row: Row) => string | undefined>> = {
  account: (row) =>
    shaped(/^\d{12}$/, row['recipientaccountid']) ??
    shaped(/^\d{12}$/, (row['useridentity'] as Row | undefined)?.['accountid']),
  region: (row) => shaped(/^[a-z][a-z0-9-]{1,40}$/, row['awsregion']),
  day: (row) => {
    const time = parseEventTime(row['eventtime'])
    return Number.isNaN(time)
      ? undefined
      : shaped(/^\d{4}-\d\d-\d\d$/, new Date(time).toISOString().slice(0, 10))
  },
}

function shaped(form: RegExp, value: unknown): string | undefined {
  return typeof value === 'string' && form.test(value) ? value : undefined
}
