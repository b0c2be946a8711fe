// The page of one event: what happened, who, what was affected, result, origin; then the record, which folds. Each row knows
// its field or path, so that `=` and `-` can filter by the row under the cursor.

import { consoleLink } from '../../event/console-link.ts'
import { findField } from '../../event/fields.ts'
import { resources } from '../../event/resources.ts'
import { compileDetails, detailText } from '../../format/details.ts'
import type { LocatedEvent } from '../../format/located.ts'
import { printable } from '../../format/sanitize.ts'
import { wrap } from '../../format/width.ts'
import type { Line, Style } from '../../screen/text.ts'
import { jsonRows } from './json-rows.ts'
import type { Look } from './state/state.ts'

export interface DetailRow {
  readonly line: Line
  /** Field or path, and value, for a filter by this row. */
  readonly field?: string | undefined
  readonly value?: string | undefined
  /** Path of the value that folds at this row. */
  readonly folds?: string | undefined
  /** Text used by the search. */
  readonly text: string
}

const BLOCKS: readonly (readonly [title: string, fields: readonly string[]])[] = [
  [
    'What happened',
    ['event-name', 'event-time', 'event-source', 'region', 'event-type', 'event-category', 'read-only'],
  ],
  ['Who', ['identity', 'user-name', 'identity-type', 'principal', 'role', 'access-key-id', 'mfa', 'account']],
  ['What was affected', ['target']],
  ['Result', ['result', 'error-code', 'error-message']],
  ['Where from', ['source-ip', 'user-agent', 'event-id', 'request-id', 'location']],
]
const LABEL: Style = { color: 'cyan' }
const TITLE: Style = { bold: true }
const DIM: Style = { dim: true }
/** Width of the widest label plus two spaces. */
const LABELS = 19

export function detailRows(
  { event, raw }: LocatedEvent,
  width: number,
  folded: ReadonlySet<string>,
  look: Look,
): readonly DetailRow[] {
  const rows: DetailRow[] = []
  const room = Math.max(width - LABELS, 10)
  const put = (label: string, text: string, more: Partial<DetailRow> = {}, style?: Style): void => {
    for (const [i, part] of wrap(printable(text), room).entries())
      rows.push({
        text: `${label} ${text}`,
        ...more,
        line: [
          { text: (i === 0 ? label : '').padEnd(LABELS).slice(0, LABELS), style: LABEL },
          { text: part, style },
        ],
      })
  }
  for (const [title, fields] of BLOCKS) {
    rows.push({ line: [{ text: title, style: TITLE }], text: title })
    const details = compileDetails(fields, look.timeZone)(event)
    for (const detail of details) {
      const { field, text } = detail
      if (text === '') continue
      const isFault = field.tone === 'fault' || (field.name === 'result' && !/^Success$/.test(text))
      put(
        field.label,
        detailText(detail),
        { field: field.name, value: field.name === 'event-time' ? undefined : (field.get(event) ?? '') },
        isFault ? { color: 'red' } : undefined,
      )
    }
    if (title === 'What was affected')
      for (const { type, name } of resources(event))
        put(type?.replace(/^AWS::/, '') ?? 'Resource', name, { field: 'resource-name', value: name })
    if (title === 'Where from') {
      put(
        'Verified',
        look.isVerified
          ? 'yes: a valid digest file covers the file'
          : 'not looked at; --verified-only, or `trail-explore verify`',
      )
      const link = consoleLink(event, look.now)
      if (link !== undefined) put('Console', link)
    }
  }
  rows.push({ line: [], text: '' })
  const title = event.withoutRecord ? 'Row of the CSV download (there is no event record)' : 'Event record'
  rows.push({ line: [{ text: title, style: TITLE }], text: title })
  for (const row of jsonRows(raw, folded)) rows.push(...recordRows(row, width))
  return rows
}

function recordRows(
  { depth, key, value, comma, path, size }: ReturnType<typeof jsonRows>[number],
  width: number,
): readonly DetailRow[] {
  const indent = '  '.repeat(depth)
  const isString = value.startsWith('"')
  const style: Style | undefined = isString
    ? { color: 'green' }
    : /^[\d-]|^(?:true|false)/.test(value)
      ? { color: 'yellow' }
      : value === 'null'
        ? DIM
        : undefined
  const label = key === undefined ? '' : `${key}: `
  const note = value.includes('…') && size !== undefined && !isString ? ` ${size}` : ''
  const more = {
    text: `${key ?? ''} ${value}`,
    ...(path !== undefined && size === undefined && filterOf(path, value)),
    ...(size !== undefined && { folds: path }),
  }
  const room = Math.max(width - indent.length - label.length, 16)
  const parts = wrap(value, room)
  return parts.map((part, i) => ({
    ...more,
    line: [
      { text: indent },
      ...(i === 0 ? [{ text: label, style: LABEL }] : [{ text: ' '.repeat(label.length) }]),
      { text: part, style },
      ...(i === parts.length - 1 ? [{ text: note, style: DIM }, { text: comma ? ',' : '' }] : []),
    ],
  }))
}

/** Prefers the field for a path, because fields are kept in memory and no file must be read again. */
function filterOf(path: string, written: string): Pick<DetailRow, 'field' | 'value'> {
  const known = findField(path)
  const field = known !== undefined && !known.derived && known.path === path ? known.name : path
  const isSame = known?.name === 'read-only' && path === 'readOnly'
  return { field: isSame ? 'read-only' : field, value: valueOf(written) }
}

function valueOf(written: string): string {
  if (written === 'null') return ''
  if (!written.startsWith('"')) return written
  try {
    return String(JSON.parse(written))
  } catch {
    return written
  }
}
