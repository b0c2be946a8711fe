// What the options ask for, as data: the filter, and where it is looked for.

import { describe, expect, it } from 'vitest'
import type { TextField } from '../../../../src/event/field-table.ts'
import type { FilterFlags, TypedText } from '../../../../src/cli/options/filter-options.ts'
import { select, visibleFilter } from '../../../../src/cli/options/select-events.ts'
import { conditions } from '../../../../src/filter/clause.ts'

const NOW = new Date('2024-08-19T00:00:00Z')

function selected(
  flags: Partial<FilterFlags>,
  context: { hideReadOnly?: boolean; onlyFiles?: boolean } = {},
) {
  const { hideReadOnly = true, onlyFiles = false } = context
  return select({ lateDays: 1, ...flags }, { now: NOW, hideReadOnly, onlyFiles })
}

const text = (field: TextField, ...values: string[]): TypedText => ({ kind: 'text', field, values })
const kinds = (onlyFiles: boolean) => conditions(selected({}, { onlyFiles }).filter).map(({ kind }) => kind)
const clauses = (flags: Partial<FilterFlags>) => conditions(visibleFilter(selected(flags).filter))

describe('the default of the console', () => {
  it('is in force while nothing is asked of the events themselves', () => {
    const readOnly = { kind: 'read-only', value: false }
    expect(clauses({})).toEqual([readOnly])
    expect(clauses({ texts: [text('account', '123456789012'), text('region', 'eu-*')] })).toContainEqual(
      readOnly,
    )
    expect(clauses({ last: '1h' })).toContainEqual(readOnly)
    expect(selected({}).isDefault).toBe(true)
  })

  it.each([
    [{ texts: [text('event-name', 'ConsoleLogin')] }],
    [{ errors: true }],
    [{ readOnly: 'any' }],
    [{ kind: ['insight'] }],
    [{ contains: ['word'] }],
    [{ sourceIp: ['203.0.113.0/24'] }],
  ] as [Partial<FilterFlags>][])('is lifted by %j', (flags) => {
    const { isDefault, filter } = selected(flags)
    expect(isDefault).toBe(false)
    expect(conditions(filter)).not.toContainEqual({ kind: 'read-only', value: false })
  })

  it('is the default of nobody who does not ask for it', () => {
    expect(selected({}, { hideReadOnly: false }).isDefault).toBe(false)
  })
})

describe('kinds of events', () => {
  it.each([
    [undefined, ['CloudTrail']],
    [['management'], ['CloudTrail']],
    [['insight'], ['CloudTrail-Insight']],
    [
      ['data', 'network-activity'],
      ['CloudTrail', 'CloudTrail-NetworkActivity'],
    ],
    [['all'], ['CloudTrail', 'CloudTrail-Insight', 'CloudTrail-NetworkActivity', 'CloudTrail-Aggregated']],
  ] as [FilterFlags['kind'], string[]][])('%j is looked for in %j', (kind, folders) => {
    expect([...selected(kind ? { kind } : {}).walk.folders].sort()).toEqual(folders.sort())
  })

  it('are those of the file where files are named', () => {
    expect(kinds(false)).toContain('category')
    expect(kinds(true)).not.toContain('category')
  })
})

describe('where it is looked for', () => {
  it('follows accounts and Regions, with wildcards and negation', () => {
    const { walk } = selected({ texts: [text('account', '1234*'), text('region', '!us-*')] })
    expect([walk.account?.('123456789012'), walk.account?.('555555555555')]).toEqual([true, false])
    expect([walk.region?.('eu-west-1'), walk.region?.('us-east-1')]).toEqual([true, false])
  })

  it('is everywhere when neither is asked for', () => {
    expect(selected({}).walk).toMatchObject({ account: undefined, region: undefined })
  })
})

describe('values that make no sense', () => {
  it.each([
    [{ texts: [text('event-name', '')] }, /is empty|empty/],
    [{ sourceIp: ['300.1.1.1/8'] }, /300\.1\.1\.1/],
    [{ filterPattern: ['{ $.a = '] }, /filter pattern/],
    [{ preset: ['nope'] }, /nope/],
  ] as [Partial<FilterFlags>, RegExp][])('%j', (flags, message) => {
    expect(() => selected(flags)).toThrow(message)
  })
})
