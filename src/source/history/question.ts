// Builds the LookupEvents queries for what is wanted: a time window and one attribute, the most selective one for which
// the service returns every event that the filter accepts. The rest is filtered locally. Pure.

import type { Wanted } from '../source.ts'
import { partitionOf } from '../../util/partition.ts'

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

/**
 * The most selective first. Resource types are left to the local filter, because the service often names them
 * differently.
 */
const KEYS: readonly (readonly [field: string, key: Attribute['AttributeKey']])[] = [
  ['event-id', 'EventId'],
  ['access-key-id', 'AccessKeyId'],
  ['resource-name', 'ResourceName'],
  ['user-name', 'Username'],
  ['event-name', 'EventName'],
  ['event-source', 'EventSource'],
  ['read-only', 'ReadOnly'],
]
/** The only attributes that the service supports for Insights events. */
const INSIGHT_KEYS: readonly Attribute['AttributeKey'][] = ['EventId', 'EventName', 'EventSource']

/** Maximum number of values of one attribute, each a query of its own; with more, reading everything costs no more. */
const MAX_VALUES = 4
const MAX_LENGTH = 2000

/** The queries for one Region; together their results include every wanted event. */
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

// `ec2` stands for the service's full name, which has two forms in China.
function serviceNames(text: string, region: string): readonly string[] {
  if (text.includes('.')) return [text]
  const name = `${text}.amazonaws.com`
  return partitionOf(region) === 'aws-cn' ? [name, `${name}.cn`] : [name]
}

// For this limit the service counts `_`, spaces, commas and line ends twice.
function isAllowed(value: string): boolean {
  return value !== '' && value.length + (value.match(/[_ ,\n]/g)?.length ?? 0) <= MAX_LENGTH
}
