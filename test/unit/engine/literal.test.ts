import { DuckDBInstance } from '@duckdb/node-api'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { likePattern, literal } from '../../../src/engine/literal.ts'
import { parseValue } from '../../../src/filter/value-pattern.ts'
import { TRINO_URL, trinoRows } from '../../engine/events.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom("'", "''", '--', '/*', '*/', '%', '_', '\\', '!', '\0', '\n', ';', '*', 'x', '\u202e'),
    )
    .map((parts) => parts.join('')),
)

it('keeps every text inside its literal, on DuckDB', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const rowsOf = async (sql: string): Promise<readonly unknown[]> =>
    (await connection.runAndReadAll(sql)).getRows()[0]!
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (text, other) => {
      const { pieces, test } = parseValue(text.replace(/^!/, ''))
      const glob = literal(likePattern(pieces), 'duckdb')
      const [same, fits, after] = await rowsOf(
        `select ${literal(text, 'duckdb')}, ${literal(other, 'duckdb')} like ${glob} escape '!', 7`,
      )
      expect([same, fits, after]).toEqual([text, test(other), 7])
    }),
    { numRuns: 500 },
  )
  const long = `'; drop table events; --`.repeat(4000)
  expect(await rowsOf(`select ${literal(long, 'duckdb')}`)).toEqual([long])
  connection.closeSync()
})

it.skipIf(TRINO_URL === undefined)('and on Trino (TRINO_URL)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 40, maxLength: 40 }), async (texts) => {
      const [row] = await trinoRows(`select ${texts.map((text) => literal(text, 'trino')).join(', ')}`)
      expect(row).toEqual(texts)
    }),
    { numRuns: 20 },
  )
})

it('writes what no eye sees by its number', () => {
  expect(literal("it's", 'athena')).toBe("'it''s'")
  expect(literal('a\u202eb\0', 'athena')).toBe("('a' || chr(8238) || 'b' || chr(0))")
  expect(literal("a\\'\n", 'spark')).toBe("'a\\\\\\'\\u000a'")
  expect(literal('', 'duckdb')).toBe("''")
})
