// A source that states what its objects hold: names are one way to know, not the only one.

import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { FilterFlags } from '../../../src/cli/options/filter-options.ts'
import { select } from '../../../src/cli/options/select-events.ts'
import type { Source, Stated, Wanted } from '../../../src/source/source.ts'
import { ask, type PartialQuery } from '../../helpers/query.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2024, 7, 18)

interface Page {
  readonly key: string
  readonly states: Stated
}

/** Pages of a service, each of one event a day, the newest first, under names that say nothing. */
function history(pages: number, more: (n: number) => Stated = () => ({})) {
  const reads: string[] = []
  const told: (Wanted | undefined)[] = []
  const objects = Array.from({ length: pages }, (_, n): Page => {
    const time = NOW - n * DAY
    return { key: `page ${n}`, states: { notBefore: time, notAfter: time, ...more(n) } }
  })
  const source: Source = {
    uri: 'history:',
    start: '',
    remote: true,
    maxRequests: 1,
    display: (key) => `history:${key}`,
    async list(_folder, options = {}) {
      told.push(options.wanted)
      return { folders: [], objects }
    },
    async read({ key, states }) {
      reads.push(key)
      const eventTime = new Date(states!.notAfter!).toISOString()
      return { bytes: gzipSync(JSON.stringify({ Records: [{ eventTime, eventID: key, eventName: 'X' }] })) }
    },
  }
  return { source, reads, told }
}

async function idsOf(query: PartialQuery): Promise<string[]> {
  const { rows, failure } = await ask(query)
  expect(failure).toBeUndefined()
  return rows.map((row) => (JSON.parse(row) as { eventID: string }).eventID)
}

describe('a source that states the times of its objects', () => {
  it('is read in their order, and no further than a limit needs', async () => {
    const { source, reads } = history(50)
    expect(await idsOf({ sources: [source], limit: 3 })).toEqual(['page 0', 'page 1', 'page 2'])
    expect(reads.length).toBeLessThan(6)
  })

  it('is not asked for what lies outside the time', async () => {
    const { source, reads } = history(30)
    const walk = { start: NOW - 12 * DAY, end: NOW - 10 * DAY }
    expect(await idsOf({ sources: [source], walk })).toEqual(['page 10', 'page 11', 'page 12'])
    expect(reads).toHaveLength(3)
  })
})

it('a source that states accounts and Regions is asked only for those wanted', async () => {
  const { source, reads } = history(6, (n) => ({
    account: n % 2 === 0 ? '111111111111' : '222222222222',
    region: n < 3 ? 'eu-west-1' : 'us-east-1',
  }))
  const walk = {
    account: (id: string) => id === '222222222222',
    region: (name: string) => name === 'us-east-1',
  }
  expect(await idsOf({ sources: [source], walk })).toEqual(['page 3', 'page 5'])
  expect(reads).toHaveLength(2)
})

it('a source is told the window and what every event must have', async () => {
  const flags: FilterFlags = {
    lateDays: 1,
    texts: [
      { kind: 'text', field: 'event-name', values: ['ConsoleLogin'] },
      { kind: 'text', field: 'user-name', values: ['al*'] },
    ],
    where: ['event-source = signin.amazonaws.com and (errors or region = us-east-1)'],
    start: '2024-08-10',
  }
  const { walk, filter } = select(flags, { now: new Date(NOW), hideReadOnly: false, onlyFiles: false })
  const { source, told } = history(1)
  await ask({ sources: [source], walk, filter })
  expect(told[0]).toEqual({
    start: Date.UTC(2024, 7, 10),
    end: undefined,
    equal: new Map([
      ['event-name', ['ConsoleLogin']],
      ['event-source', ['signin.amazonaws.com']],
      ['event-category', ['Management', 'Data']],
    ]),
  })
})
