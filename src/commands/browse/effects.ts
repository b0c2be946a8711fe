// What a key asks of the world: the clipboard, a file, an end.

import type { Io } from '../../cli/io.ts'
import { count } from '../../cli/messages/units.ts'
import type { Asked, Reading } from '../../cli/reading/read-events.ts'
import { principal } from '../../event/identity.ts'
import { eventId } from '../../event/names.ts'
import { resources } from '../../event/resources.ts'
import { allOf, type Filter } from '../../filter/clause.ts'
import type { LocatedEvent } from '../../format/located.ts'
import { printable, printableJson } from '../../format/sanitize.ts'
import { openFile } from '../../output/file.ts'
import { createWriter } from '../../output/writer.ts'
import { copySequence } from '../../screen/clipboard.ts'
import type { Session } from '../../screen/session.ts'
import { credentialOf, createdAt } from '../../event/credential.ts'
import { own, ownText } from '../../util/json.ts'
import { UsageError } from '../../util/usage-error.ts'
import { equals } from './chips.ts'
import type { CopiedPart, Effect, Menu, Record, State } from './state/state.ts'

export interface EffectsOptions {
  readonly reading: Reading
  readonly session: Session
  readonly io: Io
  readonly say: (text: string, isError?: boolean) => void
  readonly leave: (isInterrupted: boolean) => void
  readonly record: (event: number) => Promise<Record>
  readonly filterBy: (filter: Filter) => void
  readonly trace: (event: number) => Promise<void>
  readonly report: (path: string, chips: readonly Filter[]) => Promise<void>
  readonly choose: (menu: Menu) => void
  /** What the files are asked for these chips. */
  readonly asked: (chips: readonly Filter[]) => Asked
}

export class Effects {
  private readonly options: EffectsOptions

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
        return this.guarded(async () => {
          const found = await this.located(effect.event)
          if (found) this.bySession(found, effect.excludes)
        })
      case 'resource':
        return this.guarded(async () => {
          const found = await this.located(effect.event)
          if (found) this.byResource(found, effect.excludes)
        })
      case 'trace':
        return this.guarded(() => this.options.trace(effect.event))
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

  /** What could act where it is pasted is written as an escape, and that is said. */
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

  private bySession({ event }: LocatedEvent, excludes: boolean): void {
    const { filterBy, say } = this.options
    const { kind, id } = credentialOf(event)
    const identity = event.part('userIdentity')
    const context = own(identity, 'sessionContext')
    if (kind === 'event') return say('This event was made with no credential that others have.')
    if (kind === 'key') return filterBy(equals('access-key-id', id, excludes))
    if (kind === 'sign-in')
      return filterBy(equals('userIdentity.sessionContext.signInSessionArn', id, excludes))
    const principalId = ownText(identity, 'principalId')
    const who = principalId ?? ownText(identity, 'arn') ?? ''
    const session = allOf([
      equals(principalId === undefined ? 'userIdentity.arn' : 'userIdentity.principalId', who, false),
      equals('userIdentity.sessionContext.attributes.creationDate', createdAt(context) ?? '', false),
    ])
    filterBy(excludes ? { kind: 'not', of: session } : session)
  }

  /** One of the resources; which, where there are several, is asked. */
  private byResource({ event }: LocatedEvent, excludes: boolean): void {
    const { filterBy, choose, say } = this.options
    const names = [...new Set(resources(event).map(({ name }) => name))]
    const [only] = names
    if (only === undefined) return say('No resource is known of this event.')
    if (names.length === 1) return filterBy(equals('resource-name', only, excludes))
    const items = names.map((name, i) => ({
      ...(i < 9 && { key: String(i + 1) }),
      label: i < 9 ? String(i + 1) : '',
      text: name,
      does: { kind: 'filter', filter: equals('resource-name', name, excludes) } as const,
    }))
    choose({ title: excludes ? 'Without which resource?' : 'Which resource?', items })
  }

  private async save(path: string, chips: readonly Filter[]): Promise<void> {
    const { reading, io, say, asked } = this.options
    if (/\.html?$/i.test(path)) return this.options.report(path, chips)
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
