// A look at two files of a folder spares the others only if names and contents agree; no event is lost by it in a folder
// where anything else is called otherwise.

import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingSource } from '../../helpers/counting-source.ts'
import { FOREIGN_LOGS, type ForeignLogs } from '../../helpers/foreign-logs.ts'
import { logKey } from '../../helpers/log-key.ts'
import { memorySource } from '../../helpers/memory-source.ts'
import { ask } from '../../helpers/query.ts'

const DELIVERY = {
  account: '123456789012',
  region: 'us-east-1',
  delivered: Date.UTC(2024, 7, 18, 10, 5),
  unique: 'abcdefghijklmnop',
}

const ours = (id: string): Buffer =>
  gzipSync(
    JSON.stringify({ Records: [{ eventID: id, eventName: 'A', eventTime: '2024-08-18T10:00:00Z' }] }),
    { level: 1 },
  )

function theirs({ name, line }: ForeignLogs): Buffer {
  return name(0).endsWith('.gz') ? gzipSync(line) : Buffer.from(line)
}

async function look(files: Record<string, Buffer>, { remote = true, ignoreNames = false } = {}) {
  const { source, counts } = countingSource(memorySource(files, { remote, etags: true }))
  const { rows, report } = await ask({ sources: [source], walk: { ignoreNames } })
  const ids = rows.map((row) => (JSON.parse(row) as { eventID: string }).eventID).sort()
  const others = [...report.files.others].map(([folder, { of, files }]) => ({ folder, of, files }))
  return { ids, reads: new Set(counts.reads).size, others, report }
}

const TREE = { [logKey({ ...DELIVERY })]: ours('tree') }

const kindOf = (
  left: readonly { readonly folder: string; readonly of: string }[],
  folder: string,
): string | undefined => left.find((one) => one.folder === folder)?.of

describe.each(FOREIGN_LOGS)('$of: $line', (logs) => {
  const folder = `shared/${logs.folder ?? ''}`
  const many = (n: number): Record<string, Buffer> =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [folder + logs.name(i), theirs(logs)]))

  it.each([true, false])('two of 50 files are read (remote: %s)', async (remote) => {
    const { ids, reads, others, report } = await look({ ...TREE, ...many(50) }, { remote })
    expect(others).toEqual([{ folder, of: logs.of, files: 48 }])
    expect({ ids, reads }).toEqual({ ids: ['tree'], reads: 3 })
    expect(report.files).toMatchObject({ wanted: 3, read: 3 })
    expect(report.problems.fails).toBe(false)
  })

  it('all are read with --ignore-names', async () => {
    expect(await look({ ...TREE, ...many(50) }, { ignoreNames: true })).toMatchObject({
      reads: 51,
      others: [],
    })
  })

  it.each(['x.json.gz', 'log', '2024-08-18.json.gz', 'README.md'])(
    'all are read beside a file called %s',
    async (name) => {
      const files = { ...TREE, ...many(9), [`${folder}${name}`]: ours('renamed') }
      const { ids, others } = await look(files)
      expect(others).toEqual([])
      expect(ids).toEqual(name.endsWith('.md') ? ['tree'] : ['renamed', 'tree'])
    },
  )

  it('all are read if the first or the last file is not what its name says', async () => {
    for (const at of [0, 8]) {
      const files = { ...TREE, ...many(9), [folder + logs.name(at)]: ours('disguised') }
      expect(await look(files)).toMatchObject({ ids: ['disguised', 'tree'], reads: 10, others: [] })
    }
  })

  it('all are read if the first file cannot be', async () => {
    const files = { ...TREE, ...many(9), [folder + logs.name(0)]: gzipSync('x'.repeat(99)).subarray(0, 20) }
    expect(await look(files)).toMatchObject({ reads: 10, others: [] })
  })
})

it('no event is lost in a mixed folder, and what is not read is counted', async () => {
  const place = fc.record({
    folder: fc.constantFrom('', 'a/', 'a/b/', 'AWSLogs/', 'AWSLogs/123456789012/other/', 'guardduty/'),
    n: fc.nat(40),
    logs: fc.constantFrom(...FOREIGN_LOGS.slice(0, 4), FOREIGN_LOGS.at(-1)!),
    named: fc.constantFrom('theirs', 'theirs', 'theirs', 'ours', 'renamed'),
    holds: fc.constantFrom('theirs', 'theirs', 'theirs', 'ours'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(place, { maxLength: 30 }), fc.boolean(), async (places, remote) => {
      const files: Record<string, Buffer> = {}
      const wanted = new Map<string, string>()
      const others = new Map<string, Set<string>>()
      for (const { folder, n, logs, named, holds } of places) {
        const unique = `u${String(n).padStart(15, '0')}`
        const ofOurs = logKey({ ...DELIVERY, unique })
        const name =
          named === 'theirs' ? logs.name(n) : named === 'ours' ? ofOurs.split('/').at(-1)! : `copy-${n}.json`
        const key = folder + name
        files[key] = holds === 'ours' ? ours(key) : theirs(logs)
        if (holds === 'ours') wanted.set(key, folder)
        else wanted.delete(key)
        const kinds = others.get(folder) ?? new Set()
        others.set(folder, kinds.add(named === 'theirs' ? logs.of : 'something else'))
      }
      const { ids, others: left, reads, report } = await look(files, { remote })
      const unread = new Map(left.map(({ folder, files }) => [folder, files]))
      const strange = 'AWSLogs/123456789012/other/'
      const inStrange = Object.keys(files)
        .filter((key) => key.startsWith(strange))
        .sort()
      // Where services have their folders: no name is CloudTrail's, and the first and last file hold no record.
      const isStrange =
        report.walk.services.has('other') &&
        !inStrange.some((one) => one.includes('_CloudTrail_')) &&
        ![inStrange[0], inStrange.at(-1)].some((one) => wanted.has(one!))
      const isProven = (folder: string): boolean => {
        if (!unread.has(folder)) return folder === strange && isStrange
        const [kind, ...rest] = others.get(folder)!
        return rest.length === 0 && kind === kindOf(left, folder)
      }
      const lost = [...wanted].filter(([key, folder]) => !ids.includes(key) && !isProven(folder))
      expect(lost).toEqual([])
      const counted = [...unread.values()].reduce((sum, n) => sum + n, 0)
      const isCounted = report.walk.skipped.has('service') || reads + counted === Object.keys(files).length
      expect(isCounted).toBe(true)
    }),
    { numRuns: 300 },
  )
})

describe('a folder beside the folders of CloudTrail', () => {
  const strange = 'AWSLogs/123456789012/Strange'
  const [logs] = FOREIGN_LOGS
  const many = (n: number, at: string): Record<string, Buffer> =>
    Object.fromEntries(
      Array.from({ length: n }, (_, i) => [`${at}/x${String(i).padStart(5, '0')}.log`, theirs(logs!)]),
    )

  it.each([true, false])('is left out after a look at two files (remote: %s)', async (remote) => {
    const { ids, reads, report } = await look({ ...TREE, ...many(300, `${strange}/2024/08`) }, { remote })
    expect({ ids, reads, services: [...report.walk.services] }).toEqual({
      ids: ['tree'],
      reads: 3,
      services: ['Strange'],
    })
  })

  it.each([true, false])('is read if one of the two holds a record (remote: %s)', async (remote) => {
    for (const name of ['a.json', 'z.json']) {
      const files = {
        ...TREE,
        ...many(9, `${strange}/2024/08`),
        [`${strange}/2024/08/${name}`]: ours('renamed'),
      }
      expect(await look(files, { remote })).toMatchObject({ ids: ['renamed', 'tree'] })
    }
  })

  it.each(['y', 'y/z/2024', 'm/n'])(
    'of more than a page is searched for names (below "%s")',
    async (below) => {
      const { region, ...rest } = DELIVERY
      const name = logKey({ ...rest, region, unique: 'zbcdefghijklmnop' })
        .split('/')
        .at(-1)!
      const files = {
        ...TREE,
        ...many(1100, `${strange}/a/b`),
        ...many(1100, `${strange}/n`),
        [`${strange}/${below}/${name}`]: ours('named'),
      }
      const { ids, reads } = await look(files)
      expect(ids).toEqual(['named', 'tree'])
      expect(reads).toBeLessThan(12)
    },
  )
})
