// Connects the parts of the browser: events arrive, keys produce the next state, a state produces a frame. content.ts reads,
// state/ handles keys, view/ draws, effects.ts has the side effects.

import type { Io } from '../../cli/io.ts'
import type { CommandContext } from '../../cli/command.ts'
import type { Reading } from '../../cli/reading/read-events.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import type { RunReport } from '../../query/report.ts'
import type { RunResult } from '../../query/engine.ts'
import type { TerminalDevice } from '../../screen/device.ts'
import type { Key } from '../../screen/keys.ts'
import { openSession, type Session } from '../../screen/session.ts'
import { lookupLine } from './command-line.ts'
import { Content } from './content.ts'
import { Effects } from './effects.ts'
import type { BrowseFlags } from './flags.ts'
import { OtherCommands } from './other-commands.ts'
import { Records } from './records.ts'
import { currentEvent, type Data, initialState, type Look, type State } from './state/state.ts'
import { settled, update } from './state/update.ts'
import { frameOf } from './view/frame.ts'

export interface BrowserOptions {
  readonly uris: readonly string[]
  readonly flags: BrowseFlags
  readonly io: Io
  /** Columns of the list: fields and paths. */
  readonly columns: readonly string[]
  readonly withColor: boolean
  readonly ascii: boolean
  /** Messages collected from stderr. */
  readonly said: string[]
  /** Runs other commands, whose output is shown. */
  readonly program: CommandContext['run']
}

export interface Left {
  /** Result of the reading; undefined if nothing was read. */
  readonly result: RunResult | undefined
  readonly isInterrupted: boolean
}

interface End {
  readonly isInterrupted: boolean
  readonly error?: unknown
}

export class Browser {
  private readonly options: BrowserOptions
  private readonly reading: Reading
  private readonly sources: readonly string[]
  private readonly content: Content
  private readonly records: Records
  private readonly look: Look
  private state: State
  private session: Session | undefined
  private effects: Effects | undefined
  private leave: (end: End) => void = () => {}

  constructor(options: BrowserOptions, reading: Reading) {
    const { flags, io, uris, columns, ascii, said } = options
    this.options = options
    this.reading = reading
    const opened = reading.sources.map(({ uri }) => uri)
    this.sources = uris.length > 0 ? uris : opened
    this.content = new Content({
      reading,
      limit: flags.limit,
      clock: () => io.clock(),
      changed: () => this.changed(),
      ended: (error) => this.leave({ isInterrupted: false, error }),
      say: (text, isError) => this.say(text, isError),
    })
    this.records = new Records({ flags, io, changed: () => this.changed() })
    this.look = {
      title: opened.join(' '),
      formatTime: timeFormatter(flags.timeZone),
      ascii,
      now: io.now().getTime(),
      timeZone: flags.timeZone,
      isVerified: flags.verifiedOnly === true,
    }
    const note = said
      .splice(0)
      .join(' ')
      .trim()
      .replace(/^note: /, '')
    this.state = {
      ...initialState(this.content.firstChips, columns, { columns: 0, rows: 0 }),
      ...(note !== '' && { message: { text: note } }),
    }
  }

  readonly progress = (report: RunReport): void => this.content.progress(report)

  async run(device: TerminalDevice): Promise<Left> {
    const { io, withColor } = this.options
    this.state = { ...this.state, size: { columns: device.columns, rows: device.rows } }
    const left = new Promise<End>((resolve) => {
      this.leave = resolve
    })
    const interrupt = (): void => this.leave({ isInterrupted: true })
    io.signal.addEventListener('abort', interrupt, { once: true })
    this.content.showColumns(this.columnNames())
    this.content.load()
    this.session = openSession(
      device,
      {
        draw: (columns, rows) => {
          const { size } = this.state
          if (columns !== size.columns || rows !== size.rows)
            this.state = settled({ ...this.state, size: { columns, rows } }, this.data)
          return frameOf(this.state, this.data)
        },
        key: (key) => this.key(key),
        lost: interrupt,
      },
      withColor,
    )
    this.effects = this.effectsOf(this.session)
    try {
      const { isInterrupted, error } = await left
      if (error !== undefined) throw error
      return { isInterrupted, result: await this.content.close() }
    } finally {
      this.session.close()
      io.signal.removeEventListener('abort', interrupt)
      await this.content.close()
    }
  }

  private effectsOf(session: Session): Effects {
    const { io, flags, program } = this.options
    return new Effects({
      reading: this.reading,
      session,
      io,
      other: new OtherCommands({ sources: this.sources, flags, io, program }),
      say: (text, isError) => this.say(text, isError),
      leave: (isInterrupted) => this.leave({ isInterrupted }),
      record: (event) => this.records.read(event, this.content.store),
      data: () => this.data,
      set: (change) => {
        this.state = change(this.state)
        this.applied()
      },
      asked: (chips) => this.content.asked(chips),
    })
  }

  private get data(): Data {
    const { store, found, reading } = this.content
    return {
      store,
      found,
      reading,
      records: this.records.known,
      look: this.look,
      command: (chips) => lookupLine(this.sources, this.options.flags, chips),
    }
  }

  private key(key: Key): void {
    const { state, effects } = update(this.state, key, this.data)
    this.state = state
    for (const effect of effects) this.effects!.run(effect, this.state)
    this.applied()
  }

  // Chips or columns may have changed since the last frame.
  private applied(): void {
    if (this.content.show(this.state.chips)) {
      this.records.forget()
      const generation = this.state.generation + 1
      this.state = { ...this.state, cursor: 0, top: 0, marked: [], generation }
    }
    this.content.showColumns(this.columnNames())
    this.changed()
  }

  private columnNames(): readonly string[] {
    return this.state.columns.map(({ name }) => name)
  }

  private say(text: string, isError = false): void {
    this.state = { ...this.state, message: { text, isError } }
    this.session?.refresh()
  }

  // New content arrived; the next frame shows it.
  private changed(): void {
    const { data } = this
    this.state = settled(this.state, data)
    const { overlay, detail } = this.state
    const current = currentEvent(this.state, data)
    if (detail.isOpen && current !== undefined) void this.records.read(current, data.store)
    if (overlay?.kind === 'compare')
      for (const event of this.state.marked) void this.records.read(event, data.store)
    this.session?.refresh()
  }
}
