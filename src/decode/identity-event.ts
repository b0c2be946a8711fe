// An event of a table for questions about its identity. Its JSON and the mark of the console are at hand; only for
// anything else is the event made.

import type { Event, LookupFields, Origin } from '../event/event.ts'
import type { Json, JsonObject } from '../util/json.ts'
import type { TableRow } from './memo.ts'

export class IdentityEvent implements Event {
  readonly get = (): Event => this
  private row!: TableRow
  private cell = 0
  private isOfConsole = false

  /** `cell`: where the table has the offsets of the identity. */
  set(row: TableRow, cell: number, isOfConsole: boolean): void {
    this.row = row
    this.cell = cell
    this.isOfConsole = isOfConsole
  }

  json(key: string): string {
    if (key !== 'userIdentity') return this.row.event().json(key)
    const { table, text } = this.row
    const from = table.words[this.cell]!
    return text.toString('utf8', from, from + table.words[this.cell + 1]!)
  }

  part(key: string): Json | undefined {
    return key === 'sessionCredentialFromConsole' ? this.isOfConsole : this.row.event().part(key)
  }

  text(key: string): string | undefined {
    return this.row.event().text(key)
  }

  textIn(key: string, name: string): string | undefined {
    return this.row.event().textIn(key, name)
  }

  valuesIn(key: string, name: string): readonly Json[] {
    return this.row.event().valuesIn(key, name)
  }

  get time(): number {
    return this.row.event().time
  }

  get record(): JsonObject {
    return this.row.event().record
  }

  get origin(): Origin {
    return this.row.event().origin
  }

  get lookup(): LookupFields | undefined {
    return undefined
  }
}
