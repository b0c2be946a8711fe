// JSON from outside: it may have any shape.

export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** True for `{…}`, but not for arrays and null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The value of an own property. Attackers can choose a record's keys: `__proto__` or `constructor` in a path must find
 * what the record contains, never a JavaScript built-in.
 */
export function own(value: unknown, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** The value of an own property if it is a non-empty string. CloudTrail sometimes writes `""` for no value. */
export function ownText(value: unknown, key: string): string | undefined {
  const found = own(value, key)
  return typeof found === 'string' && found !== '' ? found : undefined
}
