// Strings a browser together: events come in, keys make the next state, a state makes a frame. Here are the things that
// happen by themselves; what a key means is state/, what is seen is view/.

import type { Io } from '../../cli/io.ts'
import type { CommandContext } from '../../cli/command.ts'
import { EXIT } from '../../cli/exit-codes.ts'
import { bytes, count } from '../../cli/messages/units.ts'
import { problemLines } from '../../cli/messages/problem-lines.ts'
import { progressText } from '../../cli/messages/progress.ts'
import { walkFor } from '../../cli/options/select-events.ts'
import type { Asked, Reading } from '../../cli/reading/read-events.ts'
import { allOf, type Clause, conditions, type Filter } from '../../filter/clause.ts'
import { printWhere } from '../../filter/where/print.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import type { RunReport } from '../../query/report.ts'
import type { RunResult } from '../../query/run.ts'
import { shellLine } from '../../format/shell.ts'
import type { Sink } from '../../output/sink.ts'
import type { TerminalDevice } from '../../screen/device.ts'
import type { Key } from '../../screen/keys.ts'
import { openSession, type Session } from '../../screen/session.ts'
import { filterOf, sameFilter } from './chips.ts'
import { lookupLine, sourceWords, viewWords } from './command-line.ts'
import { Found } from './data/found.ts'
import { clausesOfRecords, setName } from './data/mask.ts'
import { Places } from './data/places.ts'
import { EventStore, KEPT } from './data/store.ts'
import { Effects } from './effects.ts'
import type { BrowseFlags } from './flags.ts'
import { Records } from './records.ts'
import {
  type ColumnName,
  currentEvent,
  type Data,
  initialState,
  type ReadingState,
  type State,
} from './state/state.ts'
import { withFilter } from './state/list-keys.ts'
import { settled, update } from './state/update.ts'
import { frameOf } from './view/frame.ts'

export interface BrowserOptions {
  readonly uris: readonly string[]
  readonly flags: BrowseFlags
  readonly io: Io
  readonly columns: readonly ColumnName[]
  readonly withColor: boolean
  readonly ascii: boolean
  /** What was said on stderr meanwhile. */
  readonly said: string[]
  /** Other commands, whose output is shown. */
  readonly program: CommandContext['run']
}

export interface Left {
  /** Of the reading; undefined where nothing was asked. */
  readonly result: RunResult | undefined
  readonly isInterrupted: boolean
}

/** While files are read, the list grows this often. */
const EVERY = 100

export class Browser {
  private readonly options: BrowserOptions
  private reading!: Reading
  private session!: Session
  private records!: Records
  private effects!: Effects
  private state!: State
  private data!: Data
  /** Conditions that all events of the store meet, those that nobody sees among them. */
  private loaded: readonly Filter[] = []
  private hidden: readonly Filter[] = []
  private sets = new Map<string, Uint8Array>()
  private places: Places | undefined
  private applied: readonly Filter[] = []
  private loading: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined
  private asking: AbortController | undefined
  private result: RunResult | undefined
  private report: RunReport | undefined
  private started = 0
  private timer: NodeJS.Timeout | undefined
  private leave!: (left: { readonly isInterrupted: boolean; readonly error?: unknown }) => void

  constructor(options: BrowserOptions) {
    this.options = options
  }

  readonly progress = (report: RunReport): void => {
    // Questions beside the reading have reports of their own.
    if (
      this.loading !== undefined &&
      this.data !== undefined &&
      !this.data.reading.isDone &&
      this.asking === undefined
    )
      this.report = report
  }

  async run(reading: Reading, device: TerminalDevice): Promise<Left> {
    const { flags, io, uris, columns, withColor, said } = this.options
    this.reading = reading
    const { selection } = reading
    this.hidden = conditions(selection.filter).filter(({ kind }) => kind === 'category')
    const chips = conditions(selection.filter).filter(({ kind }) => kind !== 'category')
    // The default filter only hides: without it nothing has to be read again.
    this.loaded = selection.isDefault ? chips.filter(({ kind }) => kind !== 'read-only') : chips
    const size = { columns: device.columns, rows: device.rows }
    const note = said.splice(0).join(' ').trim()
    this.state = {
      ...initialState(chips, columns, size),
      ...(note !== '' && { message: { text: note.replace(/^note: /, '') } }),
    }
    const sources = reading.sources.map(({ uri }) => uri)
    this.data = {
      ...emptyData(),
      records: new Map(),
      reading: READING,
      look: {
        title: sources.join(' '),
        formatTime: timeFormatter(flags.timeZone),
        ascii: this.options.ascii,
        now: io.now().getTime(),
        timeZone: flags.timeZone,
        isVerified: flags.verifiedOnly === true,
      },
      command: (all) => lookupLine(uris.length > 0 ? uris : sources, flags, all),
    }
    this.records = new Records({ flags, io, changed: () => this.changed() })
    const left = new Promise<{ readonly isInterrupted: boolean; readonly error?: unknown }>((resolve) => {
      this.leave = resolve
    })
    const interrupt = (): void => this.leave({ isInterrupted: true })
    io.signal.addEventListener('abort', interrupt, { once: true })
    this.load()
    this.session = openSession(
      device,
      {
        draw: (width, height) => {
          if (width !== this.state.size.columns || height !== this.state.size.rows)
            this.state = settled({ ...this.state, size: { columns: width, rows: height } }, this.data)
          return frameOf(this.state, this.data)
        },
        key: (key) => this.key(key),
        lost: interrupt,
      },
      withColor,
    )
    this.effects = new Effects({
      reading,
      session: this.session,
      io,
      say: (text, isError) => this.say(text, isError),
      leave: (isInterrupted) => this.leave({ isInterrupted }),
      record: (event) => this.records.read(event, this.data.store),
      filterBy: (filter) => {
        this.state = withFilter(this.state, filter)
        this.apply()
        this.changed()
      },
      asked: (chosen) => this.asked([...this.hidden, ...chosen]),
      trace: (event) => this.trace(event),
      report: (path, all) => this.writeReport(path, all),
      choose: (menu) => {
        this.state = { ...this.state, overlay: { kind: 'menu', menu, row: 0, top: 0 } }
        this.changed()
      },
    })
    try {
      const { isInterrupted, error } = await left
      if (error !== undefined) throw error
      return { isInterrupted, result: await this.lastResult() }
    } finally {
      clearInterval(this.timer)
      this.session.close()
      this.loading?.stop.abort(LEFT)
      this.asking?.abort(LEFT)
      io.signal.removeEventListener('abort', interrupt)
      await this.loading?.ended
    }
  }

  private async lastResult(): Promise<RunResult | undefined> {
    this.loading?.stop.abort(LEFT)
    await this.loading?.ended
    const { result } = this
    // Whoever leaves early knows that not all was read.
    return result?.failure === LEFT ? { ...result, failure: undefined } : result
  }

  private key(key: Key): void {
    const { state, effects } = update(this.state, key, this.data)
    this.state = state
    for (const effect of effects) this.effects.run(effect, this.state)
    this.apply()
    this.changed()
  }

  private say(text: string, isError = false): void {
    this.state = { ...this.state, message: { text, isError } }
    this.session.refresh()
  }

  // The page of `report` for this view.
  private async writeReport(path: string, chips: readonly Filter[]): Promise<void> {
    const { flags, io, uris, program } = this.options
    if (program === undefined) return
    const sources = uris.length > 0 ? uris : this.reading.sources.map(({ uri }) => uri)
    const said: string[] = []
    const sink: Sink = {
      isTty: false,
      columns: Number.POSITIVE_INFINITY,
      write: async (data) => void said.push(typeof data === 'string' ? data : Buffer.from(data).toString()),
    }
    const argv = [
      'report',
      ...viewWords(sources, flags, chips),
      '--output-file',
      path,
      '-q',
      '--color',
      'never',
    ]
    const exitCode = await program(argv, { ...io, out: sink, err: sink })
    const why = said.join(' ').trim().split('\n')[0] ?? ''
    this.say(
      exitCode === EXIT.ok ? `Report written to ${path}.` : why || `${path}: not written.`,
      exitCode !== EXIT.ok,
    )
  }

  // What `trace` prints of an event, as a page.
  private async trace(event: number): Promise<void> {
    const { flags, io, uris, program } = this.options
    if (program === undefined) return
    const sources = uris.length > 0 ? uris : this.reading.sources.map(({ uri }) => uri)
    const { columns } = this.state.size
    const printed: string[] = []
    const sink: Sink = {
      isTty: true,
      columns: columns - 1,
      write: async (data) =>
        void printed.push(typeof data === 'string' ? data : Buffer.from(data).toString()),
    }
    const place = this.data.store.place(event)
    const title = `Trace of ${place.file}:${place.record}`
    this.state = { ...this.state, overlay: { kind: 'page', title, text: 'Reading the files …', top: 0 } }
    this.changed()
    const id = this.data.store.id(event)
    const argv = [
      'trace',
      id,
      ...sources,
      ...sourceWords(flags),
      '--color',
      'never',
      '--no-pager',
      '-q',
      '-o',
      'table',
    ]
    await program(argv, { ...io, out: sink, err: { ...sink, isTty: false } })
    const { overlay } = this.state
    if (overlay?.kind !== 'page' || overlay.title !== title) return
    this.state = {
      ...this.state,
      overlay: {
        kind: 'page',
        title: `trail-explore ${shellLine(argv.slice(0, 2 + sources.length))}`,
        text: printed.join('').trimEnd(),
        top: 0,
      },
    }
    this.changed()
  }

  // Something is there that was not: the next frame shows it.
  private changed(): void {
    const { store } = this.data
    this.data = { ...this.data, records: this.records.known }
    // Until the files have told, what is shown is still the view before.
    if (this.data.reading.asking === undefined) this.state = settled(this.state, this.data)
    const { overlay, detail } = this.state
    const current = currentEvent(this.state, this.data)
    if (detail.isOpen && current !== undefined) void this.records.read(current, store)
    if (overlay?.kind === 'compare')
      for (const event of this.state.marked) void this.records.read(event, store)
    this.session?.refresh()
  }

  // Reads everything that `loaded` lets through into a new store.
  private load(): void {
    this.loading?.stop.abort(LEFT)
    const before = this.loading?.ended
    const stop = new AbortController()
    const store = new EventStore()
    this.sets = new Map()
    this.places = undefined
    this.records.forget()
    this.applied = this.state.chips
    this.started = this.options.io.clock()
    this.data = { ...this.data, store, found: this.foundIn(store), reading: READING }
    clearInterval(this.timer)
    this.timer = setInterval(() => this.tick(), EVERY)
    const { limit } = this.options.flags
    const read = async (): Promise<void> => {
      await before
      try {
        const result = await this.reading.rows(
          { kind: 'packed', columns: KEPT },
          (rows) => {
            const isFirst = store.count === 0
            store.add(rows)
            if (isFirst) this.tick()
            return undefined
          },
          { ...this.asked([...this.hidden, ...this.loaded]), limit, signal: stop.signal },
        )
        this.result = result
        this.report = result.report
        if (result.failure !== undefined && result.failure !== LEFT && store.count === 0)
          this.leave({ isInterrupted: false })
      } catch (error) {
        this.leave({ isInterrupted: false, error })
      }
      if (this.data.store !== store) return
      clearInterval(this.timer)
      this.tick()
      this.data = { ...this.data, reading: { ...this.data.reading, isDone: true } }
      this.apply(true)
      this.changed()
    }
    this.loading = { stop, ended: read() }
  }

  private tick(): void {
    this.data.found.extend()
    const { report } = this
    if (report !== undefined) {
      const seconds = (this.options.io.clock() - this.started) / 1000
      this.data = {
        ...this.data,
        reading: {
          ...this.data.reading,
          progress: progressText(report, seconds, 44),
          coverage: coverageOf(report),
          problems: problemLines(report.problems).map((text) => text.trimEnd()),
          problemCount: [...report.problems.groups()].reduce((sum, group) => sum + group.count, 0),
          isLimited: report.limited,
        },
      }
    }
    this.changed()
  }

  // Shows what the chips let through: from the store where it can tell, by reading the files for what only they can.
  private apply(isForced = false): void {
    const { chips } = this.state
    if (chips === this.applied && !isForced) return
    this.asking?.abort(LEFT)
    this.asking = undefined
    const isInside = this.loaded.every((one) => chips.some((chip) => sameFilter(chip, one)))
    if (!isInside) {
      // Fewer conditions than what was read met: there are events that nobody has read yet.
      this.loaded = this.loaded.filter((one) => chips.some((chip) => sameFilter(chip, one)))
      this.state = { ...this.state, cursor: 0, top: 0, marked: [], generation: this.state.generation + 1 }
      this.load()
      return
    }
    this.applied = chips
    const unknown = clausesOfRecords(filterOf(this.notLoaded())).filter((one) => !this.sets.has(setName(one)))
    const { reading, store } = this.data
    if (unknown.length > 0) {
      this.data = { ...this.data, reading: { ...reading, asking: printWhere(unknown[0]!) } }
      if (reading.isDone) void this.ask(unknown)
      return
    }
    this.data = { ...this.data, found: this.foundIn(store), reading: { ...reading, asking: undefined } }
    this.state = settled(this.state, this.data)
  }

  // What the chips ask beyond what all events of the store meet.
  private notLoaded(): readonly Filter[] {
    return this.state.chips.filter((chip) => !this.loaded.some((one) => sameFilter(chip, one)))
  }

  private foundIn(store: EventStore): Found {
    const rest = this.notLoaded()
    const isKnown = clausesOfRecords(filterOf(rest)).every((one) => this.sets.has(setName(one)))
    return new Found(isKnown ? filterOf(rest) : allOf([]), store, this.sets)
  }

  // Which events of the store meet conditions that only records tell.
  private async ask(clauses: readonly Clause[]): Promise<void> {
    const stop = new AbortController()
    this.asking = stop
    const { store } = this.data
    const places = (this.places ??= new Places(store))
    for (const clause of clauses) {
      const set = new Uint8Array(store.count)
      const result = await this.reading.rows(
        { kind: 'packed', columns: [] },
        (rows) => {
          for (let i = 0; i < rows.count; i++) {
            const event = places.find(rows.row(i))
            if (event >= 0) set[event] = 1
          }
          return undefined
        },
        { ...this.asked([...this.hidden, ...this.loaded, clause]), signal: stop.signal },
      )
      if (stop.signal.aborted || this.data.store !== store) return
      if (result.failure !== undefined) return this.say('The files could not be read again.', true)
      this.sets.set(setName(clause), set)
    }
    this.asking = undefined
    this.apply(true)
    this.changed()
  }

  private asked(all: readonly Filter[]): Asked {
    const { folders, lateDays, ignoreNames, now } = this.reading.selection.walk
    const filter = allOf(all)
    return { filter, walk: walkFor(filter, { folders, lateDays, ignoreNames, now }) }
  }
}

const LEFT = Symbol('somebody left, or asked for something else')

const READING: ReadingState = {
  isDone: false,
  progress: 'listing',
  coverage: '',
  problems: [],
  problemCount: 0,
  isLimited: false,
}

function emptyData(): Pick<Data, 'store' | 'found'> {
  const store = new EventStore()
  return { store, found: new Found(allOf([]), store, new Map()) }
}

function coverageOf({ files, coverage, bytes: read }: RunReport): string {
  if (files.read === 0) return ''
  const [first, last] = coverage.span ?? []
  return [
    `${count(files.read, 'file')}, ${bytes(read)}`,
    ...(coverage.accounts.size > 0 ? [count(coverage.accounts.size, 'account')] : []),
    ...(coverage.regions.size > 0 ? [count(coverage.regions.size, 'Region')] : []),
    ...(first === undefined ? [] : [first === last ? first : `${first} to ${last}`]),
  ].join(' · ')
}
