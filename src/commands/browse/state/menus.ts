// Lists of things to choose from.

import type { Filter } from '../../../filter/clause.ts'
import { PRESETS } from '../../../filter/presets.ts'
import type { TimeFormat } from '../../../filter/where/print.ts'
import { findField } from '../../../event/fields.ts'
import { chipLabel } from '../chips.ts'
import { KEPT } from '../data/store.ts'
import type { ColumnName, ListColumn, Menu, MenuItem } from './state.ts'

export const COLUMN_NAMES: readonly ColumnName[] = ['id', 'event-time', ...KEPT, 'read-only']

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
      ...(i < 9 && { key: String(i + 1) }),
      label: i < 9 ? String(i + 1) : '',
      text: chipLabel(chip, format),
      does: { kind: 'drop', chip: i },
    })),
  }
}

export function columnMenu(columns: readonly ListColumn[]): Menu {
  return {
    title: 'Columns: Enter shows or hides one, Escape ends',
    items: COLUMN_NAMES.map((name): MenuItem => ({
      label: columns.some((column) => column.name === name) ? 'shown' : '',
      text: findField(name)?.label ?? name,
      does: { kind: 'column', name },
    })),
  }
}
