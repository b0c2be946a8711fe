// What LookupEvents is asked, out of what is wanted: the window of time and one attribute, the most selective for which
// the service gives all that the filter would take. The rest is filtered here. Pure.

import type { Wanted } from '../source.ts'
import { partitionOf } from '../cloudtrail/regions.ts'

export type HistoryCategory = 'Management' | 'Insight'

export interface Question {
  readonly category: HistoryCategory
  readonly attribute: Attribute | undefined
}

export interface Attribute {
  readonly AttributeKey:
    | 'AccessKeyId'
    | 'EventId'
    | 'EventName'
    | 'EventSource'
    | 'ReadOnly'
    | 'ResourceName'
    | 'Username'
  readonly AttributeValue: string
}

/** The most selective first. Types of resources are named differently often enough to be filtered here. */
const KEYS: readonly (readonly [field: string, key: Attribute['AttributeKey']])[] = [
  ['event-id', 'EventId'],
  ['access-key-id', 'AccessKeyId'],
  ['resource-name', 'ResourceName'],
  ['user-name', 'Username'],
  ['event-name', 'EventName'],
  ['event-source', 'EventSource'],
  ['read-only', 'ReadOnly'],
]
/** Of Insights events, it knows these alone. */
const INSIGHT_KEYS: readonly Attribute['AttributeKey'][] = ['EventId', 'EventName', 'EventSource']

/** Values of one attribute that are asked for one by one: with more, everything costs no more. */
const MAX_VALUES = 4
const MAX_LENGTH = 2000

/** In one Region; each event that is wanted is in the answers to one of them. */
export function questionsFor({ equal = new Map() }: Wanted, region: string): readonly Question[] {
  const kinds = equal.get('event-category')
  const questions: Question[] = []
  for (const category of ['Management', 'Insight'] as const) {
    if (kinds !== undefined && !kinds.includes(category)) continue
    const attributes = attributesOf(equal, category, region)
    for (const attribute of attributes ?? [undefined]) questions.push({ category, attribute })
  }
  return questions
}

function attributesOf(
  equal: NonNullable<Wanted['equal']>,
  category: HistoryCategory,
  region: string,
): readonly Attribute[] | undefined {
  for (const [field, AttributeKey] of KEYS) {
    if (category === 'Insight' && !INSIGHT_KEYS.includes(AttributeKey)) continue
    const typed = equal.get(field)
    if (typed === undefined) continue
    const texts = field === 'event-source' ? typed.flatMap((text) => serviceNames(text, region)) : typed
    const values = [...new Set(texts)]
    if (values.length > MAX_VALUES || !values.every(isAllowed)) continue
    return values.map((AttributeValue) => ({ AttributeKey, AttributeValue }))
  }
  return undefined
}

// `ec2` is the service's whole name, which in China has two forms.
function serviceNames(text: string, region: string): readonly string[] {
  if (text.includes('.')) return [text]
  const name = `${text}.amazonaws.com`
  return partitionOf(region) === 'aws-cn' ? [name, `${name}.cn`] : [name]
}

// The service counts `_`, spaces, commas and line ends twice.
function isAllowed(value: string): boolean {
  return value !== '' && value.length + (value.match(/[_ ,\n]/g)?.length ?? 0) <= MAX_LENGTH
}
