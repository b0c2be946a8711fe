// The events in memory, and reading them: first all events that match the first filter, newest first; then answers that need
// the records: which events match a clause, and the values of columns that are not kept.

import type { Asked, Reading } from '../../cli/reading/read-events.ts'
import { allOf, type Clause, conditions, type Filter } from '../../filter/clause.ts'
import type { RowRun } from '../../format/row.ts'
import type { RunReport } from '../../query/report.ts'
import type { RunResult } from '../../query/engine.ts'
import { sameFilter } from './chips.ts'
import { Found } from './data/found.ts'
import { clausesOfRecords, type KnownSet, setName } from './data/mask.ts'
import { Places } from './data/places.ts'
import { EventStore, isKept, KEPT } from './data/store.ts'
import { FACETS } from './facets.ts'
import { askedOf, clauseTaker, columnTaker, nameOf, type Question } from './questions.ts'
import { problemCount, progressOf, READING, readingOf } from './reading-text.ts'
import type { ReadingState } from './state/state.ts'

export interface ContentOptions {
  readonly reading: Reading
  readonly limit: number
  /** A monotonic clock, in milliseconds. */
  readonly clock: () => number
  /** Called when new content has arrived. */
  readonly changed: () => void
  /** Called if reading ends before there is anything to show. */
  readonly ended: (error?: unknown) => void
  readonly say: (text: string, isError: boolean) => void
}

/** Interval at which the list grows while files are read, in milliseconds. */
const EVERY = 100
/** Counting is interrupted at this interval for keys and frames, in milliseconds. */
const SLICE = 6
const LEFT = Symbol('somebody left, or asked for something else')

export class Content {
  store = new EventStore()
  found = new Found(allOf([]), this.store, new Map())
  reading: ReadingState = READING
  private readonly options: ContentOptions
  /** Conditions that all events of the store meet. */
  private loaded: readonly Filter[]
  private readonly hidden: readonly Filter[]
  private chips: readonly Filter[]
  private columns: readonly string[] = []
  private sets = new Map<string, KnownSet>()
  /** Questions for which reading the files failed. */
  private failed = new Set<string>()
  /** Questions for which some files could not be read. */
  private incomplete = new Set<string>()
  private loading: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined
  private asking: { readonly stop: AbortController; readonly question: Question } | undefined
  private pumping: Promise<void> = Promise.resolve()
  private result: RunResult | undefined
  private report: RunReport | undefined
  private started = 0
  private timer: NodeJS.Timeout | undefined
  /** The reading of events stopped before all files were read. */
  private endedEarly = false
  private isCounting = false
  private isClosed = false

  constructor(options: ContentOptions) {
    this.options = options
    const { selection } = options.reading
    const all = conditions(selection.filter)
    this.hidden = all.filter(({ kind }) => kind === 'category')
    this.chips = all.filter(({ kind }) => kind !== 'category')
    // The default filter only hides events, so they need not be read again when it is removed.
    this.loaded = selection.isDefault ? this.chips.filter(({ kind }) => kind !== 'read-only') : this.chips
  }

  /** The filter of the command line. */
  get firstChips(): readonly Filter[] {
    return this.chips
  }

  /** Progress of the current run. */
  readonly progress = (report: RunReport): void => {
    this.report = report
  }

  /** Shows the columns, and reads those that are not kept. */
  showColumns(names: readonly string[]): void {
    this.columns = names.filter((name) => !isKept(name))
    const { asking } = this
    if (asking?.question.kind === 'column' && !this.columns.includes(asking.question.name))
      asking.stop.abort(LEFT)
    this.pump()
  }

  /** Reads all events that match `loaded` into a new store. */
  load(): void {
    this.loading?.stop.abort(LEFT)
    const before = this.loading?.ended
    const stop = new AbortController()
    const store = new EventStore(this.columns)
    this.asking?.stop.abort(LEFT)
    this.store = store
    this.sets = new Map()
    this.failed = new Set()
    this.incomplete = new Set()
    this.endedEarly = false
    this.reading = READING
    this.find()
    this.started = this.options.clock()
    clearInterval(this.timer)
    this.timer = setInterval(() => this.tick(), EVERY)
    this.loading = { stop, ended: this.readInto(store, this.columns, stop.signal, before) }
  }

  private async readInto(
    store: EventStore,
    columns: readonly string[],
    signal: AbortSignal,
    before: Promise<void> | undefined,
  ): Promise<void> {
    const { reading, limit, ended } = this.options
    await before
    await this.pumping
    try {
      const result = await reading.rows(
        { kind: 'packed', columns: [...KEPT, ...columns] },
        (rows) => {
          const isFirst = store.count === 0
          store.add(rows)
          if (isFirst) this.tick()
          return undefined
        },
        { ...this.asked(this.loaded), limit, signal },
      )
      this.result = result
      this.report = result.report
      if (result.failure !== undefined && result.failure !== LEFT) {
        this.endedEarly = true
        if (store.count === 0) ended()
      }
    } catch (error) {
      ended(error)
    }
    if (this.store !== store) return
    clearInterval(this.timer)
    store.trim()
    this.tick()
    this.reading = { ...this.reading, isDone: true }
    this.pump()
    this.say()
    this.options.changed()
  }

  /** Shows the events that match the chips. True if events are read anew, so that their numbers change. */
  show(chips: readonly Filter[]): boolean {
    if (chips === this.chips) return false
    this.chips = chips
    const isInside = this.loaded.every((one) => chips.some((chip) => sameFilter(chip, one)))
    if (!isInside) {
      // A condition of the loaded events was removed, so there are events that were not read yet.
      this.loaded = this.loaded.filter((one) => chips.some((chip) => sameFilter(chip, one)))
      this.load()
      return true
    }
    const wanted = this.clauses().map(setName)
    const { asking } = this
    if (asking?.question.kind === 'clause' && !wanted.includes(setName(asking.question.clause)))
      asking.stop.abort(LEFT)
    this.failed = new Set()
    // A filter has priority over a column.
    if (asking?.question.kind === 'column' && this.isFilterWaiting()) asking.stop.abort(LEFT)
    this.find()
    this.pump()
    return false
  }

  /** The query for these chips. */
  asked(chips: readonly Filter[]): Asked {
    return askedOf(this.options.reading, allOf([...this.hidden, ...chips]))
  }

  /** Ends all reading. Returns the result of reading the events. */
  async close(): Promise<RunResult | undefined> {
    this.isClosed = true
    clearInterval(this.timer)
    this.loading?.stop.abort(LEFT)
    this.asking?.stop.abort(LEFT)
    await this.loading?.ended
    await this.pumping
    const { result } = this
    // A user who quits early knows that not everything was read.
    return result?.failure === LEFT ? { ...result, failure: undefined } : result
  }

  // The conditions of the chips that not all events of the store meet.
  private notLoaded(): Filter {
    return allOf(this.chips.filter((chip) => !this.loaded.some((one) => sameFilter(chip, one))))
  }

  private clauses(): readonly Clause[] {
    return clausesOfRecords(this.notLoaded())
  }

  private find(): void {
    this.found = new Found(this.notLoaded(), this.store, this.sets)
    this.say()
    this.count()
  }

  private tick(): void {
    this.found.extend()
    const { report, asking } = this
    if (report !== undefined) {
      const seconds = (this.options.clock() - this.started) / 1000
      const progress = progressOf(report, seconds)
      if (asking !== undefined) this.reading = { ...this.reading, progress }
      else if (!this.reading.isDone) this.reading = readingOf(report, progress, this.reading)
    }
    this.count()
    this.options.changed()
  }

  // Updates the text about questions that are being answered or are waiting.
  private say(): void {
    const { asking } = this
    const isWaiting = this.isFilterWaiting()
    const text =
      asking?.question.kind === 'column' && !isWaiting
        ? `reading ${asking.question.name}`
        : asking !== undefined || isWaiting
          ? 'reading the files again'
          : undefined
    const isIncomplete =
      this.endedEarly ||
      this.questions().some((one) => this.failed.has(nameOf(one)) || this.incomplete.has(nameOf(one)))
    this.reading = { ...this.reading, asking: text, isIncomplete }
  }

  private questions(): readonly Question[] {
    return [
      ...this.clauses().map((clause) => ({ kind: 'clause', clause }) as const),
      ...this.columns.map((name) => ({ kind: 'column', name }) as const),
    ]
  }

  private isFilterWaiting(): boolean {
    return this.clauses().some((clause) => !this.isAnswered({ kind: 'clause', clause }))
  }

  private isAnswered(question: Question): boolean {
    if (this.failed.has(nameOf(question))) return true
    const { store } = this
    if (store.count === 0) return true
    if (question.kind === 'clause')
      return (this.sets.get(setName(question.clause))?.known ?? -1) >= store.count
    return (store.extra.get(question.name)?.known ?? -1) >= store.count
  }

  // Answers one question after the other.
  private pump(): void {
    if (this.asking !== undefined || !this.reading.isDone || this.isClosed) return
    const question = this.questions().find((one) => !this.isAnswered(one))
    if (question === undefined) return
    const stop = new AbortController()
    this.asking = { stop, question }
    this.report = undefined
    this.started = this.options.clock()
    this.reading = { ...this.reading, progress: '' }
    this.say()
    const timer = setInterval(() => this.tick(), EVERY)
    this.pumping = this.answer(question, stop.signal)
      .catch((error: unknown) => {
        this.failed.add(nameOf(question))
        this.options.say(`The files could not be read again: ${String(error)}`, true)
      })
      .then(() => {
        clearInterval(timer)
        this.asking = undefined
        this.pump()
        this.say()
        if (!this.isClosed) this.tick()
      })
  }

  private async answer(question: Question, signal: AbortSignal): Promise<void> {
    const { store } = this
    const places = new Places(store)
    const { chips, columns, take, known } =
      question.kind === 'clause'
        ? clauseTaker(store, question.clause, this.sets)
        : columnTaker(store, question.name)
    const onRows = (rows: RowRun): undefined => {
      for (let i = 0; i < rows.count; i++) {
        const row = rows.row(i)
        const event = places.find(row, columns.length)
        if (event >= 0) take(event, row)
      }
      // Answers arrive in the order of the events, so newer ones are complete.
      known(places.passed)
      return undefined
    }
    const { limit } = this.options
    // Columns are read for the same events only: those beyond the limit are not read.
    const most = question.kind === 'column' ? { limit } : {}
    const asked = this.asked([...this.loaded, ...chips])
    const result = await this.options.reading.rows({ kind: 'packed', columns }, onRows, {
      ...asked,
      ...most,
      signal,
    })
    if (signal.aborted || this.store !== store) return
    if (result.failure !== undefined) {
      this.failed.add(nameOf(question))
      this.options.say('The files could not be read again.', true)
      return
    }
    if (problemCount(result.report) > this.reading.problemCount) this.incomplete.add(nameOf(question))
    known(store.count)
  }

  // Counts facets while no key is pressed.
  private count(): void {
    if (this.isCounting) return
    this.isCounting = true
    const slice = (): void => {
      const until = performance.now() + SLICE
      let isMore = true
      while (isMore && performance.now() < until) isMore = this.found.countSome(FACETS)
      this.isCounting = isMore && !this.isClosed
      if (this.isCounting) setImmediate(slice)
      else this.options.changed()
    }
    setImmediate(slice)
  }
}
