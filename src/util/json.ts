// JSON as it comes from outside: any shape, nothing promised.

export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** True for `{…}`, not for arrays and null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The value of an own property. Records are typed by strangers: `__proto__` or `constructor` in a path must find
 * what the record holds and never what JavaScript adds.
 */
export function own(value: unknown, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** An own property when it is a string that is not empty. CloudTrail writes `""` for "none" in places. */
export function ownText(value: unknown, key: string): string | undefined {
  const found = own(value, key)
  return typeof found === 'string' && found !== '' ? found : undefined
}
