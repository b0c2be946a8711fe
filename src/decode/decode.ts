// Log files → matches, on any thread: read, inflate, search for literals, scan, filter, make rows.

import { matchRow } from '../detect/match-row.ts'
import { RuleSet } from '../detect/rule-set.ts'
import type { Event } from '../event/event.ts'
import { compileFilter } from '../filter/compile.ts'
import { filterLiterals } from '../filter/literals.ts'
import { withoutWindow } from '../filter/time/without-window.ts'
import { compileRow, rowsOf } from '../format/formats.ts'
import type { Problem } from '../util/problem.ts'
import { fileTrouble } from '../util/file-trouble.ts'
import { type FileStamp, isTooLarge, readListedFile, readRegularFile } from '../util/read-regular-file.ts'
import { sha256 } from '../util/sha256.ts'
import type { Rows } from './rows.ts'
import type { Batch, DecodePlan, FileInput, StepTimes, Survey } from './batch.ts'
import { FileReport, NO_PROBLEMS, ReportBuilder } from './file-reports.ts'
import { minified } from './json/minify.ts'
import { inflateDirectly } from './inflate-directly.ts'
import { isLarge, mayBeLarge, MOST_STORED } from './large-files.ts'
import { EventKey, RecordContent } from './records/event-key.ts'
import { LazyEvent } from './records/lazy-event.ts'
import { NewestList } from './newest-list.ts'
import { LiteralTest } from './literal.ts'
import { readRecords } from './records/records.ts'
import { PathWatch } from './path-watch.ts'
import { type Span, surveyText } from './survey.ts'
import { RowBuilder } from './row-builder.ts'
import { RuleGate } from './rule-gate.ts'
import { toUtf8, unpack } from './unpack.ts'
import { judgedRow } from './judged.ts'
import { NoRoomError, Scanner } from './json/scan.ts'
import { AggregateBuilder, answersOf, cellsOf, memosOf } from './aggregate.ts'
import { cellRows } from './cells.ts'
import { ROW } from './json/table.ts'
import type { TableRow } from './memo.ts'
import { type Asked, Tabulator } from './tabulator.ts'
import { SessionBuilder } from './session-builder.ts'
import { StepClock } from './step-clock.ts'
import { Tally } from './tally.ts'

/** Without `takesLarge`, files that may be large are left: see `Batch`. */
export type Decode = (files: readonly FileInput[], takesLarge?: boolean) => Batch

/** Compiles the plan once. The returned function never throws, whatever a file contains. */
export function createDecoder(plan: DecodePlan): Decode {
  const passes = compileFilter(plan.filter)
  const untimed = withoutWindow(plan.filter)
  const matchesUntimed = untimed && compileFilter(untimed)
  const scanner = new Scanner()
  const literals = new LiteralTest(scanner, filterLiterals(plan.filter))
  const { output, debug } = plan
  const paths = new PathWatch(output.kind === 'rows' ? (output.row.columns ?? []) : output.spec.columns)
  const key = new EventKey()
  const content = new RecordContent()
  const detect = output.kind === 'rows' ? output.detect : undefined
  const rules = detect && new RuleSet(detect.rules)
  const matches = rules ? (event: Event) => passes(event) && rules.matches(event).length > 0 : passes
  const makeMatch = detect && matchRow(detect)
  const makeRow =
    makeMatch && rules
      ? (event: Event, raw: Uint8Array) => makeMatch(event, raw, rules.matches(event))
      : output.kind === 'rows'
        ? output.judge
          ? judgedRow(output.judge, output.row)
          : compileRow(output.row)
        : undefined
  const sessionSpec = output.kind === 'aggregate' ? output.spec.sessions : undefined
  const sessions = sessionSpec && new SessionBuilder(sessionSpec, scanner)
  // Rows that are the records tell copies by themselves.
  const needsContent = output.kind === 'rows' && !rowsOf(output.row).isRecord

  const lists = output.kind === 'aggregate' ? output.spec.lists.map((list) => new NewestList(list)) : []
  const answers = output.kind === 'aggregate' ? answersOf(output.spec) : undefined
  const isPlainRow = output.kind === 'rows' && !output.detect && !output.judge
  const isRecord = isPlainRow && rowsOf(output.row).isRecord === true
  const gate = rules && new RuleGate(rules, scanner)
  const cells = isPlainRow && !isRecord ? cellRows(output.row) : undefined
  const asked: Asked | undefined =
    answers && output.kind === 'aggregate'
      ? {
          answers: memosOf(answers),
          optional: sessions?.memos ?? [],
          cells: [...(sessions?.cells ?? []), ...cellsOf(answers)],
          makesSessions: sessions !== undefined,
          wanted: { bytes: true, value: output.byValue === true },
        }
      : gate
        ? { answers: [gate.pair], optional: gate.memos, cells: gate.cells, wanted: {} }
        : isRecord
          ? { answers: [], wanted: { key: true } }
          : cells && {
              answers: [],
              optional: cells.memos,
              cells: cells.cells,
              makesRows: true,
              wanted: { key: true, value: true, fixed: true },
              wantedOfPath: { key: true, bytes: true },
            }
  const tabulator = asked && new Tabulator(scanner, plan.filter, asked)
  const tally = answers && new Tally(answers, tabulator!.passes, sessions)

  const rows =
    output.kind === 'rows'
      ? new RowBuilder({
          ascending: output.ascending === true,
          withDigests: needsContent,
          separator: rowsOf(output.row).separator,
        })
      : undefined

  const report = new FileReport()

  // A record of a table, if rules match it.
  function addMatch(rows: RowBuilder, row: TableRow): boolean {
    const matched = gate!.matches(row)
    if (matched.length === 0) return false
    const event = row.event()
    const { words } = row.table
    const [start, end] = [words[row.at + ROW.start]!, words[row.at + ROW.end]!]
    key.of(event)
    content.of(scanner, start, end)
    rows.add(event.time, key, makeMatch!(event, scanner.bytes.subarray(start, end), matched), content)
    return true
  }

  // Of the text that the scanner holds.
  function cannotMatch(text: Uint8Array): boolean {
    return !literals.isEmpty && isPlainLogFile(scanner, text) && !literals.mayMatch()
  }

  return (files, takesLarge = true) => {
    const mostStored = takesLarge ? plan.maxInflated : Math.min(plan.maxInflated, MOST_STORED)
    const times: StepTimes = { read: 0, inflate: 0, search: 0, scan: 0, filter: 0, format: 0 }
    rows?.clear()
    const pieces: Rows[] = []
    const take = (): void => {
      if (rows) for (const piece of rows.take()) pieces.push(piece)
    }
    gate?.begin()
    tabulator?.begin()
    tally?.begin()
    const aggregate =
      output.kind === 'aggregate' ? new AggregateBuilder(output.spec, lists, sessions) : undefined
    // A look at the clock takes as long as a tenth of a small file.
    const clock = debug ? new StepClock(times) : undefined
    const reports = new ReportBuilder(files.length)
    const left: FileInput[] = []
    for (const input of files) {
      if (readFile(input) === 'left') left.push(input)
      else reports.add(report)
    }
    take()
    return {
      files: reports.finish(),
      left,
      rows: output.kind === 'rows' ? pieces : undefined,
      aggregate: aggregate?.finish(),
      paths: paths.take(),
      times,
    }

    function readFile(input: FileInput): 'read' | 'left' {
      try {
        const outcome = decodeFile(input)
        // Its rows lie in the scanner's text, which the next file replaces.
        if (rows?.isPinned) take()
        return outcome
      } catch (error) {
        if (!(error instanceof NoRoomError)) throw error
        report.begin(input, [{ kind: 'unreadable', file: input.file, what: error.message }])
        return 'read'
      }
    }

    function decodeFile(input: FileInput): 'read' | 'left' {
      clock?.start()
      const { file, survey } = input
      let stored: Uint8Array
      let stamp: FileStamp | undefined
      try {
        if (input.bytes) stored = input.bytes
        else if (input.isRegular && !survey) stored = readListedFile(input.path!, SCRATCH, mostStored)
        else stored = readRegularFile(input.path!, SCRATCH, mostStored, (one) => void (stamp = one))
      } catch (error) {
        if (mostStored < plan.maxInflated && isTooLarge(error)) return 'left'
        report.begin(input, [{ kind: 'unreadable', file, ...fileTrouble(error) }])
        return 'read'
      }
      if (!takesLarge && mayBeLarge(stored)) return 'left'
      if (isLarge(stored)) {
        take()
        rows?.pin(() => scanner.bytes)
      }
      clock?.step('read')
      const inflated = inflateDirectly(scanner, stored, plan.maxInflated, survey)
      // Most files of most searches end here, so that nothing is made for them that they do not need.
      if (inflated && !survey && input.sha256 === undefined && cannotMatch(inflated)) {
        clock?.step('search')
        report.begin(input, NO_PROBLEMS, stored.length, inflated.length)
        report.passedOver = true
      } else decodeText(input, stored, inflated, stamp)
      return 'read'
    }

    function decodeText(
      input: FileInput,
      stored: Uint8Array,
      inflated: Buffer | undefined,
      stamp: FileStamp | undefined,
    ): void {
      const { file } = input
      const problems: Problem[] = []
      const unpacked = inflated ? { bytes: inflated, issues: [] } : unpack(stored, plan.maxInflated)
      const { bytes: text, issues: more } = inflated ? unpacked : toUtf8(unpacked.bytes)
      const issues = [...unpacked.issues, ...more]
      for (const { kind, what, hint } of issues) problems.push({ kind, file, what, hint })
      clock?.step('inflate')
      report.begin(input, problems, stored.length, unpacked.bytes.length)
      const isAltered = input.sha256 !== undefined && sha256(unpacked.bytes) !== input.sha256
      if (isAltered) problems.push({ kind: 'invalid', file, what: 'changed after it was verified' })
      if (isAltered || issues.some((issue) => issue.kind === 'unreadable')) return
      if (!inflated) scanner.load(text)
      const isPlain = isPlainLogFile(scanner, text)
      // Index data must hold for every query, so a file with anything unusual is not indexed.
      const words = input.survey && inflated && isPlain ? scanner.wordFilter() : undefined
      const { bytes } = scanner
      const testable = !literals.isEmpty && isPlain
      const passedOver = testable && !literals.mayMatch()
      const passesOver = testable && !passedOver && literals.isExact()
      clock?.step('search')
      const survey = (span?: Span): Survey | undefined =>
        surveyText(scanner, words, START, input.notAfter, span, stamp)
      if (passedOver) {
        report.passedOver = true
        report.survey = survey()
        return
      }

      if (isPlain && paths.isDone && !passesOver && inflated) {
        const path = bytes.length <= MOST_AGAIN ? input.path : undefined
        const found = tally
          ? tabulator!.readChosen(input, path, START, (chosen, row, asked) =>
              tally.take(chosen, row, asked, aggregate!),
            )
          : tabulator?.read(input, path, START, (row) => {
              if (gate) return addMatch(rows!, row)
              if (cells) cells.add(row, scanner, rows!, path)
              else rows!.addRecord(row)
              return true
            })
        if (found) {
          if (cells) cells.finish(rows!)
          else if (isRecord) rows!.keepRecords(scanner.bytes, found.matched)
          clock?.step('scan')
          const isMisnamed = input.notAfter !== undefined && found.to > input.notAfter
          report.records = found.records
          report.matched = found.matched
          if (isMisnamed) report.misnamed = file
          else if (problems.length === 0) report.survey = survey(found)
          return
        }
      }
      const isOneLine = !scanner.bytes.includes(0x0a) && !scanner.bytes.includes(0x0d)
      const origin = { file, account: input.account, record: 0 }
      let records = 0
      let matched = 0
      let withoutTime = 0
      let misnamed: string | undefined
      let from = Infinity
      let to = -Infinity
      let isOdd = false
      const recordIssues = readRecords(
        scanner,
        (view) => {
          records++
          origin.record = records + scanner.passedOver
          const before = debug ? performance.now() : 0
          const event = new LazyEvent(view, origin)
          if (input.notAfter !== undefined && event.time > input.notAfter) misnamed = file
          if (words) {
            from = Math.min(from, event.time)
            to = Math.max(to, event.time)
            isOdd ||= view.bytes !== scanner.bytes || view.lookup !== undefined
          }
          const survives = matches(event)
          if (!survives && matchesUntimed && Number.isNaN(event.time) && matchesUntimed(event)) withoutTime++
          const between = debug ? performance.now() : 0
          if (survives) {
            matched++
            paths.look(event)
            const isInner = view.bytes !== scanner.bytes
            const isCompact = isOneLine && !isInner
            key.of(event)
            const raw = view.raw ?? (isCompact ? undefined : minified(view.bytes, view.start, view.end))
            if (output.kind === 'aggregate') {
              if (raw) content.forCountOfText(raw, output.byValue === true)
              else content.forCount(scanner, view.start, view.end, output.byValue === true)
            } else if (needsContent) {
              if (raw) content.ofText(raw)
              else content.of(scanner, view.start, view.end)
            }
            if (rows && makeRow) {
              const line = raw ?? view.bytes.subarray(view.start, view.end)
              rows.add(event.time, key, makeRow(event, line), content)
            }
            aggregate?.add(event, key, content)
          }
          if (debug) {
            times.filter += between - before
            times.format += performance.now() - between
          }
        },
        issues.some((issue) => issue.cut),
        passesOver,
      )
      records += scanner.passedOver
      // A file with CloudTrail's own name but without a record is damaged, whatever else it looks like.
      const isLogFile = input.account !== undefined
      for (const issue of recordIssues) {
        const isDamage = issue.kind === 'skipped' && isLogFile && records === 0
        problems.push({ ...issue, file, ...(isDamage && { kind: 'damaged' }) })
      }
      if (withoutTime > 0) problems.push({ kind: 'untimed', file, ...untimedProblem(withoutTime) })
      clock?.step('scan')
      const isSound = problems.length === 0 && misnamed === undefined && !isOdd
      if (input.look === true && records === 0 && issues.length === 0)
        report.head = bytes.toString('latin1', 0, HEAD)
      report.records = records
      report.matched = matched
      report.misnamed = misnamed
      if (isSound) report.survey = survey(passesOver ? undefined : { from, to })
    }
  }
}

function untimedProblem(events: number): Pick<Problem, 'what' | 'hint'> {
  return {
    what: `${events === 1 ? '1 event' : `${events} events`} whose time cannot be read`,
    hint: 'without a time range such events are shown, last',
  }
}

/** Bytes of a `head`. */
const HEAD = 2048
/** Larger files are not read again for the contents of a few records. */
const MOST_AGAIN = 4 << 20

const PLAIN_HEAD = Buffer.from('{"Records":[{"')
/** Offset of the first record. */
const START = PLAIN_HEAD.length - 2
const PLAIN_END = Buffer.from('}]}')
/** Within so many bytes, S3's notifications name their source. */
const NOTIFICATION_HEAD = 2048

// Only a file that is certainly a log file may be skipped unread; anything else must be examined to be reported.
function isPlainLogFile(scanner: Scanner, text: Uint8Array): boolean {
  return (
    holds(text, 0, PLAIN_HEAD) &&
    holds(text, text.length - PLAIN_END.length, PLAIN_END) &&
    !scanner.isNotification(NOTIFICATION_HEAD)
  )
}

// For a few bytes this is cheaper than a view and a call.
function holds(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false
  return true
}

// One buffer for all small files of a thread: a file's bytes are no longer needed when the next one is read.
// Not a Buffer, whose views cost several times as much.
const SCRATCH = new Uint8Array(256 * 1024)
