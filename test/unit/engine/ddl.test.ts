import { expect, it } from 'vitest'
import { ddlOf } from '../../../src/engine/ddl.ts'

const TREE = {
  bucket: 'b',
  root: 'AWSLogs/o-exampleorg1/',
  accounts: ['111122223333', '444455556666'],
  regions: ['eu-west-1', 'us-east-1'],
  since: '2019',
}

it('projects accounts, Regions and days', () => {
  const [table, events, resources, ...more] = ddlOf(TREE, { database: 'default', table: 't' })
  expect(more).toEqual([])
  expect(table).toContain("'projection.account.values' = '111122223333,444455556666'")
  expect(table).toContain("'projection.region.values' = 'eu-west-1,us-east-1'")
  expect(table).toContain("'projection.day.range' = '2019/01/01,NOW'")
  expect(table).toContain(
    "'storage.location.template' = 's3://b/AWSLogs/o-exampleorg1/${account}/CloudTrail/${region}/${day}'",
  )
  expect(table).toContain('`useridentity` struct<type:string, principalid:string')
  expect(events).toContain('"$path" AS path')
  expect(resources).toContain('UNNEST')
})

it('refuses names that would leave a literal', () => {
  expect(() => ddlOf({ ...TREE, root: "a'b/AWSLogs/" }, { database: 'd', table: 't' })).toThrow(/quotes/)
  expect(() => ddlOf({ ...TREE, root: 'a${day}/AWSLogs/' }, { database: 'd', table: 't' })).toThrow(/quotes/)
})
