import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCli } from '../../helpers/run-cli.ts'

let root = ''
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'linked-')))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function file(path: string, id: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  const record = { eventVersion: '1.08', eventTime: '2024-01-01T00:00:00Z', eventName: 'A', eventID: id }
  writeFileSync(join(root, path), JSON.stringify({ Records: [record] }))
}

function link(path: string, to: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  symlinkSync(to, join(root, path))
}

async function idsOf(...sources: readonly string[]): Promise<string[]> {
  const { stdout, code } = await runCli(
    ['lookup', ...sources, '-o', 'jsonl', '--columns', 'event-id', '--duplicates'],
    { cwd: root },
  )
  expect(code).toBe(0)
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { eventId: string }).eventId)
    .sort()
}

describe('folders behind links', () => {
  test.each<[string, (() => void)[], string[], number]>([
    ['a tree elsewhere', [() => file('store/x.json', '1'), () => link('logs/a', '../store')], ['1'], 0],
    [
      'the same tree twice',
      [
        () => file('store/deep/x.json', '1'),
        () => link('logs/a', '../store'),
        () => link('logs/b', '../store'),
      ],
      ['1'],
      1,
    ],
    [
      'a tree, and a part of it by a link of its own',
      [
        () => file('store/deep/x.json', '1'),
        () => file('store/y.json', '2'),
        () => link('logs/a', '../store'),
        () => link('logs/b', '../store/deep'),
      ],
      ['1', '2'],
      1,
    ],
    [
      'a folder of the tree itself',
      [() => file('logs/real/x.json', '1'), () => link('logs/a', 'real')],
      ['1'],
      1,
    ],
    ['the folder above', [() => file('logs/x.json', '1'), () => link('logs/up', '..')], ['1'], 1],
    ['itself', [() => file('logs/x.json', '1'), () => link('logs/self', '.')], ['1'], 1],
    [
      'links in what a link leads to, back into the tree and out of it',
      [
        () => file('logs/x.json', '1'),
        () => file('store/y.json', '2'),
        () => file('other/z.json', '3'),
        () => link('logs/a', '../store'),
        () => link('store/back', '../logs'),
        () => link('store/on', '../other'),
      ],
      ['1', '2', '3'],
      1,
    ],
  ])('%s', async (_, make, ids, led) => {
    for (const one of make) one()
    expect(await idsOf('logs')).toEqual(ids)
    for (const command of ['lookup', 'ls'] as const) {
      const { stderr } = await runCli([command, 'logs'], { cwd: root })
      expect(/note: (\d+) links? led to a folder/.exec(stderr)?.[1] ?? '0').toBe(String(led))
    }
  })

  test('a start that is a link itself is read', async () => {
    file('store/deep/x.json', '1')
    link('logs', 'store')
    link('store/again', 'deep')
    expect(await idsOf('logs')).toEqual(['1'])
  })

  test('however folders link to each other, each file is read once, and soon', async () => {
    const folders = 9
    for (let i = 0; i < folders; i++) file(`logs/d${i}/x.json`, String(i))
    for (let i = 0; i < folders; i++)
      for (let j = 0; j < folders; j++) if (i !== j) link(`logs/d${i}/l${j}`, `../d${j}`)
    expect(await idsOf('logs')).toEqual([...Array(folders).keys()].map(String))
  })

  test('whatever links there are, every file that can be reached is read once', async () => {
    const names = ['logs/a', 'logs/a/b', 'logs/c', 'out/d', 'out/d/e', 'out/f']
    const links = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names, 'logs', 'out')), {
      maxLength: 8,
    })
    let run = 0
    await fc.assert(
      fc.asyncProperty(links, async (pairs) => {
        const at = `run${run++}`
        for (const name of [...names, 'logs', 'out']) file(`${at}/${name}/x.json`, name)
        pairs.forEach(([from, to], n) => link(`${at}/${from}/l${n}`, join(root, at, to)))
        expect(await idsOf(`${at}/logs`)).toEqual(reachable(names, pairs))
      }),
      { numRuns: 60 },
    )
  })
})

// The folders that can be reached from `logs` through folders and links.
function reachable(names: readonly string[], links: readonly (readonly [string, string])[]): string[] {
  const all = [...names, 'logs', 'out']
  const found = new Set(['logs'])
  for (let before = 0; before !== found.size;) {
    before = found.size
    for (const at of found) {
      for (const name of all) if (name.startsWith(`${at}/`)) found.add(name)
      for (const [from, to] of links) if (from === at) found.add(to)
    }
  }
  return [...found].sort()
}
