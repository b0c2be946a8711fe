import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { logKey } from '../../helpers/log-key.ts'
import { SourceError, type Source } from '../../../src/source/source.ts'
import { countingSource } from '../../helpers/counting-source.ts'
import { memorySource } from '../../helpers/memory-source.ts'
import { openEngine } from '../../../src/query/engine.ts'
import { ask, engineOf, queryOf } from '../../helpers/query.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = Date.UTC(2024, 7, 18, 12)
const ACCOUNT = '123456789012'

interface Row {
  readonly eventID: string
  readonly eventTime: string
}

function keyOf(delivered: number, n = 0): string {
  const region = 'us-east-1'
  const unique = `abcdefgh${String(n).padStart(8, '0')}`
  return logKey({ account: ACCOUNT, region, delivered, unique })
}

function file(
  ...events: readonly (readonly [id: string, time: number | undefined, more?: string])[]
): Buffer {
  const records = events.map(([eventID, time, more = '']) => ({
    ...(time !== undefined && { eventTime: new Date(time).toISOString().replace('.000', '') }),
    eventID,
    eventName: `X${more}`,
    recipientAccountId: ACCOUNT,
  }))
  return gzipSync(JSON.stringify({ Records: records }))
}

/** An hourly delivery of ten events that happened within fifteen minutes before. */
function days(count: number): Record<string, Buffer> {
  return Object.fromEntries(
    Array.from({ length: count * 24 }, (_, n) => {
      const delivered = NOW - n * HOUR
      return [
        keyOf(delivered, n),
        file(...Array.from({ length: 10 }, (_, k) => [`${n}-${k}`, delivered - k * 90_000] as const)),
      ]
    }),
  )
}

const idsOf = (rows: readonly string[]): string[] => rows.map((row) => (JSON.parse(row) as Row).eventID)

describe('a limit', () => {
  it('reads as few files of a hundred times the days', async () => {
    const few = await counted(3)
    expect(few.reads).toBeLessThan(40)
    expect(await counted(300)).toEqual(few)
  })

  it('of nothing reads nothing', async () => {
    const { source, counts } = countingSource(memorySource(days(1)))
    expect((await ask({ sources: [source], limit: 0 })).rows).toEqual([])
    expect(counts).toEqual({ lists: [], reads: [], bytes: 0, keys: 0 })
  })

  it('reached while an older day is being listed stops that listing, and nothing has failed', async () => {
    const source = memorySource(days(3))
    let isToldToStop = false
    const slow: Source = {
      ...source,
      list(folder, options) {
        // Too large to be had in one piece.
        if (options?.deep) return Promise.resolve({ folders: [], objects: [], more: true })
        if (!folder.endsWith('/2024/08/17/')) return source.list(folder, options)
        return new Promise((_, reject) => {
          options?.signal?.addEventListener('abort', () => {
            isToldToStop = true
            reject(options.signal?.reason as Error)
          })
        })
      },
    }
    const { rows, report, failure } = await ask({ sources: [slow], limit: 3, concurrency: 100 })
    expect(idsOf(rows)).toEqual(['0-0', '0-1', '0-2'])
    expect({ limited: report.limited, failure, isToldToStop }).toEqual({
      limited: true,
      failure: undefined,
      isToldToStop: true,
    })
  })

  it('says whether there is more', async () => {
    const files = { [keyOf(NOW)]: file(['a', NOW], ['b', NOW - MINUTE]) }
    const limited = async (limit: number, ascending: boolean) =>
      (await ask({ sources: [memorySource(files)], limit, ascending })).report.limited
    expect(await limited(1, false)).toBe(true)
    expect(await limited(1, true)).toBe(true)
    expect(await limited(2, true)).toBe(false)
    expect(await limited(3, false)).toBe(false)
  })

  it('keeps few rows while everything is held', async () => {
    // Together much more than the slack.
    const files = Object.fromEntries(
      [0, 1, 2, 3].map((n) => [keyOf(NOW + n * HOUR, n), file(...manyEvents(n))]),
    )
    const { rows } = await ask({ sources: [memorySource(files)], limit: 5, ascending: true })
    expect(idsOf(rows)).toEqual(['0-14999', '1-14999', '2-14999', '3-14999', '0-14998'])
  })
})

async function counted(count: number) {
  const { source, counts } = countingSource(memorySource(days(count), { remote: false }))
  const { rows, report } = await ask({ sources: [source], limit: 50 })
  expect(rows).toHaveLength(50)
  expect(report.limited).toBe(true)
  return {
    reads: counts.reads.length,
    days: counts.lists.filter((folder) => dayAtEnd.test(folder)).length,
    first: rows[0],
  }
}

function manyEvents(hour: number) {
  return Array.from({ length: 15_000 }, (_, n) => [`${hour}-${n}`, NOW - n * 10] as const)
}

const dayAtEnd = /\/\d{4}\/\d\d\/\d\d\/$/

describe('streaming', () => {
  it('gives rows before the last files are read', async () => {
    const { source, counts } = countingSource(memorySource(days(3), { remote: false }))
    let most = 0
    let given = 0
    const { rows } = await ask(
      { sources: [source] },
      {
        onRow() {
          given++
          most = Math.max(most, counts.reads.length * 10 - given)
          return undefined
        },
      },
    )
    expect(rows).toEqual([])
    expect(given).toBe(720)
    expect(most).toBeLessThan(400)
  })

  it('waits for the output, and hands it one row at a time', async () => {
    let busy = 0
    let most = 0
    let given = 0
    await ask(
      { sources: [memorySource(days(1))] },
      {
        async onRow() {
          most = Math.max(most, ++busy)
          await new Promise((resolve) => setImmediate(resolve))
          busy--
          given++
        },
      },
    )
    expect({ most, given }).toEqual({ most: 1, given: 240 })
  })
})

describe('names that lie', () => {
  const late = keyOf(NOW - DAY)

  it('are found in time when nothing has left yet', async () => {
    const files = { [keyOf(NOW)]: file(['a', NOW + HOUR], ['b', NOW]), [late]: file(['c', NOW + 2 * HOUR]) }
    const { rows, report } = await ask({ sources: [memorySource(files)] })
    expect(idsOf(rows)).toEqual(['c', 'a', 'b'])
    expect(report.misnamed).toEqual({ file: keyOf(NOW), late: false })
  })

  it('are told when rows had left', async () => {
    const files: Record<string, Buffer> = {
      ...days(1),
      [late]: file(['late', NOW + HOUR], ['in time', NOW - DAY]),
    }
    const { rows, report } = await ask({ sources: [memorySource(files, { remote: false })] })
    expect(report.misnamed).toEqual({ file: late, late: true })
    expect(rows).toHaveLength(242)
    expect(idsOf(rows).indexOf('late')).toBeGreaterThan(0)
  })

  it('are forgiven a few minutes', async () => {
    const files = { [keyOf(NOW)]: file(['a', NOW + 5 * MINUTE]) }
    expect((await ask({ sources: [memorySource(files)] })).report.misnamed).toBeUndefined()
  })

  it('do not matter when they are not believed', async () => {
    const files: Record<string, Buffer> = { ...days(1), [late]: file(['late', NOW + HOUR]) }
    const { rows, report } = await ask({ sources: [memorySource(files)], walk: { ignoreNames: true } })
    expect(idsOf(rows)[0]).toBe('late')
    expect(report.misnamed).toBeUndefined()
  })
})

describe('copies', () => {
  const twice = {
    [keyOf(NOW, 1)]: file(['a', NOW], ['b', NOW], ['c', NOW - MINUTE, 'first'], ['', NOW], ['', NOW]),
    [keyOf(NOW, 2)]: file(
      ['b', NOW],
      ['a', NOW],
      ['c', NOW - MINUTE, 'second'],
      ['c', NOW - MINUTE, 'second'],
    ),
    [keyOf(NOW + HOUR)]: file(['a', NOW], ['a', NOW - HOUR]),
  }

  it('are shown once and counted; the same ID with other content is kept', async () => {
    const { rows, report } = await ask({ sources: [memorySource(twice)] })
    expect(idsOf(rows)).toEqual(['', '', 'a', 'b', 'c', 'c', 'a'])
    expect(report).toMatchObject({ duplicates: 4, conflicts: 2, matched: 7, shown: 7, records: 11 })
  })

  it('are kept beside each other when they are asked for', async () => {
    const { rows, report } = await ask({ sources: [memorySource(twice)], keepDuplicates: true })
    expect(idsOf(rows)).toEqual(['', '', 'a', 'a', 'a', 'b', 'b', 'c', 'c', 'c', 'a'])
    expect(report).toMatchObject({ duplicates: 4, matched: 11 })
  })

  it('are told by their records where rows show less', async () => {
    const row = { kind: 'tsv', columns: ['event-id'] } as const
    const { rows, report } = await ask({ sources: [memorySource(twice)], row })
    expect(rows.map((row) => row.trim())).toEqual(['', '', 'a', 'b', 'c', 'c', 'a'])
    expect(report.duplicates).toBe(4)
  })
})

it('shows events without a time last, either way, and counts them', async () => {
  const files = {
    [keyOf(NOW)]: file(['x', undefined], ['a', NOW]),
    [keyOf(NOW - DAY)]: file(['b', NOW - DAY], ['w', undefined]),
  }
  const newest = await ask({ sources: [memorySource(files)] })
  const oldest = await ask({ sources: [memorySource(files)], ascending: true })
  expect(idsOf(newest.rows)).toEqual(['a', 'b', 'w', 'x'])
  expect(idsOf(oldest.rows)).toEqual(['b', 'a', 'w', 'x'])
  expect(newest.report.untimed).toBe(2)
})

describe('trouble', () => {
  const bad = keyOf(NOW - HOUR)

  it('with one file is a problem, and the others are read', async () => {
    const source = memorySource({ ...days(1), [bad]: new SourceError('denied', 'no access', 'ask') })
    const { rows, report, failure } = await ask({ sources: [source] })
    expect(failure).toBeUndefined()
    expect(rows).toHaveLength(240)
    expect(report.problems.groups()[0]?.problems).toEqual([
      { kind: 'unreadable', file: bad, what: 'no access', hint: 'ask' },
    ])
  })

  it('with every file still ends', async () => {
    const files = Object.fromEntries(
      Object.keys(days(2)).map((key) => [key, new SourceError('unreachable', 'reset')]),
    )
    const { rows, report, failure } = await ask({ sources: [memorySource(files)] })
    expect({ rows, failure, count: report.problems.count('unreadable') }).toEqual({
      rows: [],
      failure: undefined,
      count: 48,
    })
  })

  it('with credentials ends the run, and what was read stays', async () => {
    const expired = new SourceError('credentials', 'expired')
    const source = memorySource({ ...days(10), [keyOf(NOW - 5 * DAY, 7)]: expired }, { remote: false })
    const { rows, report, failure } = await ask({ sources: [source], concurrency: 1 })
    expect(failure).toBe(expired)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBe(report.shown)
    expect(report.files.read).toBeLessThan(240)
    expect(idsOf(rows)[0]).toBe('0-0')
  })

  it('with an error that nobody expects ends it, too', async () => {
    const odd = new TypeError('odd')
    expect((await ask({ sources: [memorySource({ ...days(3), [bad]: odd })] })).failure).toBe(odd)
  })

  it('with the start is the failure', async () => {
    const gone = new SourceError('not-found', 'no such bucket')
    const source: Source = { ...memorySource({}), list: () => Promise.reject(gone) }
    expect((await ask({ sources: [source] })).failure).toBe(gone)
  })

  it('with the output ends the run; no row is given twice or after it', async () => {
    for (const at of [1, 7, 100]) {
      const given: string[] = []
      const { failure } = await ask(
        { sources: [memorySource(days(3))] },
        {
          async onRow(row) {
            given.push(Buffer.from(row).toString())
            if (given.length === at) throw new Error('pipe closed')
          },
        },
      )
      expect(failure).toEqual(new Error('pipe closed'))
      await new Promise((resolve) => setTimeout(resolve, 5))
      expect(new Set(given).size).toBe(at)
    }
  })
})

describe('being stopped', () => {
  it.each([0, 1, 30, 400])('after %i rows', async (at) => {
    const stop = new AbortController()
    const reason = new Error('interrupted')
    if (at === 0) stop.abort(reason)
    let given = 0
    const { report, failure } = await ask(
      { sources: [memorySource(days(5))] },
      {
        signal: stop.signal,
        onRow() {
          if (++given === at) stop.abort(reason)
          return undefined
        },
      },
    )
    expect(failure).toBe(reason)
    expect(given).toBe(report.shown)
    expect(given).toBeLessThan(1200)
  })

  it('while a file is on its way', async () => {
    const stop = new AbortController()
    const source = memorySource(days(1))
    const slow: Source = {
      ...source,
      read: (_, signal) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
          setTimeout(() => stop.abort(new Error('interrupted')), 5)
        }),
    }
    expect((await ask({ sources: [slow] }, { signal: stop.signal })).failure).toEqual(
      new Error('interrupted'),
    )
  })
})

describe('what is under way at a time', () => {
  it('is bounded in requests', async () => {
    const source = memorySource(days(3))
    let now = 0
    let most = 0
    const counted: Source = {
      ...source,
      async read(object, signal) {
        most = Math.max(most, ++now)
        await new Promise((resolve) => setTimeout(resolve, 1))
        now--
        return source.read(object, signal)
      },
    }
    expect((await ask({ sources: [counted], concurrency: 4 })).rows).toHaveLength(720)
    expect(most).toBe(4)
  })

  it('is bounded in bytes that are not decoded yet', async () => {
    const size = 8 << 20
    const source = memorySource(days(2))
    let fetched = 0
    let most = 0
    const heavy: Source = {
      ...source,
      async list(folder, options) {
        const { folders, objects } = await source.list(folder, options)
        return { folders, objects: objects.map((object) => ({ ...object, size })) }
      },
      async read(object, signal) {
        fetched++
        return source.read(object, signal)
      },
    }
    const { report } = await ask(
      { sources: [heavy], concurrency: 32 },
      {
        onProgress: ({ files }) => {
          most = Math.max(most, fetched - files.read)
        },
      },
    )
    expect(report.files.read).toBe(48)
    expect(most).toBeLessThanOrEqual(6)
  })
})

describe('a run that is stopped', () => {
  it('does not wait for what it reads', async () => {
    const stop = new AbortController()
    const source: Source = {
      ...memorySource(days(2)),
      read() {
        setImmediate(() => stop.abort(new Error('Ctrl-C')))
        return new Promise(() => {})
      },
    }
    const { failure, rows } = await ask({ sources: [source] }, { signal: stop.signal })
    expect([failure, rows]).toEqual([new Error('Ctrl-C'), []])
  })

  it('hears of it while it prints, though the output takes everything at once', async () => {
    const stop = new AbortController()
    const engine = openEngine(engineOf({ sources: [memorySource(days(2))] }))
    let runs = 0
    const { failure, report } = await engine.run(queryOf({ ascending: true }), {
      signal: stop.signal,
      onRows() {
        runs++
        setImmediate(() => stop.abort(new Error('Ctrl-C')))
        for (const started = performance.now(); performance.now() - started < 60;);
        return undefined
      },
    })
    await engine.close()
    expect([failure, runs]).toEqual([new Error('Ctrl-C'), 1])
    expect(report.shown).toBeLessThan(report.matched)
  })
})
