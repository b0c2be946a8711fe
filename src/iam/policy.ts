// Builds the smallest policy that allows calls that succeeded. Actions are guessed from the calls (action.ts). A
// resource is an ARN only if the record contains it or all of its parts; otherwise it is `*`.

import type { Event } from '../event/event.ts'
import { actionOf } from './action.ts'
import { companions } from './companions.ts'
import type { Permission } from './permission.ts'
import { resourcesOf } from './resource.ts'

export interface Statement {
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
}

export interface PolicyDocument {
  readonly Version: '2012-10-17'
  readonly Statement: readonly Statement[]
}

/** Calls that need no permission, or that create the session in the first place. */
const FREE: ReadonlySet<string> = new Set([
  'sts:GetCallerIdentity',
  'sts:GetSessionToken',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
])

/** What a call needed; empty for one that needs nothing, undefined for what is no call or cannot be mapped. */
export function permissionsOf(event: Event): readonly Permission[] | undefined {
  const type = event.text('eventType')
  if (type !== undefined && type !== 'AwsApiCall') return undefined
  const action = actionOf(event)
  if (action === undefined) return undefined
  if (FREE.has(action)) return []
  return [{ action, resources: resourcesOf(event, action) }, ...companions(event, action)]
}

/** Statements by service and resources, sorted by name, so that the same calls give the same text. */
export function policyDocument(permissions: ReadonlyMap<string, ReadonlySet<string>>): PolicyDocument {
  const statements = new Map<string, { actions: string[]; resources: readonly string[] }>()
  for (const action of [...permissions.keys()].sort()) {
    const all = permissions.get(action)!
    const list = all.has('*') ? ['*'] : [...all].sort()
    const key = JSON.stringify([action.slice(0, action.indexOf(':')), list])
    const known = statements.get(key)
    if (known) known.actions.push(action)
    else statements.set(key, { actions: [action], resources: list })
  }
  return {
    Version: '2012-10-17',
    Statement: [...statements.values()].map(({ actions, resources: list }) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: list,
    })),
  }
}
