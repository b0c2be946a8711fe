import { setImmediate } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Filter } from '../../../src/filter/clause.ts'
import { type Engine, openEngine } from '../../../src/query/engine.ts'
import type { Source } from '../../../src/source/source.ts'
import { countingSource } from '../../helpers/counting-source.ts'
import { logKey } from '../../helpers/log-key.ts'
import { memorySource } from '../../helpers/memory-source.ts'
import { engineOf, PLAN, queryOf } from '../../helpers/query.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2024, 7, 18, 12)
const ACCOUNT = '123456789012'

/** One delivery a day, each of one event named after the day's number, the newest today. */
function tree(days: number, large = false): Source {
  const files = Array.from({ length: days }, (_, n) => {
    const delivered = NOW - n * DAY
    const eventTime = new Date(delivered).toISOString().replace('.000', '')
    const record = { eventTime, eventID: `${n}`, eventName: `Day${n}`, recipientAccountId: ACCOUNT }
    const key = logKey({ account: ACCOUNT, region: 'eu-west-1', delivered, unique: 'abcdefgh00000000' })
    return [key, gzipSync(JSON.stringify({ Records: [record] }))] as const
  })
  return memorySource(Object.fromEntries(files), { large })
}

async function names(engine: Engine, filter?: Filter): Promise<string[]> {
  const found: string[] = []
  const { failure } = await engine.run(queryOf({ ...(filter && { filter }), walk: { ...PLAN, now: NOW } }), {
    onRows(rows) {
      for (let i = 0; i < rows.count; i++)
        found.push((JSON.parse(Buffer.from(rows.row(i)).toString()) as { eventName: string }).eventName)
      return undefined
    },
  })
  expect(failure).toBeUndefined()
  return found
}

const nameIs = (name: string): Filter => ({ kind: 'text', field: 'event-name', values: [name] })

/** Deliveries of a day each, with large records. */
function largeTree(days: number): Source {
  const files = Array.from({ length: days }, (_, n) => {
    const delivered = NOW - n * DAY
    const records = Array.from({ length: 100 }, (_, k) => ({
      eventTime: new Date(delivered - k * 60_000).toISOString().replace('.000', ''),
      eventID: `${n}-${k}`,
      eventName: `Day${n}`,
      recipientAccountId: ACCOUNT,
      requestParameters: { text: `${n}-${k} `.repeat(300) },
    }))
    const key = logKey({ account: ACCOUNT, region: 'eu-west-1', delivered, unique: 'abcdefgh00000000' })
    return [key, gzipSync(JSON.stringify({ Records: records }))] as const
  })
  return memorySource(Object.fromEntries(files))
}

describe('an engine', () => {
  it('runs one query after the other, and leaves the sources open', async () => {
    let closed = 0
    const source = { ...tree(4), close: () => void closed++ }
    const engine = openEngine(engineOf({ sources: [source] }))
    expect(await names(engine)).toEqual(['Day0', 'Day1', 'Day2', 'Day3'])
    expect(await names(engine, nameIs('Day2'))).toEqual(['Day2'])
    expect(await names(engine)).toHaveLength(4)
    await engine.close()
    expect(closed).toBe(0)
  })

  it('uses the memory of rows again only if the caller keeps none, and when they have left', async () => {
    const engine = openEngine(engineOf({ sources: [largeTree(20)] }))
    const run = async (keepsNoRows: boolean, limit?: number): Promise<{ text: string; buffers: number }> => {
      let text = ''
      const buffers = new Set<ArrayBufferLike>()
      await engine.run(queryOf({ walk: { ...PLAN, now: NOW }, limit }), {
        keepsNoRows,
        async onRows({ bytes }) {
          // Other files are decoded meanwhile.
          await setImmediate()
          text += Buffer.from(bytes).toString()
          buffers.add(bytes.buffer)
        },
      })
      return { text, buffers: buffers.size }
    }
    const kept = await run(false)
    expect(kept.text.trimEnd().split('\n')).toHaveLength(2000)
    const [again, few, one] = await Promise.all([run(true), run(true, 350), run(false, 150)])
    expect(again.text).toBe(kept.text)
    expect(again.buffers).toBeLessThan(kept.buffers / 2)
    expect(kept.text.startsWith(few.text.trimEnd())).toBe(true)
    expect(few.text.trimEnd().split('\n')).toHaveLength(350)
    expect(one.text.trimEnd().split('\n')).toHaveLength(150)
    await engine.close()
  })

  it('runs several at the same time', async () => {
    const engine = openEngine(engineOf({ sources: [tree(5)] }))
    const [all, two, none] = await Promise.all([
      names(engine),
      names(engine, nameIs('Day2')),
      names(engine, nameIs('Other')),
    ])
    expect([all.length, two, none]).toEqual([5, ['Day2'], []])
    await engine.close()
  })

  it('goes on after a run that was stopped', async () => {
    const engine = openEngine(engineOf({ sources: [tree(5)] }))
    const stop = new AbortController()
    stop.abort(new Error('enough'))
    expect((await engine.run(queryOf(), { signal: stop.signal })).failure).toEqual(new Error('enough'))
    expect(await names(engine)).toHaveLength(5)
    await engine.close()
  })

  it('lists days that are long over once, where that is asked for', async () => {
    const { source, counts } = countingSource(tree(30, true))
    const listed = async (engine: Engine): Promise<string[]> => {
      counts.lists.length = 0
      await names(engine)
      return counts.lists.filter((folder) => /\d{4}\/\d\d\/\d\d\/$/.test(folder)).sort()
    }
    const forgetful = openEngine(engineOf({ sources: [source] }))
    expect(await listed(forgetful)).toEqual(await listed(forgetful))
    const engine = openEngine(engineOf({ sources: [source], keepListings: NOW }))
    expect(await listed(engine)).toHaveLength(30)
    const again = await listed(engine)
    expect([again[0], again.at(-1), again.length]).toEqual([
      expect.stringMatching('/2024/08/11/$'),
      expect.stringMatching('/2024/08/18/$'),
      8,
    ])
    expect(await names(engine)).toHaveLength(30)
  })

  it('asks no more of a source at a time than it bears', async () => {
    let now = 0
    const most = [0, 0]
    const limited = (index: number, maxRequests?: number): Source => {
      const source = tree(12)
      return {
        ...source,
        maxRequests,
        async read(object, signal) {
          now++
          most[index] = Math.max(most[index]!, now)
          await new Promise((resolve) => setTimeout(resolve, 1))
          now--
          return source.read(object, signal)
        },
      }
    }
    const run = async (index: number, maxRequests?: number): Promise<void> => {
      const engine = openEngine(engineOf({ sources: [limited(index, maxRequests)], concurrency: 6 }))
      expect(await names(engine)).toHaveLength(12)
      await engine.close()
    }
    await run(0, 2)
    await run(1)
    expect(most[0]).toBe(2)
    expect(most[1]).toBeGreaterThan(2)
  })
})
