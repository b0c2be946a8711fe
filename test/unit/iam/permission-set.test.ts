import { expect, test } from 'vitest'
import { MAX_RESOURCES, PermissionSet } from '../../../src/iam/permission-set.ts'

const setOf = (action: string, resources: readonly string[]): PermissionSet => {
  const set = new PermissionSet()
  for (const resource of resources) set.add({ action, resources: [resource] })
  return set
}
const many = (n: number, make: (i: number) => string): readonly string[] =>
  Array.from({ length: n }, (_, i) => make(i))
const resourcesOf = (set: PermissionSet, action: string): readonly string[] =>
  [...set.byAction.get(action)!].sort()

test('names so many resources one by one', () => {
  const keys = many(MAX_RESOURCES, (i) => `arn:aws:s3:::b/${i}`)
  const set = setOf('s3:GetObject', keys)
  expect(resourcesOf(set, 's3:GetObject')).toEqual(keys.toSorted())
  expect(set.widened).toEqual([])
})

test.each<[string, (i: number) => string, string]>([
  ['objects', (i) => `arn:aws:s3:::b/a/${i}`, 'arn:aws:s3:::b/*'],
  ['buckets', (i) => `arn:aws-cn:s3:::b${i}`, 'arn:aws-cn:s3:::*'],
  ['instances', (i) => `arn:aws:ec2:eu-west-1:1:instance/i-${i}`, 'arn:aws:ec2:eu-west-1:1:instance/*'],
  ['functions', (i) => `arn:aws:lambda:eu-west-1:1:function:f${i}`, 'arn:aws:lambda:eu-west-1:1:function:*'],
  ['queues', (i) => `arn:aws:sqs:eu-west-1:1:q${i}`, 'arn:aws:sqs:eu-west-1:1:*'],
  ['what is no ARN', (i) => `x${i}`, '*'],
])('more %s become one pattern, also those that come later', (_, make, pattern) => {
  const set = setOf('a:B', many(MAX_RESOURCES + 20, make))
  expect(resourcesOf(set, 'a:B')).toEqual([pattern])
  expect(set.widened).toEqual(['a:B'])
})

test('objects of two buckets become two patterns, and of more than can be named everything', () => {
  const two = setOf(
    's3:GetObject',
    many(60, (i) => `arn:aws:s3:::b${i % 2}/${i}`),
  )
  expect(resourcesOf(two, 's3:GetObject')).toEqual(['arn:aws:s3:::b0/*', 'arn:aws:s3:::b1/*'])
  const all = setOf(
    's3:GetObject',
    many(200, (i) => `arn:aws:s3:::b${i}/${i}`),
  )
  expect(resourcesOf(all, 's3:GetObject')).toEqual(['*'])
})

test('what is not known is everything, whatever came before or comes after', () => {
  for (const list of [
    ['*', 'arn:aws:s3:::b'],
    ['arn:aws:s3:::b', '*'],
  ])
    expect(resourcesOf(setOf('s3:ListBucket', list), 's3:ListBucket')).toEqual(['*'])
})
