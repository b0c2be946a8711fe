// Runs `watch`, round after round: new files → their events, or the findings of rules → printed, notified, remembered.

import { needsAscii } from '../../cli/ascii.ts'
import { colorFor } from '../../cli/color.ts'
import { checkRules, loadPlan } from '../../cli/detections/load-plan.ts'
import type { RuleFlags } from '../../cli/detections/rule-options.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { say } from '../../cli/messages/print.ts'
import { problemLines } from '../../cli/messages/problem-lines.ts'
import { count } from '../../cli/messages/units.ts'
import { readEvents, type Reading, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { listFormat } from '../../cli/options/list-output.ts'
import { CELLS, type MatchedEvent, parseMatchRow } from '../../detect/match-row.ts'
import { correlate, type DetectPlan } from '../../detect/plan.ts'
import type { Rule } from '../../detect/rule.ts'
import { accountOf } from '../../event/identity.ts'
import { eventId } from '../../event/names.ts'
import type { LocatedEvent } from '../../format/located.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import type { LogFile } from '../../logfile/accept.ts'
import { listWriter } from '../../output/list.ts'
import type { RunResult } from '../../query/engine.ts'
import { hasLanes, isBearable, textOf, type Source } from '../../source/source.ts'
import { sleep } from '../../util/sleep.ts'
import { columnsOf, DEFAULT_WATCH_COLUMNS, type Finding, findingColumns } from './columns.ts'
import { hash, Journal, printedOf } from './journal.ts'
import { Notifier } from './notify.ts'
import { Outbox } from './outbox.ts'
import type { Call, Matched, Printed } from './state-file.ts'
import { lockState } from './state-lock.ts'
import { type Round, watchedSource } from './watched.ts'

export interface WatchFlags extends ReadingFlags, RuleFlags {
  readonly every: number
  readonly once?: true
  readonly state?: string
  readonly detect?: true
  readonly exec?: string
  readonly webhook?: string
  readonly maxCalls: number
  readonly output?: 'table' | 'jsonl' | 'csv' | 'tsv'
  readonly csvSafe?: true
  readonly columns?: readonly string[]
}

/** Reads new files and prints what they contain, or with `onlyRemember` just records it. */
type Look = (asked: Parameters<Reading['events']>[0], onlyRemember: boolean) => Promise<RunResult>

const DAY = 86_400_000
/** Event history usually has an event within 15 minutes; an hour allows for delays. */
const HISTORY_DELAY = 3_600_000
/** Maximum number of remembered problem lines: each is printed once, not in every round. */
const MAX_TOLD = 10_000

export async function runWatch(uris: readonly string[], flags: WatchFlags, io: Io): Promise<ExitCode> {
  const unlock = flags.state === undefined ? undefined : await lockState(flags.state, io.cwd)
  try {
    return await watch(uris, flags, io)
  } finally {
    unlock?.()
  }
}

async function watch(uris: readonly string[], flags: WatchFlags, io: Io): Promise<ExitCode> {
  const loaded = flags.detect ? await loadPlan(flags, io) : undefined
  if (loaded) checkRules(loaded)
  const notifier = new Notifier(flags, io)
  let round: Round = { now: io.now().getTime(), from: 0, since: undefined }
  const wrap = (source: Source): Source => watchedSource(source, () => round)
  return readEvents({ uris, flags, io, wrap }, async (reading) => {
    const journal = new Journal(
      flags.state,
      reading.sources.map(({ uri }) => uri),
      io,
    )
    const outbox = new Outbox({ io, journal, notifier, color: flags.color })
    await outbox.recover()
    const printing = { reading, flags, io, journal, outbox }
    const look = loaded ? await findingsLook({ ...printing, plan: loaded.plan }) : await eventsLook(printing)
    const told = new Set<string>()
    const tell = async (lines: readonly string[]): Promise<void> => {
      const fresh = lines.filter((line) => !told.has(line))
      if (told.size > MAX_TOLD) told.clear()
      for (const line of fresh) told.add(line)
      await say(io, fresh, flags.color)
    }
    let hasProblems = loaded?.isWhole === false
    for (;;) {
      const isFirst = journal.looked === undefined
      const isQuiet = isFirst && !hasStart(flags)
      round = nextRound(io.now().getTime(), journal.looked, reading.selection.walk.start)
      const result = await watchOnce(reading, { journal, outbox, look, round, isQuiet })
      if (isQuiet && result.failure === undefined && !flags.quiet)
        await say(io, ['note: printing what is delivered from now on'], flags.color)
      await tell(problemLines(result.report.problems, flags.quiet))
      hasProblems ||= result.report.problems.fails || notifier.failed > 0
      await reportCalls(notifier, io)
      if (io.signal.aborted) return EXIT.interrupted
      // A temporary failure may be over in the next round. In the first round, and with --once, any failure ends the command.
      if (result.failure !== undefined) {
        if (isFirst || flags.once || !isBearable(result.failure)) throw result.failure
        await tell([`error: ${textOf(result.failure)}`])
      }
      if (flags.once) return hasProblems ? EXIT.unread : EXIT.ok
      await sleep(flags.every * 1000, io.signal)
      if (io.signal.aborted) return EXIT.interrupted
    }
  })
}

/** A round lists the days since the last round, and the day before, which may receive late files. */
function nextRound(now: number, looked: number | undefined, start: number | undefined): Round {
  const day = (time: number): number => Math.floor(time / DAY) * DAY
  const from =
    looked === undefined ? Math.min(start ?? now, day(now) - DAY) : day(Math.min(looked, now)) - DAY
  const since = looked === undefined ? (start ?? now - HISTORY_DELAY) : Math.min(looked, now) - HISTORY_DELAY
  return { now, from, since }
}

function hasStart({ start, startTime, last, around }: WatchFlags): boolean {
  return [start, startTime, last, around].some((time) => time !== undefined)
}

interface Watched {
  readonly journal: Journal
  readonly outbox: Outbox
  readonly look: Look
  readonly round: Round
  readonly isQuiet: boolean
}

/** One round; with `isQuiet` everything already delivered counts as read. */
async function watchOnce(
  { selection }: Reading,
  { journal, outbox, look, round: { now, from }, isQuiet }: Watched,
): Promise<RunResult> {
  const read: string[] = []
  const result = await look(
    {
      walk: { ...selection.walk, start: from, now },
      ascending: true,
      isKnown: (file) => {
        // Pages of Event history have the same names in every round, so they are never known.
        if (hasLanes(file.source)) return false
        const isKnown = journal.hasFile(uriOf(file), now)
        if (isQuiet && !isKnown) journal.addFile(uriOf(file), now)
        return isQuiet || isKnown
      },
      // A file that could not be read is read again in the next round.
      onFile: (file, isWhole) => {
        if (isWhole && !hasLanes(file.source)) read.push(uriOf(file))
      },
    },
    isQuiet,
  )
  await outbox.flush()
  // Files are recorded only after their events were printed.
  if (result.failure !== undefined) return result
  for (const uri of read) journal.addFile(uri, now)
  journal.finish(now)
  return result
}

function uriOf({ source, object }: LogFile): string {
  return source.display(object.key)
}

interface Printing {
  readonly reading: Reading
  readonly flags: WatchFlags
  readonly io: Io
  readonly journal: Journal
  readonly outbox: Outbox
}

async function eventsLook({ reading, flags, io, journal, outbox }: Printing): Promise<Look> {
  const format = listFormat(flags.output, io)
  const names = flags.columns?.flatMap((list) => list.split(',')).map((name) => name.trim())
  const isRaw = format === 'jsonl' && names === undefined
  const columns = columnsOf(names ?? DEFAULT_WATCH_COLUMNS, flags.timeZone)
  const writer = listWriter<LocatedEvent>(format, columns, outbox.sink, await writerOptions(flags, io))
  return async (asked, onlyRemember) => {
    const events = reading.events(asked)
    for await (const found of events) {
      const { event, raw } = found
      const id = JSON.stringify([eventId(event), accountOf(event)])
      const printed = printedOf(id, raw, io.now().getTime())
      if (journal.hasEvent(printed)) continue
      if (onlyRemember) {
        journal.addEvent(printed)
        continue
      }
      if (isRaw) await outbox.sink.write(Buffer.concat([raw, NEWLINE]))
      else await writer.row(found)
      await writer.flush()
      await outbox.add(printed, [{ id: callId(printed), object: Buffer.from(raw).toString() }])
    }
    return events.result
  }
}

const NEWLINE = Buffer.from('\n')

/** The same for the same event with the same content, in every run. */
function callId({ event, content }: Printed, rule = ''): string {
  return hash(JSON.stringify([event, content, rule]))
}

async function findingsLook({
  reading,
  flags,
  io,
  journal,
  outbox,
  plan,
}: Printing & { readonly plan: DetectPlan }): Promise<Look> {
  const format = listFormat(flags.output, io)
  const options = await writerOptions(flags, io)
  const columns = findingColumns({ ...options, time: timeFormatter(flags.timeZone) })
  const writer = listWriter<Finding>(format, columns, outbox.sink, options)
  const spec = { rules: plan.events, values: plan.values, cells: CELLS, withRecord: true }
  const print = async (finding: Finding): Promise<Call> => {
    await writer.row(finding)
    const object = Object.fromEntries(columns.map(({ key, value }) => [key, value(finding)]))
    return { id: finding.id, object: JSON.stringify(object) }
  }
  // Correlations continue from what earlier runs found.
  for (const matched of journal.matched()) replay(matched, plan)
  return (asked, onlyRemember) =>
    reading.detections(
      spec,
      async (rows) => {
        for (let i = 0; i < rows.count; i++) {
          const event = parseMatchRow(rows.row(i), spec)
          const raw = event.raw ?? Buffer.alloc(0)
          const id = JSON.stringify([event.cells['event-id'], event.cells.account])
          const matched = onlyRemember ? undefined : matchedOf(event, plan)
          const printed = printedOf(id, raw, io.now().getTime(), matched)
          if (journal.hasEvent(printed)) continue
          const calls: Call[] = []
          const rules = onlyRemember ? [] : findingsOf(event, plan)
          for (const rule of rules) calls.push(await print({ rule, event, id: callId(printed, rule.id) }))
          await writer.flush()
          await outbox.add(printed, calls)
        }
      },
      asked,
    )
}

/** The reported rules that an event matches, correlations last. */
function findingsOf(event: MatchedEvent, plan: DetectPlan): readonly Rule[] {
  const rules = event.rules.map((index) => plan.events[index]!)
  const correlated = rules.flatMap((rule) => correlate(plan, rule, event).map((found) => found.rule))
  return [...rules.filter((rule) => plan.reported.has(rule)), ...correlated]
}

/** Undefined if no correlation looks at a rule that the event matches. */
function matchedOf({ rules, time, cells, values }: MatchedEvent, plan: DetectPlan): Matched | undefined {
  const ids = rules
    .map((index) => plan.events[index]!.id)
    .filter((id) => plan.correlations.some((correlation) => correlation.looksAt(id)))
  if (ids.length === 0 || Number.isNaN(time)) return undefined
  const byPath = Object.fromEntries(plan.values.map((path, i) => [path, values[i]]))
  return { rules: ids, time, eventId: cells['event-id'], values: byPath }
}

function replay({ rules, time, eventId: id, values }: Matched, plan: DetectPlan): void {
  const found = plan.values.map((path) => (Object.hasOwn(values, path) ? values[path] : undefined))
  const event = { rules: [], time, cells: { 'event-id': id }, values: found, raw: undefined }
  for (const rule of plan.events) if (rules.includes(rule.id)) correlate(plan, rule, event)
}

async function writerOptions(flags: WatchFlags, io: Io) {
  return {
    color: await colorFor(io.out, io.env, flags.color),
    ascii: needsAscii(io.env),
    csvSafe: flags.csvSafe,
    // Rows that are appended to a file come below its header.
    withHeader: (io.outFile?.size() ?? 0) === 0,
  }
}

async function reportCalls(notifier: Notifier, io: Io): Promise<void> {
  const { dropped, failed, failure } = notifier
  const lines: string[] = []
  if (dropped > 0)
    lines.push(`note: ${count(dropped, 'call')} not made: over the limit of --max-calls per minute`)
  if (failed > 0) lines.push(`error: ${count(failed, 'call')} failed, the last one: ${failure ?? ''}`)
  notifier.dropped = 0
  notifier.failed = 0
  await say(io, lines)
}
