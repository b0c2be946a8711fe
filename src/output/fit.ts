// Distributes the width of a terminal among the columns of a table.

export interface Share {
  /** Preferred width. */
  readonly wanted: number
  /** Minimum width, unless the preferred width is smaller. */
  readonly min: number
  /** Share of the free width among the columns that want more than they can get. */
  readonly weight: number
}

/**
 * Widths that add up to `room`, or to less if all columns get their preferred width. If even the minimum widths do not
 * fit, returns these: the table is then wider than `room`.
 */
export function fitWidths(shares: readonly Share[], room: number): number[] {
  if (sum(shares.map(({ wanted }) => wanted)) <= room) return shares.map(({ wanted }) => wanted)
  const columns = shares.map((share) => ({ ...share, min: Math.min(share.wanted, share.min), width: 0 }))
  let open = columns
  let left = room
  // As in CSS flexbox: columns that would get less than their minimum or more than they want are fixed; the others
  // share the rest.
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

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
