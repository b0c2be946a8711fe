// What SQL can express of a condition: `upper` holds for every event that meets the condition, `lower` for none that
// does not. If both are the same, the bounds are exact. This makes negation safe: the bounds of `not c` are the
// complements of c's bounds, swapped.

export interface Bounds {
  /** SQL that is never NULL. */
  readonly upper: string
  readonly lower: string
  readonly exact: boolean
}

/** SQL can express nothing of the condition. */
export const UNKNOWN: Bounds = { upper: 'true', lower: 'false', exact: false }

/** `sql` must never be NULL. */
export function exactly(sql: string): Bounds {
  return { upper: sql, lower: sql, exact: true }
}

export function between(lower: string, upper: string): Bounds {
  return { upper, lower, exact: false }
}

/** The bounds, except that the result is unknown where `unsure` holds. */
export function unless(unsure: string | undefined, bounds: Bounds): Bounds {
  if (unsure === undefined) return bounds
  return between(and([bounds.lower, not(unsure)]), or([bounds.upper, unsure]))
}

export function all(parts: readonly Bounds[]): Bounds {
  return combined(parts, and)
}

export function any(parts: readonly Bounds[]): Bounds {
  return combined(parts, or)
}

export function complement({ upper, lower, exact }: Bounds): Bounds {
  return { upper: not(lower), lower: not(upper), exact }
}

function combined(parts: readonly Bounds[], join: (sql: readonly string[]) => string): Bounds {
  return {
    upper: join(parts.map(({ upper }) => upper)),
    lower: join(parts.map(({ lower }) => lower)),
    exact: parts.every(({ exact }) => exact),
  }
}

export function and(sql: readonly string[]): string {
  if (sql.includes('false')) return 'false'
  return chain(sql, 'true', ' and ')
}

export function or(sql: readonly string[]): string {
  if (sql.includes('true')) return 'true'
  return chain(sql, 'false', ' or ')
}

function chain(sql: readonly string[], none: string, operator: string): string {
  const parts = [...new Set(sql)].filter((part) => part !== none)
  if (parts.length === 0) return none
  return parts.length === 1 ? parts[0]! : `(${parts.join(operator)})`
}

export function not(sql: string): string {
  if (sql === 'true') return 'false'
  return sql === 'false' ? 'true' : `(not ${sql})`
}

/** Makes a condition that may be NULL false in that case. */
export function holds(sql: string): string {
  return sql === 'true' || sql === 'false' ? sql : `coalesce(${sql}, false)`
}
