// Conditions as chips, as on the console's page: their texts, and how conditions are added.

import { findField } from '../../event/fields.ts'
import { conditions, type Filter } from '../../filter/clause.ts'
import { checkSourceIp } from '../../filter/source-ip.ts'
import { escapeValue, parseValue } from '../../filter/value-pattern.ts'
import { printWhere, type TimeFormat } from '../../filter/where/print.ts'

export function sameFilter(a: Filter, b: Filter): boolean {
  return a === b || printWhere(a) === printWhere(b)
}

/** `Read-only: false`, `User name: not ci-deploy`; anything else as an expression. */
export function chipLabel(chip: Filter, format: TimeFormat): string {
  switch (chip.kind) {
    case 'read-only':
      return `Read-only: ${chip.value}`
    case 'mfa':
      return `MFA: ${chip.value}`
    case 'errors':
      return 'Errors'
    case 'source-ip':
    case 'text': {
      const field = chip.kind === 'text' ? chip.field : 'source-ip'
      const values = chip.values.map(parseValue)
      const isAllNegated = values.every(({ negated }) => negated)
      if (!isAllNegated && values.some(({ negated }) => negated)) break
      const texts = values.map(({ pieces }) => pieces.join('*'))
      return `${findField(field)?.label ?? field}: ${isAllNegated ? 'not ' : ''}${texts.join(isAllNegated ? ', ' : ' or ')}`
    }
    case 'time': {
      const { start, end } = chip
      const from = start === undefined ? '…' : format(start)
      const to = end === undefined ? '…' : format(end % 1000 === 999 ? end - 999 : end)
      return `Time: ${from} – ${to}`
    }
  }
  return printWhere(chip, format)
}

/** Adds a condition, without duplicates. Exclusions of one field are joined into one chip. */
export function withChip(chips: readonly Filter[], chip: Filter): readonly Filter[] {
  const added = conditions(chip).filter((one) => !chips.some((other) => sameFilter(one, other)))
  return added.reduce<readonly Filter[]>((all, one) => {
    const at = all.findIndex((other) => canJoin(other, one))
    const other = all[at]
    if (other === undefined) return [...all, one]
    return all.with(at, joined(other, one))
  }, chips)
}

export function withoutChip(chips: readonly Filter[], index: number): readonly Filter[] {
  return chips.filter((_, i) => i !== index)
}

/** Adds the chip, or removes it if present. */
export function toggled(chips: readonly Filter[], chip: Filter): readonly Filter[] {
  const index = chips.findIndex((other) => sameFilter(other, chip))
  return index < 0 ? withChip(chips, chip) : withoutChip(chips, index)
}

/** Replaces the time conditions. */
export function withTime(chips: readonly Filter[], time: Filter | undefined): readonly Filter[] {
  const others = chips.filter(({ kind }) => kind !== 'time')
  return time === undefined ? others : [...others, time]
}

/** Filter for a field with exactly this text, or without it; an empty text stands for no value. */
export function equals(field: string, text: string, excludes: boolean): Filter {
  const sign = excludes ? '!' : ''
  if (field === 'read-only' || field === 'mfa') {
    return { kind: field, value: (text === 'true') !== excludes }
  }
  if (text === '') {
    const exists: Filter = { kind: 'exists', field }
    return excludes ? exists : { kind: 'not', of: exists }
  }
  const value = `${sign}${escapeValue(text)}`
  if (field === 'source-ip') {
    checkSourceIp(value)
    return { kind: 'source-ip', values: [value] }
  }
  return { kind: 'text', field, values: [value] }
}

function canJoin(a: Filter, b: Filter): boolean {
  if (a.kind === 'source-ip' && b.kind === 'source-ip') return isExcluding(a) && isExcluding(b)
  return a.kind === 'text' && b.kind === 'text' && a.field === b.field && isExcluding(a) && isExcluding(b)
}

function isExcluding({ values }: { readonly values: readonly string[] }): boolean {
  return values.every((value) => parseValue(value).negated)
}

function joined(a: Filter, b: Filter): Filter {
  if ((a.kind !== 'text' && a.kind !== 'source-ip') || (b.kind !== 'text' && b.kind !== 'source-ip')) return a
  return { ...a, values: [...a.values, ...b.values] }
}
