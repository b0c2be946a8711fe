import { expect, test } from 'vitest'
import { actionFacts, isOfType } from '../../../src/iam/reference.ts'
import { REFERENCE } from '../../../src/iam/service-reference.ts'

test('knows actions in any case, with the types that a policy can name for them', () => {
  expect(actionFacts('s3', 'putobject')).toMatchObject({ name: 'PutObject' })
  expect(actionFacts('kms', 'Decrypt')!.types).toEqual([
    { service: 'kms', name: 'key', format: 'kms:@:key/$' },
  ])
  expect(actionFacts('ec2', 'DescribeInstances')!.types).toEqual([])
  // It needs an image, an instance, a subnet and more at once.
  expect(actionFacts('ec2', 'RunInstances')!.types).toEqual([])
  // It is about a subnet or a gateway too.
  const { types, also } = actionFacts('ec2', 'AssociateRouteTable')!
  expect(types.map(({ name }) => name)).toEqual(['route-table'])
  expect(also.map(({ name }) => name)).toContain('subnet')
  expect(actionFacts('s3', 'ListObjectsV2')).toBeUndefined()
  expect(actionFacts('nothing', 'Get')).toBeUndefined()
  expect(actionFacts('__proto__', 'constructor')).toBeUndefined()
})

test.each<[string, string, boolean]>([
  ['arn:aws:kms:eu-west-1:123456789012:key/1', 'kms:@:key/$', true],
  ['arn:aws:kms:eu-west-1:123456789012:alias/1', 'kms:@:key/$', false],
  ['arn:aws-cn:iam::123456789012:role/a/b', 'iam:^:role/%', true],
  ['arn:aws:iam:eu-west-1:123456789012:role/a', 'iam:^:role/%', false],
  ['arn:aws:s3:::b', 's3:::$', true],
  ['arn:aws:sXs:eu-west-1:1:t', 's.s:@:$', false],
])('%s is one of %s: %s', (arn, format, expected) => {
  expect(isOfType(arn, { service: '', name: '', format })).toBe(expected)
})

test('is whole', () => {
  const lines = REFERENCE.trim().split('\n')
  const services = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1))
  expect(services.length).toBeGreaterThan(400)
  expect(services).toEqual([...new Set(services)].sort())
  for (const line of lines)
    expect(line).toMatch(/^(?:#[a-z0-9-]+|=[a-z0-9./-]+ .+|[a-z0-9,./-]+(?:\+[a-z0-9,./-]+)? .+)$/)
})
