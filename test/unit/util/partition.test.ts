import { expect, test } from 'vitest'
import { partitionOf } from '../../../src/util/partition.ts'

test.each([
  ['eu-west-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['us-iso-east-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eu-isoe-west-1', 'aws-iso-e'],
  ['us-isof-south-1', 'aws-iso-f'],
  ['eusc-de-east-1', 'aws-eusc'],
  [undefined, 'aws'],
])('%s is of %s', (region, partition) => {
  expect(partitionOf(region)).toBe(partition)
})
