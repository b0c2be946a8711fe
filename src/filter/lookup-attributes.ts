// --lookup-attributes, in the syntax of `aws cloudtrail lookup-events`:
// AttributeKey=EventName,AttributeValue=ConsoleLogin or JSON. Values are literal there, so wildcards and `!` are
// escaped.

import { ownText } from '../util/json.ts'
import { UsageError } from '../util/usage-error.ts'
import type { TextField } from '../event/field-table.ts'
import type { Clause } from './clause.ts'
import { escapeValue } from './value-pattern.ts'

const FIELDS = {
  AccessKeyId: 'access-key-id',
  EventId: 'event-id',
  EventName: 'event-name',
  EventSource: 'event-source',
  ReadOnly: 'read-only',
  ResourceName: 'resource-name',
  ResourceType: 'resource-type',
  Username: 'user-name',
} as const satisfies Readonly<Record<string, TextField | 'read-only'>>
type Key = keyof typeof FIELDS

interface Attribute {
  readonly key: Key
  readonly value: string
}

/**
 * Parses the clauses; each text is the value of one option as typed. Repeating a key means either value; different
 * keys must all hold (the API itself uses only one). Throws UsageError.
 */
export function parseLookupAttributes(texts: readonly string[]): readonly Clause[] {
  const attributes = texts.flatMap(parseAttributes)
  return [...new Set(attributes.map((one) => one.key))].flatMap((key): readonly Clause[] => {
    const same = attributes.filter((one) => one.key === key)
    const values = [...new Set(same.map((one) => one.value))]
    const field = FIELDS[key]
    if (field !== 'read-only') return [{ kind: 'text', field, values: values.map(escapeValue) }]
    return values.length === 1 ? [{ kind: 'read-only', value: values[0] === 'true' }] : []
  })
}

function parseAttributes(text: string): readonly Attribute[] {
  const trimmed = text.trim()
  if (/^[[{]/.test(trimmed)) return parseJson(trimmed)
  return trimmed.split(/(?<![,\s])\s+(?=Attribute(?:Key|Value)=)/).map((one) => parseShorthand(one, text))
}

function parseJson(text: string): readonly Attribute[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw malformed(text)
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.map((one) => attribute(ownText(one, 'AttributeKey'), ownText(one, 'AttributeValue'), text))
}

/** Accepts both orders. A quoted value may contain commas; so may an unquoted one that comes last. */
function parseShorthand(text: string, typed: string): Attribute {
  const m =
    /^AttributeKey=(?<key>[^,]*),\s*AttributeValue=(?<value>.*)$/s.exec(text) ??
    /^AttributeValue=(?<value>"[^"]*"|'[^']*'|[^,]*),\s*AttributeKey=(?<key>[^,]*)$/s.exec(text)
  return attribute(unquoted(m?.groups?.['key']), unquoted(m?.groups?.['value']), typed)
}

function unquoted(text: string | undefined): string | undefined {
  return text?.replace(/^(["'])(.*)\1$/s, '$2')
}

function attribute(key: string | undefined, value: string | undefined, typed: string): Attribute {
  if (!key || !value) throw malformed(typed)
  if (!isKey(key)) {
    const known = Object.keys(FIELDS).join(', ')
    throw new UsageError(`--lookup-attributes: unknown AttributeKey '${key}'`, `the keys are ${known}`)
  }
  if (key === 'ReadOnly' && value !== 'true' && value !== 'false') {
    throw new UsageError(`--lookup-attributes: ReadOnly cannot be '${value}'`, 'use true or false')
  }
  return { key, value }
}

function isKey(key: string): key is Key {
  return Object.hasOwn(FIELDS, key)
}

function malformed(typed: string): UsageError {
  const hint = 'write AttributeKey=EventName,AttributeValue=ConsoleLogin'
  return new UsageError(`--lookup-attributes: cannot read '${typed}'`, hint)
}
