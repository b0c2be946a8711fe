// What an existing policy grants: its statements as patterns, and whether they cover an action on a resource. Conditions are
// not considered.

import { isObject, own, ownText, type Json } from '../util/json.ts'
import { matchesWildcards } from '../util/wildcard.ts'

export interface Grant {
  readonly effect: 'Allow' | 'Deny'
  readonly actions: Patterns
  /** Those that a statement without resources is about are all. */
  readonly resources: Patterns
  readonly isConditional: boolean
}

interface Patterns {
  readonly of: readonly string[]
  /** NotAction, NotResource: everything except these. */
  readonly isExcept: boolean
}

/**
 * Takes a policy document, and the answers of the AWS CLI's `get-role-policy` and `get-policy-version` around one;
 * undefined for any other text.
 */
export function parsePolicy(text: string): readonly Grant[] | undefined {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    return undefined
  }
  const policy = own(value, 'PolicyDocument') ?? own(own(value, 'PolicyVersion'), 'Document') ?? value
  const statement = own(policy, 'Statement') ?? null
  const statements = Array.isArray(statement) ? (statement as readonly Json[]) : [statement]
  const grants = statements.map(grantOf)
  return grants.length > 0 && grants.every((grant) => grant !== undefined) ? grants : undefined
}

function grantOf(statement: Json): Grant | undefined {
  const effect = ownText(statement, 'Effect')
  const actions = patternsOf(statement, 'Action')
  if (!isObject(statement) || (effect !== 'Allow' && effect !== 'Deny') || actions === undefined)
    return undefined
  return {
    effect,
    actions,
    resources: patternsOf(statement, 'Resource') ?? { of: ['*'], isExcept: false },
    isConditional: own(statement, 'Condition') !== undefined,
  }
}

function patternsOf(statement: Json, name: string): Patterns | undefined {
  const except = own(statement, `Not${name}`)
  const value = own(statement, name) ?? except
  if (value === undefined) return undefined
  const all = Array.isArray(value) ? (value as readonly Json[]) : [value]
  return {
    of: all.filter((one): one is string => typeof one === 'string'),
    isExcept: own(statement, name) === undefined,
  }
}

/** Patterns of actions that are allowed, sorted; those of NotAction are none. */
export function allowedActions(grants: readonly Grant[]): readonly string[] {
  const all = grants.flatMap(({ effect, actions }) =>
    effect === 'Allow' && !actions.isExcept ? actions.of : [],
  )
  return [...new Set(all)].sort()
}

/** `resource` is an ARN, or `*` where it is not known, which any resource then covers. */
export function isGranted(grants: readonly Grant[], action: string, resource: string): boolean {
  const covering = grants.filter(
    ({ actions, resources }) =>
      covers(actions, action.toLowerCase(), (pattern) => pattern.toLowerCase()) &&
      ((resource === '*' && !resources.isExcept) || covers(resources, resource, anyVariable)),
  )
  const isDenied = covering.some(
    ({ effect, isConditional, resources }) =>
      effect === 'Deny' && !isConditional && (resource !== '*' || resources.of.includes('*')),
  )
  return !isDenied && covering.some(({ effect }) => effect === 'Allow')
}

/** Like IAM: `*` is any text, `?` is one character. */
export function coversAction(pattern: string, action: string): boolean {
  return matchesWildcards(pattern.toLowerCase(), action.toLowerCase())
}

function covers({ of, isExcept }: Patterns, text: string, plain: (pattern: string) => string): boolean {
  return of.some((pattern) => matchesWildcards(plain(pattern), text)) !== isExcept
}

/** `${aws:username}` may be any text. */
function anyVariable(pattern: string): string {
  return pattern.replaceAll(/\$\{[^}]*\}/g, '*')
}
