// Arguments of `show` and `compare`: event IDs, positions of records (`file:3`) and sources, in any order. An ID is
// hexadecimal; a source contains a slash or exists on disk.

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../../util/usage-error.ts'

export interface Place {
  readonly typed: string
  readonly uri: string
  /** From 1. */
  readonly record: number
}

export interface EventArguments {
  readonly ids: readonly string[]
  readonly places: readonly Place[]
  readonly sources: readonly string[]
}

export function eventArguments(typed: readonly string[], cwd: string): EventArguments {
  const ids: string[] = []
  const places: Place[] = []
  const sources: string[] = []
  for (const text of new Set(typed)) {
    if (text === '') throw new UsageError('an event ID cannot be empty', 'give at least its first characters')
    const place = placeOf(text, cwd)
    if (place !== undefined) places.push(place)
    else if (isSource(text, cwd)) sources.push(text)
    else ids.push(text)
  }
  return { ids, places, sources }
}

function placeOf(typed: string, cwd: string): Place | undefined {
  const [, uri, record] = /^(.+):([1-9]\d{0,8})$/.exec(typed) ?? []
  if (uri === undefined || !isSource(uri, cwd)) return undefined
  return { typed, uri, record: Number(record) }
}

function isSource(text: string, cwd: string): boolean {
  if (text === '-' || /[/\\]|^(?:history|trail):/i.test(text)) return true
  // A file whose name looks like an event ID must be written with ./ before it.
  return !/^[\da-f]{8}(?:-|$)/i.test(text) && existsSync(resolve(cwd, text))
}
