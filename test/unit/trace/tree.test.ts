import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { traceTree } from '../../../src/trace/tree.ts'
import { assume, chainsOf, record, roleSession, user } from './records.ts'

const later = { eventTime: '2024-08-18T10:30:00Z' }

test('shows what is above and below, and nothing beside', () => {
  const chains = chainsOf([
    assume(user('ann'), 'first', 'one', 'ASIA1'),
    assume(user('ann'), 'other', 'x', 'ASIAX'),
    assume(roleSession('first', 'one', 'ASIA1'), 'second', 'two', 'ASIA2'),
    record('DeleteBucket', roleSession('second', 'two', 'ASIA2'), later),
    record('DeleteBucket', roleSession('other', 'x', 'ASIAX'), later),
  ])
  const lines = (target: string, depth?: number): unknown[] =>
    traceTree(chains, new Set([target]), depth).map((node) => [node.depth, node.id, node.hidden])
  expect(lines('ASIA1')).toEqual([
    [0, 'AKIAANN', 0],
    [1, 'ASIA1', 0],
    [2, 'ASIA2', 0],
  ])
  expect(lines('ASIA1', 0)).toEqual([
    [0, 'AKIAANN', 0],
    [1, 'ASIA1', 1],
  ])
  expect(lines('AKIAANN', 1)).toEqual([
    [0, 'AKIAANN', 0],
    [1, 'ASIA1', 1],
    [1, 'ASIAX', 0],
  ])
})

test('a key that was made for somebody else has whoever made it behind it', () => {
  const chains = chainsOf([
    record('CreateAccessKey', user('ann'), { responseElements: { accessKey: { accessKeyId: 'AKIABOB' } } }),
    record('ListBuckets', user('bob'), later),
  ])
  const bob = traceTree(chains, new Set(['AKIABOB'])).at(-1)
  expect(bob).toMatchObject({ id: 'AKIABOB', parent: 'AKIAANN', root: { subject: { name: /ann/ } } })
})

test('of a thousand keys that nobody used five are named, and the others counted', () => {
  const made = Array.from({ length: 1000 }, (_, n) => assume(user('ann'), 'app', `s${n}`, `ASIA${n}`))
  const nodes = traceTree(chainsOf(made), new Set(['AKIAANN']))
  expect(nodes).toHaveLength(6)
  expect(nodes[0]).toMatchObject({ id: 'AKIAANN', unused: 995 })
})

test('a forged circle and a chain of any length come to an end', () => {
  const circle = chainsOf([
    assume(roleSession('a', 's', 'ASIA1'), 'b', 's', 'ASIA2'),
    assume(roleSession('b', 's', 'ASIA2'), 'a', 's', 'ASIA1'),
  ])
  expect(
    traceTree(circle, new Set(['ASIA1']))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['ASIA1', 'ASIA2'])
  const long = chainsOf(
    Array.from({ length: 5_000 }, (_, n) =>
      assume(roleSession('r', `s${n}`, `ASIA${n}`), 'r', `s${n + 1}`, `ASIA${n + 1}`),
    ),
  )
  expect(traceTree(long, new Set(['ASIA0'])).length).toBeGreaterThan(5_000)
})

const id = (n: number): string => `ASIA${n}`

test('every line of a random forest stands once, below its parent', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 30 }), fc.nat(30), (parents, target) => {
      const chains = chainsOf(
        parents.map((parent, n) =>
          assume(
            parent % (n + 1) === n
              ? user('ann')
              : roleSession('r', `s${parent % (n + 1)}`, id(parent % (n + 1))),
            'r',
            `s${n}`,
            id(n),
          ),
        ),
      )
      const nodes = traceTree(chains, new Set([id(target % parents.length)]))
      expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length)
      for (const [i, node] of nodes.entries()) {
        if (node.parent === undefined) continue
        const above = nodes.findIndex((one) => one.id === node.parent)
        expect(above).toBeLessThan(i)
        expect(nodes[above]!.depth).toBe(node.depth - 1)
      }
    }),
  )
})
