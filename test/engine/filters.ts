// The filters that are asked of every engine: each clause in every form.

import { CATEGORIES } from '../../src/event/category.ts'
import { TEXT_FIELDS } from '../../src/event/field-table.ts'
import { comparedOf } from '../../src/event/fields.ts'
import type { Filter } from '../../src/filter/clause.ts'
import { parsePattern } from '../../src/filter/pattern/parse.ts'
import { PRESETS } from '../../src/filter/presets.ts'
import { escapeValue } from '../../src/filter/value-pattern.ts'
import { parseWhere } from '../../src/filter/where/parse.ts'
import { UTC } from '../../src/util/zone.ts'
import type { LocatedEvent } from '../../src/format/located.ts'

const PATHS =
  `userIdentity.arn userIdentity.sessionContext.sessionIssuer.userName requestParameters.bucketName
  requestParameters.roleName requestParameters.instancesSet.items.instanceId responseElements.ConsoleLogin
  additionalEventData.MFAUsed requestParameters.maxResults eventVersion managementEvent tlsDetails.tlsVersion
  resources[].ARN userIdentity.invokedBy requestParameters`.split(/\s+/)

const IPS =
  `10.0.0.0/8 !10.0.0.0/8 internet !internet private aws !aws 0.0.0.0/0 ::/0 2001:db8::/32 AWS* *.amazonaws.com
  ec2.amazonaws.com 203.0.113.7 ::ffff:10.0.0.0/104 172.16.0.0/12`.split(/\s+/)

const PATTERNS = [
  '{ $.eventName = "Console*" }',
  '{ $.eventName != "Get*" }',
  '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
  '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  '{ $.requestParameters.bucketName = * }',
  '{ $.requestParameters.bucketName != "logs*" }',
  '{ $.requestParameters.maxResults > 10 }',
  '{ $.requestParameters.maxResults = 100 }',
  '{ $.requestParameters.maxResults != 100 }',
  '{ $.requestParameters.x EXISTS }',
  '{ $.requestParameters.roleName EXISTS }',
  '{ $.requestParameters.roleName NOT EXISTS }',
  '{ $.requestParameters IS NULL }',
  '{ $.responseElements IS NULL }',
  '{ $.responseElements.ConsoleLogin = "Failure" }',
  '{ $.additionalEventData.MFAUsed != "Yes" }',
  '{ $.readOnly IS TRUE }',
  '{ $.readOnly IS FALSE }',
  '{ $.managementEvent IS TRUE }',
  '{ $.sourceIPAddress = %^1\\d+% }',
  '{ $.sourceIPAddress != %amazonaws% }',
  '{ $.resources[0].ARN = "arn:aws:s3*" }',
  '{ $.resources[*].accountId = "1*" }',
  '{ $.requestParameters.*.items[*].instanceId = "i-*" }',
  '{ $.eventVersion > 1.05 }',
  '{ $.recipientAccountId = 123456789012 }',
]

const WHERES = [
  'event-name = "Delete*" or errors',
  'not (event-name = "Delete*" or errors)',
  'not errors',
  'not contains bucket',
  'not principal = "*admin*"',
  'event-name in ("ConsoleLogin", "AssumeRole") and mfa != true',
  'not (read-only = true and region = us-east-1)',
  'not (source-ip = 10.0.0.0/8 or source-ip = aws)',
  'requestParameters.bucketName exists',
  'requestParameters.bucketName not exists',
  'requestParameters.maxResults > 10',
  'not requestParameters.maxResults > 10',
  'event-time >= 2021-01-01 and event-time < 2023-06-01',
  'not (event-time >= 2021-01-01 and event-time < 2023-06-01)',
  'access-key-id not exists',
  'error-code exists',
  'resource-name = "*bucket*"',
  'not resource-name = "*bucket*"',
  'user-name != root and user-name exists',
  'not (not (event-source = s3))',
]

/** Those that any tree can be asked, and those about values that stand in these events. */
export function filtersFor(events: readonly LocatedEvent[]): readonly Filter[] {
  const filters: Filter[] = [
    { kind: 'all', of: [] },
    { kind: 'any', of: [] },
    ...PRESETS.flatMap(({ filter }): Filter[] => [filter, { kind: 'not', of: filter }]),
    ...[true, false].flatMap((value): Filter[] => [
      { kind: 'read-only', value },
      { kind: 'mfa', value },
      { kind: 'not', of: { kind: 'mfa', value } },
    ]),
    { kind: 'errors' },
    { kind: 'contains', values: ['bucket'] },
    ...CATEGORIES.map((category): Filter => ({ kind: 'category', any: [category] })),
    { kind: 'category', any: ['Management', 'Data'] },
    { kind: 'not', of: { kind: 'category', any: ['Data'] } },
    ...IPS.flatMap((value): Filter[] => [
      { kind: 'source-ip', values: [value] },
      { kind: 'not', of: { kind: 'source-ip', values: [value] } },
    ]),
    { kind: 'source-ip', values: ['internet', '!AWS*', 'private'] },
    ...PATTERNS.map((source): Filter => ({ kind: 'pattern', node: parsePattern(source) })),
    ...WHERES.map((source) => parseWhere(source, { now: new Date('2024-08-19T00:00:00Z'), zone: UTC })),
  ]
  for (const field of [...TEXT_FIELDS, ...PATHS]) filters.push(...onField(field, events))
  return filters
}

function onField(field: string, events: readonly LocatedEvent[]): readonly Filter[] {
  const texts = new Set<string>()
  const { texts: read } = comparedOf(field)
  for (const { event } of events) {
    const found = read(event)
    for (const text of typeof found === 'string' ? [found] : (found ?? [])) texts.add(text)
    if (texts.size > 40) break
  }
  const [first = 'none', second = 'nothing'] = [...texts].filter((_, n) => n % 7 === 3 || texts.size < 8)
  const some = escapeValue(first)
  const values = [
    [some],
    [`!${some}`],
    [`${escapeValue(first.slice(0, 3))}*`],
    ['*'],
    ['!*'],
    [`*${escapeValue(second.slice(-3))}`, `!${some}`],
  ]
  return values.flatMap((typed): Filter[] => [
    { kind: 'text', field, values: typed },
    { kind: 'not', of: { kind: 'text', field, values: typed } },
  ])
}
