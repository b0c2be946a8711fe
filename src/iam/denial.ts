// Parses why a call was denied: the checked action, the resource, and the type of policy that denied it. Services word
// their messages similarly but not identically; anything missing in the message is derived from the record and marked
// as derived.

import type { Event } from '../event/event.ts'
import { resources } from '../event/resources.ts'
import { ownText } from '../util/json.ts'
import { actionOf, actionOrCall } from './action.ts'
import { partitionOf } from '../util/partition.ts'
import { resourcesOf } from './resource.ts'

export interface Denial {
  readonly action: string | undefined
  /** False where the reference has no action for the call, which then stands in its place. */
  readonly isAction: boolean
  readonly resource: string | undefined
  /** What a statement has to name to allow it: ARNs, or `*` alone. */
  readonly grants: readonly string[]
  /** `explicit deny in a service control policy`, `no identity-based policy allows it`, or REASON_NOT_TOLD. */
  readonly reason: string
  /** An explicit deny overrides every allow, so no added statement would help. */
  readonly isExplicit: boolean
  /** ARN of the denying policy, which newer messages contain. */
  readonly policy: string | undefined
  /** Message for `aws sts decode-authorization-message`. */
  readonly encoded: string | undefined
  /** True if the message contains the action; otherwise it is derived from the call. */
  readonly actionIsTold: boolean
  readonly resourceIsTold: boolean
}

export const REASON_NOT_TOLD = 'not told'

const ACTION = /\bnot authorized to perform:? ([\w-]+:[\w*-]+)/
const RESOURCE = /\bon (?:the )?resource:? "?([^\s"]+?)"?(?=\s|[.,]?$|[.,] )/
const EXPLICIT =
  /\bwith an explicit deny in (?:an? |the )?([a-zA-Z][a-zA-Z -]{0,40}?policy|permissions? boundary)(?::? (arn:\S+))?/
const IMPLICIT = /\bbecause no ([a-zA-Z][a-zA-Z -]{0,40}?(?:policy|policies|boundary|boundaries)) allows? /
const ENCODED = /\bEncoded authorization failure message: ([\w-]{20,})/

export function denialOf(event: Event): Denial {
  const message = event.text('errorMessage') ?? ''
  const toldAction = ACTION.exec(message)?.[1]
  const toldResource = RESOURCE.exec(message)?.[1]
  const [, explicit, policy] = EXPLICIT.exec(message) ?? []
  const implicit = IMPLICIT.exec(message)?.[1]
  const action = toldAction ?? actionOrCall(event)
  const grants = toldResource?.startsWith('arn:') ? [toldResource] : resourcesOf(event, action ?? '')
  return {
    action,
    isAction: toldAction !== undefined || actionOf(event) !== undefined,
    resource: toldResource ?? arnIn(grants) ?? namedResource(event),
    grants,
    reason: reasonOf(explicit, implicit),
    isExplicit: explicit !== undefined,
    policy: policy?.replace(/[.,]$/, ''),
    encoded: ENCODED.exec(message)?.[1],
    actionIsTold: toldAction !== undefined,
    resourceIsTold: toldResource !== undefined,
  }
}

/** The one ARN, if it is known to its end. */
function arnIn(grants: readonly string[]): string | undefined {
  return grants.length === 1 && !/[*?]/.test(grants[0]!) ? grants[0] : undefined
}

function reasonOf(explicit: string | undefined, implicit: string | undefined): string {
  if (explicit !== undefined) return `explicit deny in ${/^[aeiou]/.test(explicit) ? 'an' : 'a'} ${explicit}`
  return implicit === undefined ? REASON_NOT_TOLD : `no ${implicit} allows it`
}

/** An ARN from the record, with the key for an S3 object; otherwise the name of the first resource. */
function namedResource(event: Event): string | undefined {
  const request = event.part('requestParameters')
  const bucket = ownText(request, 'bucketName')
  if (bucket !== undefined && event.text('eventSource') === 's3.amazonaws.com') {
    const key = ownText(request, 'key')
    return `arn:${partitionOf(event.text('awsRegion'))}:s3:::${bucket}${key === undefined ? '' : `/${key}`}`
  }
  const named = resources(event)
  return (named.find(({ name }) => name.startsWith('arn:')) ?? named[0])?.name
}

/** The smallest statement that would allow the call, as far as the record shows; undefined if none would. */
export function proposal({ action, isAction, grants, isExplicit }: Denial): object | undefined {
  if (action === undefined || !isAction || isExplicit) return undefined
  return { Effect: 'Allow', Action: action, Resource: grants.length === 1 ? grants[0] : grants }
}
