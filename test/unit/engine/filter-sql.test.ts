import { describe, expect, it } from 'vitest'
import { filterSql } from '../../../src/engine/filter-sql.ts'
import { allOf, type Filter } from '../../../src/filter/clause.ts'
import { UTC } from '../../../src/util/zone.ts'
import { parseWhere } from '../../../src/filter/where/parse.ts'

const DEFAULT: Filter = { kind: 'category', any: ['Management', 'Data'] }

function sql(where: string): string {
  const filter = parseWhere(where, { now: new Date('2024-08-19T00:00:00Z'), zone: UTC })
  const { sql, exact } = filterSql(allOf([filter, DEFAULT]), { dialect: 'athena' })
  return `${exact ? '=' : '>'} ${sql.replace(/^\((.*) and \(coalesce\(case when eventcategory in .*$/s, '$1')}`
}

describe('the SQL of a filter', () => {
  it.each([
    ['event-name = ConsoleLogin', "= coalesce(nullif(eventname, '') = 'ConsoleLogin', false)"],
    ['event-name in (A, B)', "= coalesce(nullif(eventname, '') in ('A', 'B'), false)"],
    ['event-name != "Get*"', "= (not coalesce(nullif(eventname, '') like 'Get%' escape '!', false))"],
    [
      'event-source = ec2',
      "= coalesce(nullif(eventsource, '') in ('ec2.amazonaws.com', 'ec2.amazonaws.com.cn'), false)",
    ],
    ['region = "100%_*"', "= coalesce(nullif(awsregion, '') like '100!%!_%' escape '!', false)"],
    ['event-time >= 2024-08-18', "= coalesce((eventtime >= '2024-08-18T00:00:00Z'), false)"],
    [
      'requestParameters.bucketName = a',
      `= coalesce(json_extract_scalar(requestparameters, '$["bucketName"]') = 'a', false)`,
    ],
  ])('%s', (where, expected) => expect(sql(where)).toBe(expected))

  it('asks for nothing where SQL cannot tell, whichever way round', () => {
    for (const where of ['contains x', 'not contains x', 'resource-name = x', 'not resource-name = x'])
      expect(sql(where)).toMatch(/^> \(?coalesce\(case when eventcategory/)
  })

  it('is the same text for the same filter, and knows every dialect', () => {
    const filter = parseWhere('errors and not source-ip = 10.0.0.0/8', { now: new Date(0), zone: UTC })
    for (const dialect of ['athena', 'trino', 'duckdb', 'spark'] as const)
      expect(filterSql(filter, { dialect })).toEqual(filterSql(filter, { dialect }))
  })
})
