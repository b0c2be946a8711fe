import { DuckDBInstance } from '@duckdb/node-api'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { likePattern, literal } from '../../../src/engine/literal.ts'
import { parseValue } from '../../../src/filter/value-pattern.ts'
import { NO_TRINO, START_TIME, trinoRows, trinoUrl } from '../../engine/trino.ts'

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

describe.skipIf(NO_TRINO !== undefined)('and on Trino', () => {
  beforeAll(trinoUrl, START_TIME)

  it('keeps every text, and every glob', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 40, maxLength: 40 }), async (texts) => {
        const globs = texts.map((text) => parseValue(text.replace(/^!/, '')))
        const likes = globs.map(({ pieces }, n) => {
          const other = literal(texts[(n + 1) % texts.length]!, 'trino')
          return `${other} like ${literal(likePattern(pieces), 'trino')} escape '!'`
        })
        const literals = texts.map((text) => literal(text, 'trino'))
        const [row] = await trinoRows(`select ${[...literals, ...likes].join(', ')}, 7`)
        const fit = globs.map(({ test }, n) => test(texts[(n + 1) % texts.length]!))
        expect(row).toEqual([...texts, ...fit, 7])
      }),
      { numRuns: 20 },
    )
  })

  it('and 100 kB of them', async () => {
    const long = `'; drop table events; --`.repeat(4000)
    expect(await trinoRows(`select ${literal(long, 'trino')}, 7`)).toEqual([[long, 7]])
  })
})

afterAll(() => {
  if (NO_TRINO !== undefined) process.stderr.write(`skipped: Trino: ${NO_TRINO}\n`)
})

it('writes what no eye sees by its number', () => {
  expect(literal("it's", 'athena')).toBe("'it''s'")
  expect(literal('a\u202eb\0', 'athena')).toBe("('a' || chr(8238) || 'b' || chr(0))")
  expect(literal("a\\'\n", 'spark')).toBe("'a\\\\\\'\\u000a'")
  expect(literal('', 'duckdb')).toBe("''")
})
