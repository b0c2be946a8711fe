// Shares the width of a terminal among the columns of a table.

export interface ColumnShape {
  /** Never narrower than this, unless all cells are. */
  readonly min: number
  /** Share of the room, beside the other columns that want more than they can get. */
  readonly weight: number
  /** What says least: it goes before anything is cut. */
  readonly dropFirst?: RegExp | undefined
}

const SHAPES: Readonly<Record<string, Partial<ColumnShape>>> = {
  'Event name': { min: 8, weight: 6 },
  'Event time': { min: Number.POSITIVE_INFINITY },
  'Event source': { min: 6, dropFirst: /\.amazonaws\.com$/ },
  'Resource type': { min: 8, dropFirst: /AWS::\w+::/g },
  'Resource name': { min: 8, weight: 6 },
}

export function shapeOf(label: string): ColumnShape {
  return { min: 5, weight: 4, ...(Object.hasOwn(SHAPES, label) ? SHAPES[label] : {}) }
}

/**
 * Widths that together take `room`, or less where all cells fit. `natural` is what each column would like.
 * Where not even the minima fit, the minima: the table is then wider than the room.
 */
export function fitWidths(
  natural: readonly number[],
  shapes: readonly ColumnShape[],
  room: number,
): number[] {
  if (sum(natural) <= room) return [...natural]
  const columns = natural.map((wanted, i) => ({
    wanted,
    min: Math.min(wanted, shapes[i]?.min ?? 0),
    weight: shapes[i]?.weight ?? 1,
    width: 0,
  }))
  let open = columns
  let left = room
  // As in CSS flexible boxes: who would get less than its minimum, or more than it wants, is settled; the rest shares again.
  for (;;) {
    const unit = left / sum(open.map((column) => column.weight))
    const clamp = (c: (typeof columns)[number]) => Math.min(c.wanted, Math.max(c.min, c.weight * unit))
    const tooMuch = sum(open.map(clamp)) > left
    const settled = open.filter((c) => (tooMuch ? c.weight * unit < c.min : c.weight * unit > c.wanted))
    for (const column of settled) column.width = clamp(column)
    if (settled.length === 0) break
    left -= sum(settled.map((column) => column.width))
    open = open.filter((column) => !settled.includes(column))
  }
  const unit = left / sum(open.map((column) => column.weight))
  for (const column of open) column.width = Math.floor(column.weight * unit)
  let spare = left - sum(open.map((column) => column.width))
  for (const column of open) if (spare-- >= 1) column.width++
  return columns.map((column) => column.width)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
