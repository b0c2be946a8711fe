// How often what we derive from a record agrees with what CloudTrail's LookupEvents answered beside it, for each field and
// each kind of event. From the command line: node test/derived/agreement.js FILE [dist folder]. The file is saved output of
// `aws cloudtrail lookup-events`, or has one {"outer": …, "record": …} a line.

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const FIELDS = ['EventName', 'EventSource', 'Username', 'ReadOnly', 'AccessKeyId', 'Resources']

/** @typedef {{ outer: Record<string, unknown>, record: Record<string, unknown> }} Answer */

/** @returns {Answer[]} */
export function parseAnswers(text) {
  const whole = parsed(text)
  if (Array.isArray(whole?.Events))
    return whole.Events.map((outer) => ({ outer, record: JSON.parse(outer.CloudTrailEvent) }))
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)]))
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * For each answer the fields that differ, with what CloudTrail says and what we say. A field that the answer lacks is compared
 * too: CloudTrail leaves out what it has no value for.
 * @param {Answer[]} answers
 * @param {(record: Record<string, unknown>) => Record<string, unknown>} derive an element of Events without its answer beside
 */
export function compareAnswers(answers, derive) {
  return answers.map(({ outer, record }) => {
    const ours = derive(record)
    const differing = FIELDS.filter((field) => plain(field, outer[field]) !== plain(field, ours[field]))
    return { event: String(record.eventName), outer, ours, differing }
  })
}

/** Resources are a set: CloudTrail itself gives them in several orders. */
function plain(field, value) {
  if (field !== 'Resources') return value ?? null
  const pairs = (value ?? []).map(
    ({ ResourceType = '', ResourceName = '' }) => `${ResourceType ?? ''} ${ResourceName}`,
  )
  return [...new Set(pairs)].sort(byText).join('\n')
}

function byText(a, b) {
  return a < b ? -1 : 1
}

/** Lines of a table: one a field, then one for each kind of event that does not agree in everything. */
export function report(results) {
  const lines = FIELDS.map((field) => {
    const agree = results.filter(({ differing }) => !differing.includes(field)).length
    return `${field.padEnd(14)} ${String(agree).padStart(4)} of ${results.length}`
  })
  const events = [...new Set(results.map(({ event }) => event))].sort(byText)
  for (const event of events) {
    const same = results.filter((result) => result.event === event)
    const fields = FIELDS.filter((field) => same.some(({ differing }) => differing.includes(field)))
    if (fields.length === 0) continue
    const whole = same.filter(({ differing }) => differing.length === 0).length
    lines.push(`${event}: ${whole} of ${same.length} agree; ${fields.join(', ')} differ`)
    const first = same.find(({ differing }) => differing.length > 0)
    for (const field of first.differing) {
      lines.push(
        `  CloudTrail ${JSON.stringify(first.outer[field])}`,
        `  derived    ${JSON.stringify(first.ours[field])}`,
      )
    }
  }
  return lines
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = join(dirname(fileURLToPath(import.meta.url)), '../../dist')
  const load = (path) => import(pathToFileURL(join(dist, path)).href)
  const [{ lookupEvent }, { eventOf }] = await Promise.all([
    load('format/lookup-event.js'),
    load('event/event.js'),
  ])
  const derive = (record) => JSON.parse(lookupEvent(eventOf(record), Buffer.from('{}')))
  const answers = parseAnswers(readFileSync(process.argv[2], 'utf8'))
  console.log(report(compareAnswers(answers, derive)).join('\n'))
}
