// The rules that come with the program: each finds what it is for and leaves what looks alike.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parsePath, textAt } from '../../../src/event/record-path.ts'
import { Correlation } from '../../../src/detect/correlate.ts'
import { compileDetection } from '../../../src/detect/rule-set.ts'
import type { Rule } from '../../../src/detect/rule.ts'
import { parseSigma } from '../../../src/detect/sigma-parse.ts'
import { ROOT } from '../../helpers/root.ts'
import { eventFrom } from '../event/records.ts'
import { EVENTS } from './pack.events.ts'

const FOLDER = join(ROOT, 'rules')
const files = readdirSync(FOLDER)
const parsed = files.map((file) => parseSigma(readFileSync(join(FOLDER, file), 'utf8'), file))
const pack: readonly Rule[] = parsed.flatMap(({ rules }) => rules)

test('every file is one rule, named like the file, with all that a reader needs', () => {
  expect(parsed.flatMap(({ refused }) => refused)).toEqual([])
  expect(pack.map(({ name }) => `${name}.yml`)).toEqual(files)
  expect(new Set(pack.map(({ id }) => id)).size).toBe(files.length)
  for (const { description, author, tags, falsePositives, license } of pack) {
    expect(description).toMatch(/\.$/)
    expect(author).toBe('the trail-explore authors')
    expect(license).toBe('Apache-2.0')
    expect(tags.length).toBeGreaterThan(0)
    expect(falsePositives.length).toBeGreaterThan(0)
  }
})

test('every rule has events that test it', () => {
  expect(new Set(Object.keys(EVENTS))).toEqual(new Set(pack.map(({ name }) => name)))
})

describe.each(pack.map((rule) => [rule.name ?? '', rule] as const))('%s', (name, rule) => {
  const { fires = [], quiet = [] } = EVENTS[name] ?? {}

  test('finds what it is for', () => {
    expect(found(rule, fires)).toEqual(rule.kind === 'correlation' ? [fires.at(-1)] : fires)
    expect(fires).not.toEqual([])
  })

  test('leaves what looks alike', () => {
    expect(found(rule, quiet)).toEqual([])
    expect(quiet).not.toEqual([])
  })
})

/** Records that the rule matches; for a correlation, those with which it is met. */
function found(rule: Rule, records: readonly object[]): object[] {
  if (rule.kind === 'event') {
    const matches = compileDetection(rule.detection)
    return records.filter((record) => matches(eventFrom(record)))
  }
  const correlation = new Correlation(rule, idsOf)
  expect(correlation.unknown).toEqual([])
  return records.filter((record) => {
    const event = eventFrom(record)
    const value = (path: string) => textAt(event.record, parsePath(path) ?? [])
    return pack.some(
      (base) =>
        base.kind === 'event' &&
        compileDetection(base.detection)(event) &&
        correlation.add({ rule: base.id, time: event.time, eventId: '', value }) !== undefined,
    )
  })
}

function idsOf(reference: string): string[] {
  return pack.filter(({ name }) => name === reference).map(({ id }) => id)
}
