// The three output formats of `ls`. Keys are untrusted text.

import { bytes as bytesText } from '../../cli/messages/units.ts'
import { formatTime } from '../../event/event-time.ts'
import type { Color } from '../../format/color-type.ts'
import { csvLine } from '../../format/csv.ts'
import { printable, printableJson } from '../../format/sanitize.ts'
import type { LogFile } from '../../logfile/accept.ts'
import type { Sink } from '../../output/sink.ts'
import type { Column } from '../../output/column.ts'
import { renderTable, type Cell } from '../../output/table.ts'
import type { Gap } from '../../inventory/gaps.ts'
import { LEVELS, type Count, type Level } from '../../inventory/tree.ts'
import { thousands } from '../../util/format.ts'

export type LsFormat = 'table' | 'json' | 'csv'

export interface Printer {
  /** One file of a list, printed immediately. */
  file(file: LogFile, bytes: number): Promise<void>
  branches(branches: readonly Count[], level: Level): Promise<void>
  /** `isWhole`: everything could be listed. */
  gaps(gaps: readonly Gap[], isWhole: boolean): Promise<void>
  end(): Promise<void>
}

type Value = string | number | undefined
type Record = Readonly<{ [key: string]: Value }>

export interface PrinterOptions {
  readonly color: Color
  readonly ascii: boolean
  readonly csvSafe?: boolean | undefined
}

export function createPrinter(format: LsFormat, sink: Sink, options: PrinterOptions): Printer {
  if (format === 'table') return tablePrinter(sink, options)
  const list = format === 'json' ? jsonList(sink) : csvList(sink, options.csvSafe === true)
  return {
    file: (file, bytes) => list.add(fileRecord(file, bytes)),
    async branches(branches, level) {
      list.head(BRANCH_KEYS(level))
      for (const branch of branches) await list.add(branchRecord(branch, level))
    },
    async gaps(gaps) {
      list.head(GAP_KEYS)
      for (const { ...record } of gaps) await list.add(record)
    },
    end: () => list.end(),
  }
}

interface List {
  /** The keys of a record, needed for a list without records. */
  head(keys: readonly string[]): void
  add(record: Record): Promise<void>
  end(): Promise<void>
}

const FILE_KEYS = ['file', 'kind', 'delivered', 'bytes', 'storageClass']
const GAP_KEYS = ['tree', 'account', 'region', 'from', 'to', 'days', 'where', 'digests']
const BRANCH_KEYS = (level: Level): readonly string[] => [
  'tree',
  ...(['account', 'region'] as const).filter((key) => LEVELS.indexOf(key) <= LEVELS.indexOf(level)),
  ...(LEVELS.indexOf(level) >= LEVELS.indexOf('year') ? ['date'] : []),
  'days',
  'files',
  'digests',
  'bytes',
  'first',
  'last',
]

function fileRecord({ source, object, name, digest }: LogFile, bytes: number): Record {
  return {
    file: source.display(object.key),
    kind: digest ? 'CloudTrail-Digest' : name?.folder,
    delivered: timeOf(name?.delivered ?? digest?.end),
    bytes,
    storageClass: object.storageClass,
  }
}

function branchRecord(branch: Count, level: Level): Record {
  const all: Record = {
    ...branch,
    days: branch.days.size,
    first: timeOf(branch.first),
    last: timeOf(branch.last),
    digestDays: undefined,
  }
  return Object.fromEntries(BRANCH_KEYS(level).map((key) => [key, all[key]]))
}

function timeOf(time: number | undefined): string | undefined {
  return time === undefined || Number.isNaN(time) ? undefined : formatTime(time)
}

function jsonList(sink: Sink): List {
  let rows = 0
  return {
    head: () => undefined,
    async add(record) {
      const text = JSON.stringify(record)
      await sink.write(`${rows++ === 0 ? '[\n' : ',\n'}${sink.isTty ? printableJson(text) : text}`)
    },
    end: () => sink.write(rows === 0 ? '[]\n' : '\n]\n'),
  }
}

function csvList(sink: Sink, isSafe: boolean): List {
  let keys: readonly string[] = FILE_KEYS
  let headed = false
  async function line(cells: readonly Value[]): Promise<void> {
    const text = csvLine(
      cells.map((cell) => String(cell ?? '')),
      isSafe,
    )
    await sink.write(`${sink.isTty ? printable(text) : text}\r\n`)
  }
  async function headLine(): Promise<void> {
    if (headed) return
    headed = true
    await line(keys)
  }
  return {
    head(given) {
      keys = given
    },
    async add(record) {
      await headLine()
      await line(keys.map((key) => record[key]))
    },
    end: headLine,
  }
}

function tablePrinter(sink: Sink, { color, ascii }: PrinterOptions): Printer {
  // Output to a pipe is never truncated.
  const columns = sink.isTty ? sink.columns : Number.POSITIVE_INFINITY
  const write = (head: readonly Column[], rows: readonly (readonly Cell[])[]) =>
    rows.length === 0 ? undefined : sink.write(renderTable(head, rows, { columns, color, ascii }))
  return {
    // Plain lines instead of a table, so that a name is never truncated.
    async file({ source, object, name, digest }, bytes) {
      const time = minute(name?.delivered ?? digest?.end ?? Number.NaN).padEnd(17)
      await sink.write(`${time}  ${bytesText(bytes).padStart(7)}  ${printable(source.display(object.key))}\n`)
    },
    async branches(branches, level) {
      if (level === 'tree') return branchTable(branches, level)
      await byTree(branches, (ofTree) => branchTable(ofTree, level))
    },
    async gaps(gaps, isWhole) {
      const head = [
        ...['Account', 'Region', 'From', 'To'].map(whole),
        number('Days'),
        { ...number('Digests'), dropOrder: 1 },
        whole('Where'),
      ]
      await byTree(gaps, async (ofTree) => {
        const rows = ofTree.map((gap) => [
          gap.account,
          gap.region,
          gap.from,
          gap.to,
          thousands(gap.days),
          thousands(gap.digests),
          WHERE[gap.where],
        ])
        await write(head, rows)
      })
      if (gaps.length === 0) await sink.write(isWhole ? 'no gaps\n' : 'no gaps in what could be listed\n')
    },
    end: async () => undefined,
  }

  // A tree's name is printed above its rows, because as a column it would take the space of all others.
  async function byTree<T extends { readonly tree: string }>(
    rows: readonly T[],
    print: (rows: readonly T[]) => Promise<void>,
  ): Promise<void> {
    const trees = new Set(rows.map(({ tree }) => tree))
    let first = true
    for (const tree of trees) {
      if (trees.size > 1) await sink.write(`${first ? '' : '\n'}${color.bold(printable(tree))}\n`)
      first = false
      await print(rows.filter((row) => row.tree === tree))
    }
  }

  async function branchTable(branches: readonly Count[], level: Level): Promise<void> {
    const at = LEVELS.indexOf(level)
    const shown = [
      ...(level === 'tree' ? (['tree'] as const) : []),
      ...(at >= LEVELS.indexOf('account') ? (['account'] as const) : []),
      ...(at >= LEVELS.indexOf('region') ? (['region'] as const) : []),
      ...(at >= LEVELS.indexOf('year') ? (['date'] as const) : []),
    ]
    const isDay = level === 'day'
    const hasDigests = branches.some(({ digests }) => digests > 0)
    const head = [
      ...shown.map((key) =>
        key === 'tree'
          ? { label: LABELS.tree, kind: 'path' as const }
          : whole(key === 'date' ? LABELS[level] : LABELS[key]),
      ),
      ...(isDay ? [] : [number('Days')]),
      number('Files'),
      ...(hasDigests ? [{ ...number('Digests'), dropOrder: 3 }] : []),
      number('Size'),
      { ...whole('First (UTC)'), dropOrder: 1 },
      { ...whole('Last (UTC)'), dropOrder: 2 },
    ]
    const rows = branches.map((branch) => [
      ...shown.map((key) => branch[key]),
      ...(isDay ? [] : [thousands(branch.days.size)]),
      thousands(branch.files),
      ...(hasDigests ? [thousands(branch.digests)] : []),
      bytesText(branch.bytes),
      minute(branch.first),
      minute(branch.last),
    ])
    await write(head, rows)
  }
}

const whole = (label: string): Column => ({ label, kind: 'whole' })
const number = (label: string): Column => ({ label, kind: 'whole', align: 'right' })

const LABELS: Readonly<{ [K in Level | 'date']: string }> = {
  tree: 'Tree',
  account: 'Account',
  region: 'Region',
  year: 'Year',
  month: 'Month',
  day: 'Day',
  date: 'Date',
}

const WHERE: Readonly<{ [K in Gap['where']]: string }> = {
  before: 'before the first',
  between: 'in between',
  after: 'after the last',
  whole: 'none at all',
}

/** `2024-08-18T11:40Z`: file names have a resolution of one minute. */
function minute(time: number): string {
  return Number.isNaN(time) ? '' : `${new Date(time).toISOString().slice(0, 16)}Z`
}
