// What a saved lookup-events response says of an event beside its record.

import type { LookupFields, Resource } from '../../event/event.ts'
import { isObject, own, ownText, type Json } from '../../util/json.ts'

/** Of one element of `Events`. */
export function lookupFields(element: unknown): LookupFields {
  const listed = own(element, 'Resources')
  const resources = Array.isArray(listed)
    ? (listed as readonly Json[]).filter(isObject).map(resourceOf)
    : undefined
  return { username: ownText(element, 'Username'), resources: resources?.filter(({ name }) => name !== '') }
}

function resourceOf(value: Json): Resource {
  return { type: ownText(value, 'ResourceType'), name: ownText(value, 'ResourceName') ?? '' }
}
