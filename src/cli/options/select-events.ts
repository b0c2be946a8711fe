// Turns the filter options into a filter and a walk plan.

import { CATEGORIES, type Category, EVENT_TYPES } from '../../event/category.ts'
import { eventOf } from '../../event/event.ts'
import { TEXT_FIELDS, type TextField } from '../../event/field-table.ts'
import { allOf, conditions, type Filter, timeRange } from '../../filter/clause.ts'
import { IDENTITY_TYPES } from '../../event/identity.ts'
import { compileFilter } from '../../filter/compile.ts'
import { parseLookupAttributes } from '../../filter/lookup-attributes.ts'
import { parsePattern } from '../../filter/pattern/parse.ts'
import { presetOf } from '../../filter/presets.ts'
import { checkSourceIp } from '../../filter/source-ip.ts'
import type { TimeContext } from '../../filter/time/forms.ts'
import { resolveWindow } from '../../filter/time/window.ts'
import { parseValue } from '../../filter/value-pattern.ts'
import { parseWhere } from '../../filter/where/parse.ts'
import type { Folder } from '../../logfile/object-key.ts'
import type { WalkPlan } from '../../logfile/plan.ts'
import { didYouMean } from '../../util/did-you-mean.ts'
import { UsageError } from '../../util/usage-error.ts'
import { zoneOf } from '../../util/zone.ts'
import type { FilterFlags, Kind, TypedText } from './filter-options.ts'
import { typedTimes } from './time-options.ts'

export interface Selection {
  readonly filter: Filter
  readonly walk: WalkPlan
  /** The console's default filter applies, because no other filter was given. */
  readonly isDefault: boolean
  readonly timeZone: string | undefined
}

export interface SelectionContext {
  readonly now: Date
  /** Hide read-only events if no attribute filter is given, as the console does. */
  readonly hideReadOnly: boolean
  /** Every source is one explicitly named file, which is read whatever kind of event it contains. */
  readonly onlyFiles: boolean
}

/** Throws UsageError for invalid values and combinations. */
export function select(flags: FilterFlags, { now, hideReadOnly, onlyFiles }: SelectionContext): Selection {
  const timeZone = flags.timeZone
  const texts = checkedTexts(flags)
  const attributes = [
    ...texts.filter((clause) => !isScope(clause)),
    ...otherClauses(flags, { now, zone: zoneOf(timeZone ?? 'UTC') }),
  ]
  const window = resolveWindow(typedTimes(flags), now, timeZone)
  const chosen = chosenKinds(flags.kind)
  const isDefault =
    hideReadOnly && attributes.length === 0 && flags.readOnly === undefined && flags.kind === undefined
  const clauses: Filter[] = [...attributes, ...texts.filter(isScope)]
  if (isDefault) clauses.push({ kind: 'read-only', value: false })
  else if (flags.readOnly === 'true' || flags.readOnly === 'false') {
    clauses.push({ kind: 'read-only', value: flags.readOnly === 'true' })
  }
  if (window.start !== undefined || window.end !== undefined) clauses.push({ kind: 'time', ...window })
  if (flags.kind !== undefined && chosen.length < CATEGORIES.length)
    clauses.push({ kind: 'category', any: chosen })
  else if (flags.kind === undefined && !onlyFiles) clauses.push({ kind: 'category', any: chosen })
  const filter = allOf(clauses)
  return {
    filter,
    isDefault,
    timeZone,
    walk: walkFor(filter, {
      folders: new Set(chosen.map((category) => FOLDER_OF[category])),
      lateDays: flags.lateDays,
      ignoreNames: flags.ignoreNames === true,
      now: now.getTime(),
    }),
  }
}

/** Where the events of a filter can be; `how` has the settings that do not follow from the filter. */
export function walkFor(
  filter: Filter,
  how: Pick<WalkPlan, 'folders' | 'lateDays' | 'ignoreNames' | 'now'>,
): WalkPlan {
  return {
    ...how,
    account: folderTest(filter, 'account'),
    region: folderTest(filter, 'region'),
    ...timesOf(filter),
    equal: equalTexts(filter),
  }
}

/** Omits clauses that follow from where the events are looked for, and so need not be shown to the user. */
export function visibleFilter(filter: Filter): Filter {
  return allOf(conditions(filter).filter(({ kind }) => kind !== 'category'))
}

export const FOLDER_OF: Readonly<Record<Category, Folder>> = {
  Management: 'CloudTrail',
  Data: 'CloudTrail',
  Insight: 'CloudTrail-Insight',
  NetworkActivity: 'CloudTrail-NetworkActivity',
  Aggregated: 'CloudTrail-Aggregated',
}

export const CATEGORY_OF: Readonly<Record<Exclude<Kind, 'all'>, Category>> = {
  management: 'Management',
  data: 'Data',
  insight: 'Insight',
  'network-activity': 'NetworkActivity',
  aggregated: 'Aggregated',
}

function chosenKinds(flags: readonly Kind[] | undefined): readonly Category[] {
  if (flags === undefined) return ['Management', 'Data']
  if (flags.includes('all')) return CATEGORIES
  return CATEGORIES.filter((category) =>
    flags.some((kind) => kind !== 'all' && CATEGORY_OF[kind] === category),
  )
}

// The clauses of the field table's options, in the order of the table.
function checkedTexts({ texts = [] }: FilterFlags): readonly TypedText[] {
  for (const { field, values } of texts) {
    if (values.includes('')) throw emptyValue(field)
    for (const value of values) checkKnown(field, value)
  }
  return texts.toSorted((a, b) => TEXT_FIELDS.indexOf(a.field) - TEXT_FIELDS.indexOf(b.field))
}

// Account and Region are the console's context, not one of its filters, so they do not disable the default filter.
function isScope({ field }: TypedText): boolean {
  return field === 'account' || field === 'region'
}

// The clauses of the other options that count as filtering by attribute, which disables the default filter.
function otherClauses(flags: FilterFlags, times: TimeContext): readonly Filter[] {
  const clauses: Filter[] = []
  if (flags.lookupAttributes) clauses.push(...parseLookupAttributes(flags.lookupAttributes))
  if (flags.sourceIp) {
    flags.sourceIp.forEach(checkSourceIp)
    clauses.push({ kind: 'source-ip', values: flags.sourceIp })
  }
  if (flags.errors) clauses.push({ kind: 'errors' })
  if (flags.contains?.includes(''))
    throw new UsageError("--contains '' is empty", 'leave it out: every record contains nothing')
  if (flags.contains) clauses.push({ kind: 'contains', values: flags.contains })
  if (flags.mfa) clauses.push({ kind: 'mfa', value: flags.mfa === 'true' })
  for (const source of flags.filterPattern ?? [])
    clauses.push({ kind: 'pattern', node: parsePattern(source) })
  for (const source of flags.where ?? []) clauses.push(parseWhere(source, times))
  for (const name of flags.preset ?? []) clauses.push(presetOf(name).filter)
  return clauses
}

const CLOSED: { readonly [field in TextField]?: readonly string[] } = {
  'identity-type': IDENTITY_TYPES,
  'event-type': EVENT_TYPES,
  'event-category': CATEGORIES,
}

// For a field with a fixed set of values, an unknown value is an error rather than an empty result. A wildcard still
// accepts values that are not known yet.
function checkKnown(field: TextField, typed: string): void {
  const known = CLOSED[field]
  const { exact } = parseValue(typed)
  if (known === undefined || exact === undefined || known.includes(exact)) return
  const near = didYouMean(exact, known)
  throw new UsageError(
    `--${field} '${typed}' does not exist`,
    near === undefined ? `there are ${known.join(', ')}` : `did you mean ${near}?`,
  )
}

// Most likely an unset shell variable. An empty value would match nothing.
function emptyValue(field: TextField): UsageError {
  return new UsageError(`--${field} '' is empty`, `leave it out, or write '!*' for events without one`)
}

// A test on folder names, from the clauses that every event must satisfy.
function folderTest(filter: Filter, field: 'account' | 'region'): ((name: string) => boolean) | undefined {
  const clauses = conditions(filter).filter((one) => one.kind === 'text' && one.field === field)
  if (clauses.length === 0) return undefined
  const key = field === 'account' ? 'recipientAccountId' : 'awsRegion'
  const test = compileFilter(allOf(clauses))
  return (name) => test(eventOf({ [key]: name }))
}

// For each field, the texts of which every event must have one.
function equalTexts(filter: Filter): ReadonlyMap<string, readonly string[]> {
  const equal = new Map<string, readonly string[]>()
  for (const one of conditions(filter)) {
    if (one.kind === 'read-only') equal.set(one.kind, [String(one.value)])
    if (one.kind === 'category') equal.set('event-category', one.any)
    if (one.kind !== 'text') continue
    const values = one.values.map(parseValue)
    const texts = values.flatMap(({ negated, exact }) => (negated ? [] : (exact ?? [])))
    if (texts.length === values.length) equal.set(one.field, texts)
  }
  return equal
}

// The time range that every event must be in.
function timesOf(filter: Filter): Pick<WalkPlan, 'start' | 'end'> {
  const { start, end } = timeRange(filter)
  return {
    start: start === -Infinity ? undefined : start,
    end: end === Infinity ? undefined : end,
  }
}
