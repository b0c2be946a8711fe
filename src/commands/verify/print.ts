// The three output formats of `verify`. Text uses the AWS CLI's lines, which users may know.

import { camelCase } from '../../event/json-key.ts'
import { count } from '../../cli/messages/units.ts'
import type { Color } from '../../format/color-type.ts'
import { csvLine } from '../../format/csv.ts'
import { printable, printableJson } from '../../format/sanitize.ts'
import { displayTime, type Finding, type Reason, type Verdict } from '../../integrity/finding.ts'
import {
  CSV_COLUMNS,
  findingCells,
  findingJson,
  summaryLines,
  textLine,
  type ChainRow,
  type Counts,
  type Report,
} from '../../integrity/report.ts'
import type { PublicKey } from '../../integrity/keys.ts'
import type { Sink } from '../../output/sink.ts'
import type { Column } from '../../output/column.ts'
import { renderTable } from '../../output/table.ts'

export type VerifyFormat = 'text' | 'json' | 'csv'

export interface Printer {
  begin(): Promise<void>
  finding(finding: Finding): Promise<void>
  /** `keys` are the keys that were used to check signatures. */
  end(report: Report, keys: readonly PublicKey[]): Promise<void>
}

export interface PrinterOptions {
  readonly verbose: boolean
  readonly color: Color
  readonly ascii: boolean
  readonly csvSafe?: boolean | undefined
  /** The requested period, epoch milliseconds. */
  readonly asked: { readonly start?: number; readonly end?: number }
  /** The sources as typed. */
  readonly names: readonly string[]
}

export function createPrinter(format: VerifyFormat, sink: Sink, options: PrinterOptions): Printer {
  if (format === 'json') return jsonPrinter(sink)
  if (format === 'csv') return csvPrinter(sink, options.csvSafe === true)
  return textPrinter(sink, options)
}

/** Verdicts printed only with --verbose: nothing is wrong, or there would be too many lines. */
const QUIET: readonly Verdict[] = ['valid', 'uncovered']
/** Reasons that point to files that somebody may have added beside the delivered ones: the first few are printed. */
const STRANGE: readonly Reason[] = ['not-covered', 'renamed', 'digest-not-valid']
const STRANGE_NAMED = 5

function textPrinter(sink: Sink, options: PrinterOptions): Printer {
  const { verbose, color, asked, names } = options
  const styles: Partial<Record<Verdict, (text: string) => string>> = {
    invalid: color.red,
    missing: color.red,
    unreadable: color.red,
    'signature-unavailable': color.yellow,
    gap: color.yellow,
  }
  let isSaid = false
  let uncoveredNamed = 0
  return {
    async begin() {
      const times = [asked.start, asked.end].map((time) => (time === undefined ? '…' : displayTime(time)))
      const between =
        asked.start === undefined && asked.end === undefined ? '' : ` between ${times.join(' and ')}`
      await sink.write(`Validating log files under ${names.map(printable).join(', ')}${between}\n\n`)
    },
    async finding(finding) {
      const isQuiet = QUIET.includes(finding.verdict) || finding.reason === 'unsigned-digest'
      const isNamed = STRANGE.includes(finding.reason) && uncoveredNamed < STRANGE_NAMED
      if (isQuiet && !verbose && !isNamed) return
      if (finding.verdict === 'uncovered') uncoveredNamed++
      isSaid = true
      const style = styles[finding.verdict] ?? ((text: string) => text)
      await sink.write(`${style(textLine(finding, printable))}\n`)
    },
    async end(report, keys) {
      const totals = report.totals()
      const lines = [...(isSaid ? [''] : []), ...summaryLines(totals, asked)]
      const { uncovered, 'signature-unavailable': unproved } = totals.logs
      if (unproved > 0)
        lines.push(`${count(unproved, 'log file')} listed by a digest file whose signature is not available`)
      if (uncovered > 0)
        lines.push(
          `${count(uncovered, 'log file')} not covered by any valid digest file${uncoveredNamed < uncovered ? ' (-v names all)' : ''}`,
        )
      if (totals.gaps > 0) lines.push(`${count(totals.gaps, 'gap')} between digest files`)
      if (verbose) for (const line of keyLines(keys)) lines.push(printable(line))
      await sink.write(`${lines.join('\n')}\n`)
      const chains = report.chains()
      if (chains.length > 0) await sink.write(`\n${chainTable(chains, sink, options)}`)
    },
  }
}

// A signature proves only as much as the origin of its key does.
function keyLines(keys: readonly PublicKey[]): readonly string[] {
  const origins = new Set(keys.map(({ origin }) => origin))
  return [...origins].map((origin) => {
    const n = keys.filter((key) => key.origin === origin).length
    return `${count(n, 'public key')} from ${origin}`
  })
}

const CHAIN_HEAD: readonly Column[] = [
  { label: 'Account', kind: 'whole' },
  { label: 'Region', kind: 'whole' },
  { label: 'Trail', kind: 'name' },
  { label: 'Digests valid', kind: 'whole', align: 'right' },
  { label: 'Log files valid', kind: 'whole', align: 'right' },
  { label: 'Uncovered', kind: 'whole', align: 'right' },
  { label: 'Gaps', kind: 'whole', align: 'right' },
  // With a single chain, the times are printed above the table.
  { label: 'From (UTC)', kind: 'whole', dropOrder: 1 },
  { label: 'To (UTC)', kind: 'whole', dropOrder: 1 },
]

function chainTable(chains: readonly ChainRow[], sink: Sink, { color, ascii }: PrinterOptions): string {
  const head = [...CHAIN_HEAD]
  // The table has a column for the account; the folders above it tell the trees apart.
  const trees = new Set(chains.map(({ chain }) => chain.folder.replace(/[^/\\]+[/\\]$/, '')))
  const hasCopies = trees.size > 1
  if (hasCopies) head.push({ label: 'Where', kind: 'path' })
  const signed = new Set(chains.filter(({ chain }) => chain.trail !== undefined).map(placeCell))
  const rows = chains.map(({ chain, digests, logs, gaps, from, to }) => {
    const times = [from, to].map((time) => (time === undefined ? '' : displayTime(time)))
    return [
      chain.account,
      chain.region,
      trailCell(chain, signed),
      ratioCell(digests, color),
      ratioCell(logs, color),
      { text: String(logs.uncovered), style: logs.uncovered > 0 ? color.yellow : plain },
      String(gaps),
      ...times,
      ...(hasCopies ? [chain.folder] : []),
    ]
  })
  return renderTable(head, rows, { color, ascii, ...(sink.isTty && { columns: sink.columns }) })
}

// For log files that cannot be assigned to one trail: there is none, or there are several.
function trailCell(chain: ChainRow['chain'], signed: ReadonlySet<string>): string {
  if (chain.trail !== undefined) return `${chain.trail}${chain.backfill ? ' (backfill)' : ''}`
  return signed.has(placeCell({ chain })) ? '-' : '(no digest files)'
}

function placeCell({ chain: { folder, account, region } }: Pick<ChainRow, 'chain'>): string {
  return `${folder} ${account} ${region}`
}

const plain = (text: string): string => text

function ratioCell(counts: Counts, color: Color): { text: string; style: (text: string) => string } {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0) - counts.uncovered
  const bad = counts.invalid + counts.missing + counts.unreadable
  return { text: `${counts.valid}/${total}`, style: bad > 0 ? color.red : (text) => text }
}

// One document, written incrementally, because there may be millions of findings.
function jsonPrinter(sink: Sink): Printer {
  const shown = (value: unknown) =>
    sink.isTty ? printableJson(JSON.stringify(value)) : JSON.stringify(value)
  let between = '\n'
  return {
    begin: () => sink.write('{"findings":['),
    async finding(finding) {
      await sink.write(between + shown(findingJson(finding)))
      between = ',\n'
    },
    async end(report, keys) {
      const { from, to, ...totals } = counted(report.totals())
      const chains = report.chains().map((row) => ({ ...counted(row), ...timesOf(row.from, row.to) }))
      const publicKeys = keys.map(({ fingerprint, region, origin }) => ({
        fingerprint,
        region,
        from: origin,
      }))
      const tail = { publicKeys, totals: { ...totals, ...timesOf(from, to) }, outcome: report.outcome() }
      await sink.write(`\n],"chains":${shown(chains)},${shown(tail).slice(1)}\n`)
    },
  }
}

// Verdicts become keys.
function counted<
  T extends { readonly digests: Counts; readonly logs: Counts; readonly backfillDigests?: Counts },
>(row: T): T {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, COUNTED.has(key) ? camelKeys(value) : value]),
  ) as T
}

const COUNTED = new Set(['digests', 'logs', 'backfillDigests'])

function camelKeys(counts: Counts): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([verdict, n]) => [camelCase(verdict), n]))
}

function timesOf(from: number | undefined, to: number | undefined) {
  return { from: from && displayTime(from), to: to && displayTime(to) }
}

function csvPrinter(sink: Sink, isSafe: boolean): Printer {
  const line = (cells: readonly string[]) =>
    `${csvLine(sink.isTty ? cells.map(printable) : cells, isSafe)}\r\n`
  return {
    begin: () => sink.write(line(CSV_COLUMNS)),
    finding: (finding) => sink.write(line(findingCells(finding))),
    end: async () => {},
  }
}
