// Filters for values that need the record of an event: its session, a resource, any field or path.

import { createdAt, credentialOf } from '../../event/credential.ts'
import { comparedOf } from '../../event/fields.ts'
import { resources } from '../../event/resources.ts'
import { allOf, type Filter } from '../../filter/clause.ts'
import type { LocatedEvent } from '../../format/located.ts'
import { own, ownText } from '../../util/json.ts'
import { equals } from './chips.ts'
import { numbered } from './state/menus.ts'
import type { Menu, MenuItem } from './state/state.ts'

/** A filter, a menu to choose one, or why there is none. */
export type ByRecord =
  | { readonly kind: 'filter'; readonly filter: Filter }
  | { readonly kind: 'menu'; readonly menu: Menu }
  | { readonly kind: 'none'; readonly why: string }

export function bySession({ event }: LocatedEvent, excludes: boolean): ByRecord {
  const credential = credentialOf(event)
  const identity = event.part('userIdentity')
  const context = own(identity, 'sessionContext')
  if (credential === undefined)
    return { kind: 'none', why: 'This event was made with no credential that others have.' }
  const { kind, id } = credential
  if (kind === 'key') return filter(equals('access-key-id', id, excludes))
  if (kind === 'sign-in') return filter(equals('userIdentity.sessionContext.signInSessionArn', id, excludes))
  const principalId = ownText(identity, 'principalId')
  const who = principalId ?? ownText(identity, 'arn') ?? ''
  const session = allOf([
    equals(principalId === undefined ? 'userIdentity.arn' : 'userIdentity.principalId', who, false),
    equals('userIdentity.sessionContext.attributes.creationDate', createdAt(context) ?? '', false),
  ])
  return filter(excludes ? { kind: 'not', of: session } : session)
}

/** Filters by one of the texts that a filter compares; shows a menu if there are several. */
export function byField({ event }: LocatedEvent, field: string, label: string, excludes: boolean): ByRecord {
  const { texts, exists } = comparedOf(field)
  const compared = field === 'resource-name' ? resources(event).map(({ name }) => name) : texts(event)
  const all = [...new Set(typeof compared === 'string' ? [compared] : (compared ?? []))]
  if (all.length === 0 && field === 'resource-name')
    return { kind: 'none', why: 'No resource is known of this event.' }
  if (all.length === 0 && exists(event))
    return {
      kind: 'none',
      why: `${label} is no single text here: Enter shows it, and = filters by a line of it.`,
    }
  if (all.length < 2) return filter(equals(field, all[0] ?? '', excludes))
  const items = all.map((text, i): MenuItem => ({
    ...numbered(i),
    text,
    does: { kind: 'filter', filter: equals(field, text, excludes) },
  }))
  return { kind: 'menu', menu: { title: `${excludes ? 'Without which' : 'Which'} ${label}?`, items } }
}

function filter(one: Filter): ByRecord {
  return { kind: 'filter', filter: one }
}
