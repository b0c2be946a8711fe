// Parses published Sigma rule files to rules as plain data. The only module that uses YAML. A rule that cannot be
// parsed completely is refused by name, because a partly evaluated rule would give wrong results.

import { loadAll, YAMLException } from 'js-yaml'
import { isObject } from '../util/json.ts'
import { parseCondition } from './condition.ts'
import {
  CORRELATION_TYPES,
  LEVELS,
  type CorrelationRule,
  type CountOperator,
  type Detection,
  type Rule,
  type RuleHead,
} from './rule.ts'
import { RuleError } from './rule-error.ts'
import { parseField, parseKeyword } from './value.ts'

/** Rule files are written by people; a larger file is something else. */
export const MAX_RULE_FILE = 1 << 20
/** Levels of lists and maps. */
const MAX_DEPTH = 100

export interface RefusedRule {
  readonly file: string
  /** The rule's title, if it could be read. */
  readonly title: string | undefined
  readonly what: string
}

export interface ParsedRules {
  readonly rules: readonly Rule[]
  readonly refused: readonly RefusedRule[]
  /** Number of rules for other logs than CloudTrail's. */
  readonly foreign: number
}

/** Parses all documents of one file. Never throws: what cannot be parsed is among the refused. */
export function parseSigma(text: string, file: string): ParsedRules {
  const rules: Rule[] = []
  const refused: RefusedRule[] = []
  let foreign = 0
  let documents: readonly unknown[]
  try {
    documents = readYaml(text)
  } catch (error) {
    return { rules, refused: [{ file, title: undefined, what: reason(error) }], foreign }
  }
  for (const document of documents) {
    if (document === null || document === undefined) continue
    try {
      if (!isObject(document))
        throw new RuleError('is not a rule: a map with title and detection is expected')
      if (isForOtherLogs(document)) foreign++
      else rules.push(ruleOf(document, file))
    } catch (error) {
      const title = isObject(document) && typeof document.title === 'string' ? document.title : undefined
      refused.push({ file, title, what: reason(error) })
    }
  }
  return { rules, refused, foreign }
}

function readYaml(text: string): readonly unknown[] {
  if (text.length > MAX_RULE_FILE) throw new RuleError('is larger than 1 MB, which no rule file is')
  // No aliases, because a few lines of them can expand to gigabytes.
  return loadAll(text, { maxAliases: 0, maxDepth: MAX_DEPTH })
}

function reason(error: unknown): string {
  if (error instanceof RuleError) return error.message
  return yamlFailure(error)
}

function yamlFailure(error: unknown): string {
  const what = error instanceof YAMLException ? error.reason : String(error)
  if (what.includes('maxAliases')) return 'has YAML aliases, which are not supported'
  if (what.includes('maxDepth')) return 'is nested too deeply'
  return `is not YAML: ${what}`
}

type Fields = Readonly<Record<string, unknown>>

function isForOtherLogs(document: Fields): boolean {
  const { logsource } = document
  if (!isObject(logsource)) return false
  const { product, service } = logsource
  return (product !== undefined && product !== 'aws') || (service !== undefined && service !== 'cloudtrail')
}

function ruleOf(document: Fields, file: string): Rule {
  const head = headOf(document, file)
  if (document.correlation !== undefined) return correlationOf(document.correlation, head)
  const { detection } = document
  if (!isObject(detection)) throw new RuleError('has no detection')
  const { condition, ...named } = detection as Fields
  const selections = new Map(
    Object.entries(named)
      .filter(([name]) => name !== 'timeframe')
      .map(([name, selection]) => [name, selectionOf(name, selection)]),
  )
  const conditions = Array.isArray(condition) ? (condition as readonly unknown[]) : [condition]
  const parsed = conditions.map((one) => {
    if (typeof one !== 'string') throw new RuleError('has no condition')
    return parseCondition(one, selections)
  })
  return { kind: 'event', ...head, detection: parsed.length === 1 ? parsed[0]! : { kind: 'any', of: parsed } }
}

/** A map means all of its fields, a list of maps any of them, a list of texts any of these words. */
function selectionOf(name: string, selection: unknown): Detection {
  if (Array.isArray(selection)) {
    const parts = selection as readonly unknown[]
    if (parts.length === 0) throw new RuleError(`the selection '${name}' is empty`)
    return anyOf(parts.map((part) => (isObject(part) ? selectionOf(name, part) : parseKeyword(part))))
  }
  if (!isObject(selection)) return parseKeyword(selection)
  const of = Object.entries(selection as Fields).map(([key, value]) => parseField(key, value))
  if (of.length === 0) throw new RuleError(`the selection '${name}' is empty`)
  return of.length === 1 ? of[0]! : { kind: 'all', of }
}

function anyOf(of: readonly Detection[]): Detection {
  return of.length === 1 ? of[0]! : { kind: 'any', of }
}

function headOf(document: Fields, file: string): RuleHead {
  const { title, level } = document
  if (typeof title !== 'string' || title === '') throw new RuleError('has no title')
  return {
    id: textOr(document.id) ?? title,
    name: textOr(document.name),
    title,
    level: LEVELS.find((known) => known === level) ?? 'medium',
    author: textOr(document.author),
    description: textOr(document.description),
    tags: textsOf(document.tags),
    falsePositives: textsOf(document.falsepositives),
    references: textsOf(document.references),
    license: textOr(document.license),
    response: textsOf(document.response),
    file,
  }
}

function correlationOf(value: unknown, head: RuleHead): CorrelationRule {
  if (!isObject(value)) throw new RuleError('has a correlation that is not a map')
  const fields = value as Fields
  const type = CORRELATION_TYPES.find((known) => known === fields.type)
  if (type === undefined)
    throw new RuleError(`the correlation type '${String(fields.type)}' is not supported`)
  const rules = textsOf(fields.rules)
  if (rules.length === 0) throw new RuleError('has a correlation of no rules')
  const condition = conditionOf(fields.condition, type)
  const field = isObject(fields.condition) ? textOr((fields.condition as Fields).field) : undefined
  if (type === 'value_count' && field === undefined) throw new RuleError('value_count needs a field to count')
  return {
    kind: 'correlation',
    ...head,
    type,
    rules,
    groupBy: textsOf(fields['group-by']),
    aliases: aliasesOf(fields.aliases),
    timespan: timespanOf(fields.timespan ?? fields.timeframe),
    condition,
    field,
    generate: fields.generate === true,
  }
}

const COUNT_OPERATORS: readonly CountOperator[] = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq']

function conditionOf(value: unknown, type: string): CorrelationRule['condition'] {
  if (value === undefined && type.startsWith('temporal')) return []
  if (!isObject(value)) throw new RuleError(`the correlation type '${type}' needs a condition`)
  const limits = COUNT_OPERATORS.flatMap((op) => {
    const limit = (value as Fields)[op]
    if (limit === undefined) return []
    if (typeof limit !== 'number' || !Number.isFinite(limit)) throw new RuleError(`'${op}' needs a number`)
    return [{ op, value: limit }]
  })
  if (limits.length === 0) throw new RuleError('the condition of the correlation compares nothing')
  return limits
}

const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

function timespanOf(value: unknown): number {
  const [, count = '', unit = ''] = /^(\d{1,9})([smhdw])$/.exec(String(value)) ?? []
  const span = Number(count) * (Object.hasOwn(UNITS, unit) ? UNITS[unit]! : Number.NaN)
  if (!(span > 0))
    throw new RuleError(`the timespan '${String(value)}' is not a number and one of s, m, h, d, w`)
  return span
}

function aliasesOf(value: unknown): CorrelationRule['aliases'] {
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value as Fields).map(([alias, paths]) => [
      alias,
      isObject(paths)
        ? Object.fromEntries(Object.entries(paths as Fields).map(([rule, path]) => [rule, String(path)]))
        : {},
    ]),
  )
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function textsOf(value: unknown): readonly string[] {
  const values = Array.isArray(value) ? (value as readonly unknown[]) : [value]
  return values.filter((one) => typeof one === 'string')
}
