// The actions that a policy document allows, as patterns.

import { isObject, own, type Json } from '../util/json.ts'

/** Sorted by name; undefined if the text is not a policy. Deny statements and NotAction are ignored. */
export function grantedActions(text: string): readonly string[] | undefined {
  let policy: Json
  try {
    policy = JSON.parse(text) as Json
  } catch {
    return undefined
  }
  const statement = own(policy, 'Statement')
  const statements = Array.isArray(statement)
    ? (statement as readonly Json[])
    : statement === undefined
      ? []
      : [statement]
  if (statements.length === 0 || !statements.every(isObject)) return undefined
  const actions = statements
    .filter((one) => own(one, 'Effect') === 'Allow')
    .flatMap((one): readonly Json[] => {
      const action = own(one, 'Action') ?? null
      return Array.isArray(action) ? (action as readonly Json[]) : [action]
    })
    .filter((action) => typeof action === 'string')
  return [...new Set(actions)].sort()
}
