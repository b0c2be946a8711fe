// Findings for people and programs: the AWS CLI's lines, JSON, CSV rows, totals, and one row for each chain. Returns
// text and never prints. The caller's `clean` makes names safe for a terminal.

import { displayTime, type Chain, type Finding, type TreeOfLog, type Verdict, VERDICTS } from './finding.ts'

/** One finding as the AWS CLI prints it, without a line end. */
export function textLine(finding: Finding, clean: (text: string) => string = (text) => text): string {
  const { subject, reason, chain, backfill } = finding
  const text = clean(finding.text)
  const uri = clean(finding.uri)
  if (subject === 'log') return `Log file\t${uri}\t${text}`
  const mark = backfill ? '(backfill) ' : ''
  if (subject === 'digest') return `${mark}Digest file\t${uri}\t${text}`
  if (reason === 'gap' || reason === 'chain-restarted') return `${mark}${text}`
  return `${mark}Digest chain\t${clean(chain?.id ?? uri)}\t${text}`
}

/** One finding with its reason, as plain data. */
export function findingJson(finding: Finding): Readonly<Record<string, string | boolean | undefined>> {
  const { subject, verdict, reason, text, uri, chain, backfill, from, to } = finding
  return {
    subject,
    verdict,
    reason,
    text,
    uri,
    account: chain?.account,
    region: chain?.region,
    trail: chain?.trail,
    homeRegion: chain?.homeRegion,
    backfill,
    from: from === undefined ? undefined : displayTime(from),
    to: to === undefined ? undefined : displayTime(to),
  }
}

export const CSV_COLUMNS = [
  'subject',
  'verdict',
  'reason',
  'text',
  'uri',
  'account',
  'region',
  'trail',
  'homeRegion',
  'backfill',
  'from',
  'to',
] as const

/** Cells in the order of `CSV_COLUMNS`; empty where the finding has no value. */
export function findingCells(finding: Finding): string[] {
  const json = findingJson(finding)
  return CSV_COLUMNS.map((column) => String(json[column] ?? ''))
}

export type Counts = Readonly<Record<Verdict, number>>

/** One chain, or the log files of a tree that cannot be assigned to a single chain, and so have no trail. */
export interface ChainRow {
  readonly chain: TreeOfLog & Partial<Chain>
  readonly digests: Counts
  readonly logs: Counts
  readonly gaps: number
  /** The period that valid digests cover, epoch milliseconds; undefined if there are none. */
  readonly from: number | undefined
  readonly to: number | undefined
}

export interface Totals {
  readonly digests: Counts
  readonly backfillDigests: Counts
  readonly logs: Counts
  readonly gaps: number
  readonly from: number | undefined
  readonly to: number | undefined
  /** Digests whose public key was not found: often all of them, if the keys could not be fetched. */
  readonly keysNotFound: number
}

/** The overall result. `nothing-verified` also carries the cause, from which the hint is chosen. */
export type Outcome =
  | { readonly kind: 'valid' }
  | { readonly kind: 'not-valid' }
  | { readonly kind: 'nothing-verified'; readonly why: 'no-digests' | 'no-keys' | 'no-signatures' }

export interface Report {
  add(finding: Finding): void
  totals(): Totals
  /** In the order in which the chains were first seen. */
  chains(): readonly ChainRow[]
  outcome(): Outcome
}

export function startReport(): Report {
  const all = newChainCounts()
  const backfill = newChainCounts()
  const rows = new Map<string, Row>()
  let keysNotFound = 0

  return {
    add(finding) {
      const { subject, chain, reason } = finding
      if (reason === 'key-not-found') keysNotFound++
      count(subject === 'digest' && finding.backfill ? backfill : all, finding)
      const row = chain ? rowOf(rows, chain, chain.id) : finding.tree && rowOfTree(rows, finding.tree)
      if (row) count(row.counts, finding)
    },
    totals: () => ({
      digests: all.digests,
      backfillDigests: backfill.digests,
      logs: all.logs,
      gaps: all.gaps,
      ...covered(all, backfill),
      keysNotFound,
    }),
    chains: () =>
      [...rows.values()].map(({ chain, counts }) => {
        const { digests, logs, gaps, first: from, last: to } = counts
        return { chain, digests, logs, gaps, from, to }
      }),
    outcome() {
      const sum = (verdict: Verdict) =>
        all.digests[verdict] + backfill.digests[verdict] + all.logs[verdict] + all.lost[verdict]
      const digests = VERDICTS.reduce((n, verdict) => n + all.digests[verdict] + backfill.digests[verdict], 0)
      const bad = sum('invalid') + sum('missing') + sum('unreadable')
      const validDigests = all.digests.valid + backfill.digests.valid
      if (digests === 0 && bad === 0) return { kind: 'nothing-verified', why: 'no-digests' }
      if (validDigests === 0 && bad === keysNotFound) {
        return { kind: 'nothing-verified', why: keysNotFound > 0 ? 'no-keys' : 'no-signatures' }
      }
      return { kind: bad > 0 ? 'not-valid' : 'valid' }
    },
  }
}

/**
 * The AWS CLI's closing lines for the requested period (epoch milliseconds; undefined means unbounded) and the totals.
 */
export function summaryLines(
  totals: Totals,
  asked: { readonly start?: number | undefined; readonly end?: number | undefined },
): string[] {
  const { digests, backfillDigests, logs, from, to } = totals
  const lines: string[] = []
  const open = asked.start === undefined && asked.end === undefined
  if (!open)
    lines.push(`Results requested for ${edge(asked.start, 'the beginning')} to ${edge(asked.end, 'now')}`)
  if (asCounted(digests).total + asCounted(backfillDigests).total === 0) return [...lines, 'No digests found']
  if (from === undefined || to === undefined) lines.push('No valid digests found in range')
  else {
    const clipped = [Math.max(from, asked.start ?? from), Math.min(to, asked.end ?? to)] as const
    lines.push(`Results found for ${displayTime(clipped[0])} to ${displayTime(clipped[1])}:`)
  }
  lines.push('')
  return [
    ...lines,
    ...ratio(digests, 'digest'),
    ...ratio(backfillDigests, 'backfill digest'),
    ...ratio(logs, 'log'),
  ]
}

function edge(time: number | undefined, open: string): string {
  return time === undefined ? open : displayTime(time)
}

function ratio(counts: Counts, name: string): string[] {
  const { valid, invalid, total } = asCounted(counts)
  if (total === 0) return []
  const line = `${valid}/${total} ${name} files valid`
  return [invalid > 0 ? `${line}, ${invalid}/${total} ${name} files INVALID` : line]
}

// Counts as the AWS CLI does: missing files are invalid. Files with no available signature are in the total only.
function asCounted(counts: Counts): { valid: number; invalid: number; total: number } {
  const { valid, invalid, missing, unreadable } = counts
  const bad = invalid + missing + unreadable
  return { valid, invalid: bad, total: valid + bad + counts['signature-unavailable'] }
}

interface Row {
  readonly chain: ChainRow['chain']
  readonly counts: ChainCounts
}

function rowOf(rows: Map<string, Row>, chain: ChainRow['chain'], name: string): Row {
  const id = `${chain.folder}\n${name}`
  const row = rows.get(id) ?? { chain, counts: newChainCounts() }
  rows.set(id, row)
  return row
}

// File names do not contain the trail. If the tree has exactly one chain, the file counts there; otherwise the tree
// gets its own row.
function rowOfTree(rows: Map<string, Row>, tree: TreeOfLog): Row {
  const name = `${tree.account}/${tree.region}`
  const own = rows.get(`${tree.folder}\n${name}`)
  if (own) return own
  const there = [...rows.values()].filter(
    ({ chain }) =>
      chain.folder === tree.folder &&
      chain.account === tree.account &&
      chain.region === tree.region &&
      chain.backfill === false,
  )
  return there.length === 1 ? there[0]! : rowOf(rows, tree, name)
}

interface ChainCounts {
  readonly digests: Record<Verdict, number>
  readonly logs: Record<Verdict, number>
  /** Findings on the chain as a whole. */
  readonly lost: Record<Verdict, number>
  gaps: number
  first: number | undefined
  last: number | undefined
}

function newChainCounts(): ChainCounts {
  return { digests: zeros(), logs: zeros(), lost: zeros(), gaps: 0, first: undefined, last: undefined }
}

function zeros(): Record<Verdict, number> {
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>
}

function count(counts: ChainCounts, { subject, verdict, reason, from, to }: Finding): void {
  if (subject === 'log') counts.logs[verdict]++
  else if (subject === 'digest') counts.digests[verdict]++
  else counts.lost[verdict]++
  if (reason === 'gap' || reason === 'chain-restarted') counts.gaps++
  if (subject !== 'digest' || verdict !== 'valid') return
  if (from !== undefined) counts.first = Math.min(counts.first ?? from, from)
  if (to !== undefined) counts.last = Math.max(counts.last ?? to, to)
}

function covered(...all: readonly ChainCounts[]): Pick<Totals, 'from' | 'to'> {
  let from: number | undefined
  let to: number | undefined
  for (const { first, last } of all) {
    if (first !== undefined) from = Math.min(from ?? first, first)
    if (last !== undefined) to = Math.max(to ?? last, last)
  }
  return { from, to }
}
