// Menus.

import type { Filter } from '../../../filter/clause.ts'
import { PRESETS } from '../../../filter/presets.ts'
import type { TimeFormat } from '../../../filter/where/print.ts'
import { FIELDS } from '../../../event/fields.ts'
import { chipLabel } from '../chips.ts'
import { columnLabel } from '../columns.ts'
import { isKept, KEPT } from '../data/store.ts'
import type { ListColumn, Menu, MenuItem } from './state.ts'

const KEPT_COLUMNS: readonly string[] = ['id', 'event-time', ...KEPT, 'read-only']

export function presetMenu(): Menu {
  return {
    title: 'Presets: Enter adds the filter',
    items: PRESETS.map(({ name, asks, filter }): MenuItem => ({
      label: name,
      text: asks,
      does: { kind: 'filter', filter },
    })),
  }
}

export function chipMenu(chips: readonly Filter[], format: TimeFormat): Menu {
  return {
    title: 'Drop which filter?',
    items: chips.map((chip, i): MenuItem => ({
      ...numbered(i),
      text: chipLabel(chip, format),
      does: { kind: 'drop', chip: i },
    })),
  }
}

/** The first nine items have a digit as their key. */
export function numbered(index: number): Pick<MenuItem, 'key' | 'label'> {
  const digit = String(index + 1)
  return index < 9 ? { key: digit, label: digit } : { label: '' }
}

/** Shown columns first, then kept ones, then all other fields. */
export function columnMenu(columns: readonly ListColumn[]): Menu {
  const names = new Set([
    ...columns.map(({ name }) => name),
    ...KEPT_COLUMNS,
    ...FIELDS.map(({ name }) => name),
  ])
  return columnMenuOf([...names], columns)
}

/** The menu with these names in this order. */
export function columnMenuOf(names: readonly string[], columns: readonly ListColumn[]): Menu {
  return {
    title: 'Columns: Enter shows or hides one, Escape ends',
    items: [
      {
        key: 'a',
        label: 'a',
        text: 'another one, typed: a field or a path of the record',
        does: { kind: 'type-column' },
      },
      ...names.map((name): MenuItem => ({
        label: columns.some((column) => column.name === name) ? 'shown' : '',
        text: isKept(name) ? columnLabel(name) : `${columnLabel(name)} (read from the files)`,
        does: { kind: 'column', name },
      })),
    ],
  }
}
