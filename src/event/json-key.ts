// The one rule for the keys of JSON that we print: camelCase, and for a column its name without the hyphens. Records are
// printed as they are, paths into them as they were typed, and `lookup-events` like the AWS CLI.

import { findField } from './fields.ts'

/** The key of a column: `event-name` is `eventName`; a path into the record stays a path. */
export function jsonKey(column: string): string {
  const field = findField(column)
  return field === undefined ? column : camelCase(field.name)
}

/** `signature-unavailable` is `signatureUnavailable`. */
export function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** The inverse: `maxItems` is `max-items`, as in the name of an option. */
export function hyphenated(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
