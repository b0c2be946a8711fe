// Side effects requested by keys: clipboard, files, quitting.

import type { Io } from '../../cli/io.ts'
import { EXIT } from '../../cli/exit-codes.ts'
import { count } from '../../cli/messages/units.ts'
import type { Asked, Reading } from '../../cli/reading/read-events.ts'
import { principal } from '../../event/identity.ts'
import { eventId } from '../../event/names.ts'
import { resources } from '../../event/resources.ts'
import type { Filter } from '../../filter/clause.ts'
import type { LocatedEvent } from '../../format/located.ts'
import { printable, printableJson } from '../../format/sanitize.ts'
import { openFile } from '../../output/file.ts'
import { createWriter } from '../../output/writer.ts'
import { copySequence } from '../../screen/clipboard.ts'
import type { Session } from '../../screen/session.ts'
import { UsageError } from '../../util/usage-error.ts'
import { byField, type ByRecord, bySession } from './by-record.ts'
import { columnLabel } from './columns.ts'
import { Finder } from './data/find.ts'
import type { OtherCommands } from './other-commands.ts'
import { withFilter } from './state/list-keys.ts'
import {
  type CopiedPart,
  currentPosition,
  type Data,
  type Effect,
  type Record,
  type State,
  withMenu,
} from './state/state.ts'

export interface EffectsOptions {
  readonly reading: Reading
  readonly session: Session
  readonly io: Io
  readonly other: OtherCommands
  readonly say: (text: string, isError?: boolean) => void
  readonly leave: (isInterrupted: boolean) => void
  readonly record: (event: number) => Promise<Record>
  readonly data: () => Data
  /** Changes the current state, which may differ from the state in which the key was pressed. */
  readonly set: (change: (state: State) => State) => void
  /** The query for these chips. */
  readonly asked: (chips: readonly Filter[]) => Asked
}

export class Effects {
  private readonly options: EffectsOptions
  private finder: Finder | undefined

  constructor(options: EffectsOptions) {
    this.options = options
  }

  run(effect: Effect, state: State): void {
    const { leave, session, say } = this.options
    switch (effect.kind) {
      case 'quit':
        return leave(false)
      case 'interrupt':
        return leave(true)
      case 'suspend':
        return session.suspend()
      case 'copy':
        return this.copy(effect.text, effect.what)
      case 'copy-event':
        return this.guarded(async () => {
          const found = await this.located(effect.event)
          if (found) this.copy(PARTS[effect.part](found), effect.part)
        })
      case 'session':
      case 'field':
        return this.guarded(async () => {
          const found = await this.located(effect.event)
          if (found === undefined) return
          const { excludes } = effect
          this.filterBy(
            effect.kind === 'session'
              ? bySession(found, excludes)
              : byField(found, effect.field, columnLabel(effect.field), excludes),
          )
        })
      case 'trace':
        return this.guarded(() => this.trace(effect.event, state))
      case 'find':
        return this.find(effect.text, effect.step, state)
      case 'save':
        say(`Writing ${effect.path} …`)
        return this.guarded(() => this.save(effect.path, state.chips))
    }
  }

  private guarded(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      const text =
        error instanceof UsageError ? `${error.message}${error.hint ? `: ${error.hint}` : ''}` : String(error)
      this.options.say(text.replace(/^--output-file /, ''), true)
    })
  }

  private async located(event: number): Promise<LocatedEvent | undefined> {
    const record = await this.options.record(event)
    if (record.kind === 'read') return record.found
    this.options.say(record.why, true)
    return undefined
  }

  /** Characters that could act where the text is pasted are escaped, with a message. */
  private copy(text: string | undefined, what: string): void {
    const { say, session } = this.options
    if (text === undefined || text === '') return say(`This event has no ${what}.`)
    const safe = what === 'record' ? printableJson(text) : printable(text)
    const sequence = copySequence(safe)
    if (sequence === undefined)
      return say(`The ${what} is too long for the clipboard of a terminal: o saves it.`, true)
    session.send(sequence)
    const note = safe === text ? '' : '; characters that could act are written as escapes'
    say(`Copied ${what}, if the terminal allows it${note}.`)
  }

  private filterBy(by: ByRecord): void {
    const { set, say } = this.options
    if (by.kind === 'none') return say(by.why)
    set((state) => (by.kind === 'filter' ? withFilter(state, by.filter) : withMenu(state, by.menu)))
  }

  /** Searches for the duration of a frame at once, then continues between keys and frames. */
  private find(text: string, step: 1 | -1, state: State): void {
    const { data, set } = this.options
    const { found } = data()
    const finder = new Finder(found, text, currentPosition(state, data()), step)
    const { cursor } = state
    this.finder = finder
    const look = (): void => {
      // A new search, or a change of the shown events, ends this search.
      if (this.finder !== finder || data().found !== found) return
      const until = performance.now() + SLICE
      const position = finder.look(() => performance.now() >= until)
      if (position === undefined) {
        setImmediate(look)
        return
      }
      this.finder = undefined
      set((now) => {
        if (now.cursor !== cursor) return now
        return position < 0
          ? { ...now, message: { text: `No event shown has “${text}” in what the list can show.` } }
          : { ...now, message: undefined, cursor: found.events[position]! }
      })
    }
    look()
  }

  /** Shows the output of `trace` for an event as a page. */
  private async trace(event: number, { size }: State): Promise<void> {
    const { data, set, other } = this.options
    const { store } = data()
    const place = store.place(event)
    const title = `Trace of ${place.file}:${place.record}`
    set((state) => ({
      ...state,
      overlay: { kind: 'page', title, text: 'Reading the files …', top: 0 },
    }))
    const { command, text } = await other.trace(store.id(event), size.columns - 1)
    set((state) => {
      const { overlay } = state
      if (overlay?.kind !== 'page' || overlay.title !== title) return state
      return { ...state, overlay: { kind: 'page', title: command, text, top: 0 } }
    })
  }

  private async save(path: string, chips: readonly Filter[]): Promise<void> {
    const { reading, io, say, asked } = this.options
    if (/\.html?$/i.test(path)) {
      const { exitCode, text } = await this.options.other.report(path, chips)
      if (exitCode === EXIT.ok) return say(`Report written to ${path}.`)
      return say(
        text.split('\n')[0]?.replace(/^error: (?:--output-file )?/, '') || `${path}: not written.`,
        true,
      )
    }
    const kind = FORMAT_OF[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '']
    if (kind === undefined)
      return say(`${path}: its name must end in .jsonl, .json, .csv, .tsv or .html.`, true)
    const file = await openFile(path, io.cwd)
    try {
      const row = { kind, timeZone: reading.selection.timeZone }
      const writer = await createWriter(row, file)
      await writer.begin()
      const result = await reading.rows(row, (rows) => writer.rows(rows), asked(chips))
      await writer.end()
      if (result.failure !== undefined)
        return say(`${path}: not written, because the files could not be read.`, true)
      await file.commit()
      say(`${count(result.report.shown, 'event')} written to ${path}.`)
    } finally {
      await file.abort()
    }
  }
}

/** Maximum delay of keys and frames, in milliseconds. */
const SLICE = 8

const PARTS: Readonly<globalThis.Record<CopiedPart, (found: LocatedEvent) => string | undefined>> = {
  record: ({ raw }) => Buffer.from(raw).toString(),
  'event-id': ({ event }) => eventId(event),
  principal: ({ event }) => principal(event),
  'resource-name': ({ event }) =>
    resources(event)
      .map(({ name }) => name)
      .join(', '),
}

const FORMAT_OF: Readonly<globalThis.Record<string, 'jsonl' | 'json' | 'csv' | 'tsv' | undefined>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'json',
  csv: 'csv',
  tsv: 'tsv',
}
