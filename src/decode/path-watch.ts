// Tracks whether the paths of requested columns occur at all: a path in the wrong case finds nothing, and an empty
// column looks like a finding. Costs nothing once each path has been seen.

import type { Event } from '../event/event.ts'
import { columnOf, findField } from '../event/fields.ts'
import { nearestPath, parsePath } from '../event/record-path.ts'

export interface SeenPaths {
  readonly seen: readonly string[]
  /** For paths that were not seen, a similar path that was. */
  readonly near: readonly (readonly [path: string, near: string])[]
}

/** Maximum number of events searched for a similar path. */
const MAX_EVENTS = 500

export class PathWatch {
  private pending: readonly string[]
  private readonly near = new Map<string, string>()
  private seen: string[] = []
  private looked = 0

  constructor(columns: readonly string[]) {
    this.pending = columns.filter((column) => findField(column) === undefined)
  }

  /** True if no path is left to look for. */
  get isDone(): boolean {
    return this.pending.length === 0
  }

  look(event: Event): void {
    if (this.pending.length === 0) return
    const seen = this.pending.filter((path) => columnOf(path).get(event) !== undefined)
    if (seen.length > 0) {
      this.seen.push(...seen)
      this.pending = this.pending.filter((path) => !seen.includes(path))
    }
    if (this.looked++ >= MAX_EVENTS) return
    for (const path of this.pending) {
      if (this.near.has(path)) continue
      const near = nearestPath(event.record, parsePath(path) ?? [])
      if (near !== undefined) this.near.set(path, near)
    }
  }

  /** What is new since the last call. */
  take(): SeenPaths {
    const { seen } = this
    this.seen = []
    return { seen, near: [...this.near] }
  }
}
