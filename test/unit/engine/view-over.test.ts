import { expect, it } from 'vitest'
import { viewOver } from '../../../src/engine/athena-engine.ts'

it.each([
  [
    'CREATE VIEW "events" AS\nSELECT\n  *\n, "$path" path\nFROM\n  logs.Trail',
    { database: 'logs', table: 'trail' },
  ],
  ['select * from "AwsDataCatalog"."logs"."trail"', { database: 'logs', table: 'trail' }],
  ["select * from trail where account = 'from x'", { database: 'default', table: 'trail' }],
  [
    'SELECT e.a FROM\n  ("logs"."events" e\nCROSS JOIN UNNEST(transform(x, (y) -> y.z)) r (z))',
    { database: 'logs', table: 'events' },
  ],
])('names what a view is over: %s', (text, name) => {
  expect(viewOver(text, 'default')).toEqual(name)
})

it.each([
  ['select * from a join b on a.x = b.x'],
  ['select * from (select * from a)'],
  ['select * from a union all select * from b'],
  // What it chooses would be lost.
  ["select r.x from a cross join unnest(y) as r (x) where r.x = '1'"],
  ['select 1'],
])('and knows where that says nothing: %s', (text) => {
  expect(viewOver(text, 'default')).toBeUndefined()
})
