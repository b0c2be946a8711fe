// Readers for the fields of an event: for each row of field-table.ts, the cell and the values that a filter compares. A
// field that is simply the text at its path needs no reader; the compiler requires one for every derived field.

import type { Event } from './event.ts'
import type { Json } from '../util/json.ts'
import { didYouMean } from '../util/did-you-mean.ts'
import { UsageError } from '../util/usage-error.ts'
import { category } from './category.ts'
import { sessionOf } from './credential.ts'
import { formatTime } from './event-time.ts'
import {
  type DerivedField,
  FIELD_TABLE,
  type FieldName,
  type FieldRow,
  RECORD_FIELDS,
} from './field-table.ts'
import { result } from './failure.ts'
import {
  accessKeyId,
  accountOf,
  identityType,
  mfa,
  principal,
  principals,
  recipientAccount,
  roleName,
  username,
} from './identity.ts'
import { errorCode, eventId, eventName, eventSource } from './names.ts'
import { readOnly } from './read-only.ts'
import { parsePath, textAt, valuesAt } from './record-path.ts'
import { csvResources, mentionedResources, resources } from './resources.ts'
import { shortId } from './short-id.ts'
import { sourceIpText } from './source-ips.ts'
import { target } from './target.ts'
import { partitionOf } from '../util/partition.ts'
import { userAgentFamily } from './user-agent.ts'
import { who } from './who.ts'

export interface Field extends FieldRow {
  /** The cell; undefined for no value. Not sanitized for a terminal. */
  readonly get: (event: Event) => string | undefined
  /** The values that a filter compares. */
  readonly texts: (event: Event) => string | readonly string[] | undefined
  /** Cost of reading it. 0: at most one top-level text; 1: a part of the record; 2: a walk through the record. */
  readonly cost: 0 | 1 | 2
  /** Every value is a substring of the record's text, except where literals.ts says otherwise. */
  readonly verbatim: boolean
  /** True for an event whose value is a guess, because the record does not state it. */
  readonly inferred: ((event: Event) => boolean) | undefined
}

interface Reader extends Partial<Pick<Field, 'texts' | 'cost' | 'verbatim'>> {
  readonly get: Field['get']
  readonly inferred?: (event: Event) => boolean
}

const READERS: Readonly<Record<DerivedField, Reader>> & Readonly<Partial<Record<FieldName, Reader>>> = {
  id: { get: shortId, cost: 2, verbatim: false },
  'event-name': { get: eventName },
  'event-time': { get: (event) => formatTime(event.time) || event.text('eventTime'), verbatim: false },
  'user-name': { get: username, cost: 1, verbatim: true },
  'event-source': { get: eventSource },
  'resource-type': {
    get: (event) => joined(resources(event).map(({ type }) => type ?? '-')),
    texts: (event) => mentionedResources(event).flatMap(({ type }) => (type === undefined ? [] : [type])),
    cost: 2,
  },
  'resource-name': {
    get: (event) => joined(resources(event).map(({ name }) => name)),
    texts: resourceNames,
    cost: 2,
    verbatim: true,
  },
  'read-only': {
    get: (event) => String(readOnly(event).value),
    inferred: (event) => readOnly(event).inferred,
  },
  'event-id': { get: eventId },
  'access-key-id': { get: accessKeyId, cost: 1 },
  'error-code': { get: errorCode },
  'event-category': {
    get: (event) => event.text('eventCategory') ?? category(event),
    texts: category,
  },
  resources: { get: csvResources, cost: 2 },
  account: {
    get: accountOf,
    // The account in the log file's path comes first, so that skipping other accounts' folders does not change the
    // result.
    texts: (event) => event.origin.account ?? accountOf(event),
  },
  'identity-type': { get: identityType, cost: 1 },
  role: { get: roleName, cost: 1, verbatim: true },
  principal: { get: principal, texts: principals, cost: 1, verbatim: true },
  identity: { get: who, cost: 1 },
  result: { get: result, cost: 1 },
  'source-ip': { get: sourceIpText },
  'recipient-account-id': { get: recipientAccount },
  'user-agent-family': { get: userAgentFamily },
  session: { get: sessionOf, cost: 1 },
  mfa: { get: (event) => mfa(event)?.toString(), cost: 1 },
  target: { get: target, cost: 2 },
  file: { get: (event) => event.origin.file || undefined },
  location: {
    get: ({ origin: { file, record } }) => (record === undefined ? undefined : `${file}:${record}`),
  },
}

export const FIELDS: readonly Field[] = FIELD_TABLE.map((row: FieldRow): Field => {
  const reader = READERS[row.name as FieldName] ?? ofPath(row.path)
  const { get, texts = get, cost = 0, verbatim = !row.derived, inferred } = reader
  return { ...row, get, texts, cost, verbatim, inferred }
})

function ofPath(path: string): Reader {
  const [key = '', name, ...deeper] = path.split('.')
  if (name === undefined) return { get: (event) => event.text(key) }
  if (deeper.length === 0) return { get: (event) => event.textIn(key, name), cost: 1 }
  return { get: columnOfPath(path).get, cost: 1, verbatim: false }
}

/** Event history lists buckets by name. Adding the ARN lets users find a bucket by either form. */
function resourceNames(event: Event): readonly string[] {
  return mentionedResources(event).flatMap(({ type, name }) =>
    type === 'AWS::S3::Bucket' && !name.startsWith('arn:') ? [name, `${bucketPrefix(event)}${name}`] : [name],
  )
}

function bucketPrefix(event: Event): string {
  return `arn:${partitionOf(event.text('awsRegion'))}:s3:::`
}

function joined(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join(', ')
}

/**
 * Finds a field by name, label, CSV header or record field, ignoring case and separators; undefined if there is none.
 */
export function findField(text: string): Field | undefined {
  return (bySpelling ??= spellings()).get(spelling(text))
}

/** How a filter reads a field or a path into the record. */
export interface Compared extends Pick<Field, 'texts' | 'cost' | 'verbatim'> {
  readonly isPath: boolean
  readonly exists: (event: Event) => boolean
}

/** Throws UsageError if `text` is neither a field nor a path. */
export function comparedOf(text: string): Compared {
  const field = BY_NAME.get(text)
  return field === undefined
    ? comparedAt(text)
    : { ...field, isPath: false, exists: (event) => isThere(field.texts(event)) }
}

function isThere(found: string | readonly string[] | undefined): boolean {
  return found !== undefined && found.length > 0
}

/** Every scalar value at the path: strings as they are, numbers and booleans as JSON writes them. */
function comparedAt(text: string): Compared {
  columnOf(text)
  const path = parsePath(text)!
  const values = (event: Event): readonly Json[] => {
    const [first, ...rest] = path
    if (first === undefined || !('key' in first)) return valuesAt(event.record, path)
    const part = event.part(first.key)
    return part === undefined ? [] : valuesAt(part, rest)
  }
  return {
    texts: (event) =>
      values(event)
        .map(scalarText)
        .filter((one) => one !== undefined),
    exists: (event) => values(event).some((value) => value !== null),
    cost: 1,
    verbatim: true,
    isPath: true,
  }
}

function scalarText(value: Json): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  return typeof value === 'boolean' ? String(value) : undefined
}

function spelling(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, '')
}

const BY_NAME: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.name, field]))

let bySpelling: ReadonlyMap<string, Field> | undefined

function spellings(): ReadonlyMap<string, Field> {
  // Names come last, so that they override equal labels and record fields.
  const forms = [(field: Field) => field.path, (field: Field) => field.label, (field: Field) => field.name]
  return new Map(
    forms.flatMap((form) =>
      FIELDS.filter((field) => /^[\w\s-]+$/.test(form(field))).map((field): [string, Field] => [
        spelling(form(field)),
        field,
      ]),
    ),
  )
}

/** An output column: a field, or a path into the record. */
export interface Column extends Pick<Field, 'label' | 'get'>, Partial<Pick<Field, 'type' | 'inferred'>> {}

/**
 * A field, or any path into the record. Throws UsageError for a single word that is neither, or for an invalid path.
 */
export function columnOf(text: string): Column {
  return findField(text) ?? columnOfPath(text)
}

function columnOfPath(text: string): Column {
  const path = parsePath(text)
  const isWord = /^[^.[]*$/.test(text)
  if (path === undefined || (isWord && !RECORD_FIELDS.includes(text))) throw unknownColumn(text)
  const [first, ...rest] = path
  if (first === undefined || !('key' in first)) return { label: text, get: () => undefined } // records are objects
  return {
    label: text,
    get(event) {
      const part = event.part(first.key)
      return part === undefined ? undefined : textAt(part, rest, () => event.json(first.key))
    },
  }
}

function unknownColumn(text: string): UsageError {
  const near = didYouMean(text, [...FIELDS.map(({ name }) => name), ...RECORD_FIELDS])
  const list = 'see "trail-explore help columns"'
  return new UsageError(
    `unknown column '${text}'`,
    near === undefined
      ? `${list}; a path such as requestParameters.bucketName works too`
      : `did you mean ${near}? ${list}`,
  )
}
