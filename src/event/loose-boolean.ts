// Booleans as CloudTrail spells them: true, "true", "Yes", "YES", "No", ….

/** undefined for anything that is neither true nor false. */
export function looseBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return undefined
  const word = value.toLowerCase()
  if (word === 'true' || word === 'yes') return true
  if (word === 'false' || word === 'no') return false
  return undefined
}
