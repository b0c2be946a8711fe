// What the first line says of how much is shown.

import { expect, it } from 'vitest'
import { Found } from '../../../../src/commands/browse/data/found.ts'
import { EventStore, KEPT } from '../../../../src/commands/browse/data/store.ts'
import { READING } from '../../../../src/commands/browse/reading-text.ts'
import { initialState, type Data, type ReadingState } from '../../../../src/commands/browse/state/state.ts'
import { titleLine } from '../../../../src/commands/browse/view/head.ts'
import { eventOf } from '../../../../src/event/event.ts'
import { compilePacked } from '../../../../src/format/packed.ts'

const makeRow = compilePacked(KEPT)

function addEvents(store: EventStore, count: number): void {
  const bytes = makeRow(eventOf({ eventName: 'GetObject' }), new Uint8Array()) as Uint8Array
  for (let i = 0; i < count; i++) store.add({ count: 1, bytes, row: () => bytes })
}

function title(store: EventStore, found: Found, reading: Partial<ReadingState>): string {
  const data: Data = {
    store,
    found,
    records: new Map(),
    reading: { ...READING, ...reading },
    look: { title: '', formatTime: String, ascii: true, now: 0, timeZone: undefined, isVerified: false },
    command: () => '',
  }
  const state = initialState([], ['event-name'], { columns: 120, rows: 30 })
  return titleLine(state, data, 120)
    .map(({ text }) => text)
    .join('')
    .trim()
}

it('events that came a moment ago are not events that the filter leaves out', () => {
  const store = new EventStore()
  addEvents(store, 3)
  const found = new Found({ kind: 'all', of: [] }, store, new Map())
  addEvents(store, 2)
  expect(title(store, found, { progress: '1 file' })).toBe('3 events · 1 file')
  found.extend()
  expect(title(store, found, { isDone: true })).toBe('5 events')
})

it('events that are not answered yet are, and what could not be asked is said', () => {
  const store = new EventStore()
  addEvents(store, 4)
  const found = new Found({ kind: 'text', field: 'requestParameters.x', values: ['y'] }, store, new Map())
  const reading = { isDone: true, asking: 'reading the files again', progress: '1 of 2 files' }
  expect(title(store, found, reading)).toBe('0 of 4 events · reading the files again: 1 of 2 files')
  expect(title(store, found, { isDone: true, isIncomplete: true })).toBe(
    '0 of 4 events · incomplete: not every file could be read',
  )
})
