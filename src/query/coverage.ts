// The accounts, Regions and days that the files read cover, by their names.

import type { LogFileName } from '../logfile/object-key.ts'

const DAY = 86_400_000

export class Coverage {
  readonly accounts = new Set<string>()
  readonly regions = new Set<string>()
  private readonly dayNumbers = new Set<number>()

  add(name: LogFileName): void {
    this.accounts.add(name.account)
    this.regions.add(name.region)
    this.dayNumbers.add(Math.floor(name.delivered / DAY))
  }

  get days(): number {
    return this.dayNumbers.size
  }

  /** First and last day of delivery, `2024-08-18`; undefined if no name contained one. */
  get span(): readonly [string, string] | undefined {
    if (this.dayNumbers.size === 0) return undefined
    let first = Infinity
    let last = -Infinity
    for (const day of this.dayNumbers) {
      first = Math.min(first, day)
      last = Math.max(last, day)
    }
    return [dateOf(first), dateOf(last)]
  }
}

function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}
