// Runs `trace`: argument → sessions and the calls that created them → the tree around the requested sessions.

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { needsAscii } from '../../cli/ascii.ts'
import { colorFor } from '../../cli/color.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { tellUncounted } from '../../cli/messages/uncounted.ts'
import { count } from '../../cli/messages/units.ts'
import { readEvents, type Reading, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { listFormat } from '../../cli/options/list-output.ts'
import { formatTime } from '../../event/event-time.ts'
import type { Event } from '../../event/event.ts'
import { allOf } from '../../filter/clause.ts'
import { escapeValue } from '../../filter/value-pattern.ts'
import { dot, mermaid, type GraphNode } from '../../format/graph.ts'
import type { ListFormat } from '../../format/list-formats.ts'
import { printable } from '../../format/sanitize.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import { wrapWords } from '../../format/width.ts'
import { listWriter } from '../../output/list.ts'
import type { RunResult } from '../../query/engine.ts'
import { SourceError } from '../../source/source.ts'
import { traceTree, type TraceNode } from '../../trace/tree.ts'
import { UsageError } from '../../util/usage-error.ts'
import { collected, traceSpec, type Collected } from './collect.ts'
import { eventColumns, traceColumns } from './columns.ts'
import { credentialText, identityText, knownText, subjectText, traceRows, type TraceRow } from './row.ts'
import type { TraceFormat } from './formats.ts'
import { wanted } from './wanted.ts'

export interface TraceFlags extends ReadingFlags {
  readonly events?: true
  readonly depth?: number
  readonly output?: TraceFormat
  readonly csvSafe?: true
}

export async function runTrace(
  typed: string,
  uris: readonly string[],
  flags: TraceFlags,
  io: Io,
): Promise<ExitCode> {
  if (uris.length === 0 && isSource(typed, io.cwd))
    throw new UsageError(
      `'${typed}' is where to look, not whom to trace`,
      `name an access key, ARN, user, session or event ID first: trail-explore trace alice ${typed}`,
    )
  const what = wanted(typed)
  const format = listFormat(flags.output, io)
  if (flags.events && (format === 'dot' || format === 'mermaid'))
    throw new UsageError(`--events cannot be combined with -o ${format}`, 'a graph shows only the sessions')
  return readEvents({ uris, flags, io }, async (reading) => {
    const result = await reading.aggregate(traceSpec(what))
    const found = collected(result.aggregate!, typed, what)
    if (found.targets.size === 0) return nothing(typed, found, reading, result, io)
    const nodes = traceTree(found.chains, found.targets, flags.depth)
    const rows = traceRows(nodes, found.use, needsAscii(io.env))
    if (format === 'dot' || format === 'mermaid')
      await io.out.write((format === 'dot' ? dot : mermaid)(graph(rows)))
    else await print(rows, nodes, format, reading, flags, io)
    tellUncounted(result.report.problems, 'trace', found.uncounted)
    return reading.finish(result, { verb: `counted in ${count(found.chains.sessions.size, 'session')}` })
  })
}

// A user may be named like a folder, so a plain name is no source.
function isSource(typed: string, cwd: string): boolean {
  return /^s3:\/\//i.test(typed) || (/^\.|[\\/]/.test(typed) && existsSync(resolve(cwd, typed)))
}

async function print(
  rows: readonly TraceRow[],
  nodes: readonly TraceNode[],
  format: ListFormat,
  reading: Reading,
  flags: TraceFlags,
  io: Io,
): Promise<void> {
  const color = await colorFor(io.out, io.env, flags.color)
  const options = { color, ascii: needsAscii(io.env), csvSafe: flags.csvSafe }
  const time = timeFormatter(flags.timeZone)
  if (!flags.events || format === 'table') {
    let writer = listWriter(format, traceColumns(time, color.bold), io.out, options)
    let heading = ''
    for (const row of rows) {
      const text = subjectText(row.node.root)
      if (format === 'table' && row.node.depth === 0 && text !== heading) {
        await writer.end()
        const lines = wrapWords(printable(text), io.out.isTty ? io.out.columns : Infinity)
        await io.out.write(
          `${heading === '' ? '' : '\n'}${lines.map((line) => `${color.bold(line)}\n`).join('')}`,
        )
        writer = listWriter(format, traceColumns(time, color.bold), io.out, options)
        heading = text
      }
      await writer.row(row)
    }
    await writer.end()
  }
  if (!flags.events) return
  if (format === 'table') await io.out.write('\n')
  const writer = listWriter(format, eventColumns(time), io.out, options)
  for await (const event of eventsOf(nodes, reading)) await writer.row(event)
  await writer.end()
}

/** Pass 2: reads again, only the time of the sessions. A call that two accounts recorded is printed once. */
async function* eventsOf(
  nodes: readonly TraceNode[],
  reading: Reading,
): AsyncGenerator<Event, void, undefined> {
  const sessions = nodes.flatMap(({ session, isAbove }) => (isAbove ? [] : (session ?? [])))
  const start = Math.min(...sessions.map(({ first }) => first).filter((at) => !Number.isNaN(at)))
  const end = Math.max(...sessions.map(({ last }) => last).filter((at) => !Number.isNaN(at)))
  const { walk, filter } = reading.selection
  const isTimed = Number.isFinite(start) && sessions.every(({ first }) => !Number.isNaN(first))
  const stream = reading.events({
    filter: allOf([
      filter,
      { kind: 'text', field: 'session', values: sessions.map(({ id }) => escapeValue(id)) },
    ]),
    walk: isTimed ? { ...walk, start, end } : walk,
    ascending: true,
  })
  const shared = new Set<string>()
  for await (const { event } of stream) {
    const twin = event.text('sharedEventID')
    if (twin !== undefined && shared.has(twin)) continue
    if (twin !== undefined) shared.add(twin)
    yield event
  }
}

function graph(rows: readonly TraceRow[]): readonly GraphNode[] {
  const nodes: GraphNode[] = []
  const numbers = new Map<string, number>()
  const subjects = new Map<string, number>()
  for (const row of rows) {
    const { node, use } = row
    let parent = node.parent === undefined ? undefined : numbers.get(node.parent)
    if (parent === undefined) {
      const subject = subjectText(node.root)
      parent = subjects.get(subject) ?? nodes.length
      if (!subjects.has(subject))
        nodes.push({ lines: [subject], parent: undefined, edge: '', isMarked: false })
      subjects.set(subject, parent)
    }
    numbers.set(node.id, nodes.length)
    const { first = Number.NaN, last = Number.NaN } = node.session ?? {}
    const lines = [
      credentialText(node),
      identityText(row) ?? '',
      use?.addresses.slice(0, 3).join(', ') ?? '',
      [formatTime(first), formatTime(last)].filter(Boolean).join(' – '),
      use === undefined
        ? 'no event in these logs'
        : `${count(use.events, 'event')}, ${count(use.changes, 'change')}, ${count(use.errors, 'error')}`,
    ]
    nodes.push({
      lines: lines.filter((line) => line !== ''),
      parent,
      edge: knownText(node),
      isMarked: node.isTarget,
    })
  }
  return nodes
}

/** For no session found. If an event was found that has no session, its caller is all that can be reported. */
async function nothing(
  typed: string,
  { event }: Collected,
  reading: Reading,
  result: RunResult,
  io: Io,
): Promise<ExitCode> {
  const exitCode = await reading.finish(result, { verb: 'counted' })
  if (exitCode === EXIT.interrupted) return exitCode
  if (event !== undefined) {
    const who = event.who === '' ? 'a caller that its record does not name' : event.who
    await io.err.write(
      `note: ${printable(event.name)} ${printable(event.id)} was made by ${printable(who)}, with no credential that links it to other events\n`,
    )
    return exitCode
  }
  throw new SourceError(
    'not-found',
    `no session of ${typed}`,
    'try other sources, or drop --account, --region and times; `lookup` lists events and their IDs',
  )
}
