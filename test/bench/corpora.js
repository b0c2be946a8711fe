// @ts-check
// Writes the seeded trees that the bench runs on: `node corpora.js NAME… [--scale 0.1]` puts each into data/NAME, with a
// manifest of its contents. Every file is seeded by its position, so a longer tree begins with the same newest days.

import { mkdirSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { logFileKey } from '../../samples/build/delivery.js'
import { seeded } from '../../samples/build/random.js'
import { isoSeconds } from '../../samples/build/record.js'
import { Digests } from './digests.js'
import { DENSE_USER, RARE_NAME, callersOf, slots, templateFor, variables } from './templates.js'

/**
 * @typedef {{ accounts: number, regions: number, days: number, filesADay: number, events: (random: Random) => number,
 *   signed?: boolean, sessions?: boolean }} Shape `signed`: with digest files; `sessions`: one for every five events
 */
/** @typedef {import('../../samples/build/random.js').Random} Random */
/**
 * @typedef {{ corpus: string, scale: number, logs: string, files: number, digests: number, events: number, jsonBytes: number, gzipBytes: number,
 *   rareName: string, rare: number, denseUser: string, dense: number, medianEvents: number, byName: Record<string, number> }} Manifest
 */

export const DATA = join(dirname(fileURLToPath(import.meta.url)), 'data')

const always = (/** @type {number} */ count) => () => count

/** @type {Readonly<Record<string, Shape>>} */
export const CORPORA = {
  large: { accounts: 4, regions: 3, days: 50, filesADay: 4, events: always(125) },
  small: { accounts: 4, regions: 2, days: 50, filesADay: 50, events: always(15) },
  tiny: { accounts: 10, regions: 2, days: 50, filesADay: 50, events: aroundFive },
  delivery: { accounts: 2, regions: 4, days: 22, filesADay: 22, events: aroundFive },
  org: { accounts: 12, regions: 4, days: 90, filesADay: 4, events: (random) => random.between(2, 18) },
  newest1: { accounts: 4, regions: 2, days: 3, filesADay: 4, events: always(20) },
  signed: { accounts: 1, regions: 1, days: 10, filesADay: 240, events: always(15), signed: true },
  bucket: { accounts: 12, regions: 4, days: 60, filesADay: 3, events: (random) => random.between(1, 6) },
  sessions: {
    accounts: 4,
    regions: 2,
    days: 50,
    filesADay: 20,
    events: always(125),
    sessions: true,
  },
  newest100: { accounts: 4, regions: 2, days: 300, filesADay: 4, events: always(20) },
}

const REGIONS = ['us-east-1', 'eu-west-1', 'us-west-2', 'ap-southeast-2']
const NEWEST_DAY = Date.UTC(2024, 7, 18)
const DAY = 86_400_000
const compress = promisify(gzip)

/** @type {Map<string, { dense: readonly string[], others: readonly (readonly string[])[] }>} */
const callers = new Map()

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2))

/**
 * Builds a corpus, or takes the one that is there if it was built at the same scale.
 * @param {string} name @param {number} scale a factor for the number of days @returns {Promise<Manifest>}
 */
export async function corpus(name, scale = 1) {
  const shape = CORPORA[name]
  if (!shape) throw new Error(`no corpus ${name}; there are ${Object.keys(CORPORA).join(', ')}`)
  const folder = join(DATA, scale === 1 ? name : `${name}-${scale}`)
  const manifest = join(folder, 'manifest.json')
  const logs = join(folder, 'logs')
  // The folder of the corpora may have been moved since.
  const saved = () => ({ ...JSON.parse(readFileSync(manifest, 'utf8')), logs })
  if (existsSync(manifest)) return saved()
  rmSync(folder, { recursive: true, force: true })
  const counts = { ...(await write(shape, scale, logs)) }
  writeFileSync(`${manifest}.part`, `${JSON.stringify({ corpus: name, scale, ...counts }, null, 2)}\n`)
  renameSync(`${manifest}.part`, manifest)
  return saved()
}

/** @param {Shape} shape @param {number} scale @param {string} logs */
async function write(shape, scale, logs) {
  const total = {
    files: 0,
    digests: 0,
    events: 0,
    jsonBytes: 0,
    gzipBytes: 0,
    rareName: RARE_NAME,
    rare: 0,
    denseUser: DENSE_USER,
    dense: 0,
  }
  /** @type {Map<string, number>} */
  const byName = new Map()
  /** @type {number[]} */
  const sizes = []
  const digests = shape.signed ? new Digests(logs) : undefined
  /** @type {Promise<void>[]} */
  let writing = []
  for (const file of filesOf(shape, Math.max(1, Math.round(shape.days * scale)))) {
    const made = contents(file, shape, total.files === 0)
    total.files++
    total.events += made.names.length
    total.rare += made.names.filter((event) => event === RARE_NAME).length
    total.dense += made.dense
    total.jsonBytes += made.text.length
    sizes.push(made.names.length)
    digests?.add(file, made.text)
    for (const event of made.names) byName.set(event, (byName.get(event) ?? 0) + 1)
    writing.push(
      compress(made.text).then((bytes) => {
        total.gzipBytes += bytes.length
        const path = join(logs, 'AWSLogs', file.key)
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, bytes)
      }),
    )
    if (writing.length >= 32) {
      await Promise.all(writing)
      writing = []
    }
  }
  await Promise.all(writing)
  total.digests = digests?.write() ?? 0
  const medianEvents = sizes.sort((left, right) => left - right)[sizes.length >> 1] ?? 0
  return {
    ...total,
    medianEvents,
    byName: Object.fromEntries([...byName].sort((left, right) => right[1] - left[1])),
  }
}

/** @param {Shape} shape @param {number} days */
function* filesOf(shape, days) {
  for (let account = 0; account < shape.accounts; account++) {
    for (const region of REGIONS.slice(0, shape.regions)) {
      for (let day = 0; day < days; day++) {
        for (let turn = 0; turn < shape.filesADay; turn++) {
          const id = String(111122223333 + account * 1111)
          const delivered = NEWEST_DAY - day * DAY + Math.floor(((turn + 0.5) / shape.filesADay) * DAY)
          const random = seeded(`${id} ${region} ${delivered}`)
          const key = logFileKey({
            account: id,
            kind: 'CloudTrail',
            region,
            delivered,
            unique: random.unique(),
          })
          yield { account: id, region, delivered, key, random }
        }
      }
    }
  }
}

/** @typedef {{ account: string, region: string, delivered: number, key: string, random: Random }} File */

/** @param {File} file @param {Shape} shape @param {boolean} first whether to make sure of a rare event */
function contents({ account, region, delivered, random }, shape, first) {
  if (!callers.has(account)) {
    const { dense, others } = callersOf(account)
    callers.set(account, { dense: slots(dense), others: others.map(slots) })
  }
  const known = /** @type {NonNullable<ReturnType<typeof callers.get>>} */ (callers.get(account))
  const names = []
  const texts = []
  const count = shape.events(random)
  const offset = random.int(50)
  let denseEvents = 0
  const vary = variables(random)
  // A session and its key are valid for the file; an address, a client and a subject for one event.
  const signed = known.others.map((parts) =>
    filled(parts, { ...vary, ...once({ session: vary.hex16, signer: vary.key }) }),
  )
  const dense = filled(known.dense, vary)
  const roles = known.others.filter((parts) => parts.includes('signer'))
  const users = signed.filter((_, i) => !known.others[i]?.includes('signer'))
  let issued = ''
  let session = ''
  for (let index = 0; index < count; index++) {
    const isDense = (index + offset) % 50 === 0
    const rare = random.int(10_000) === 0 || (first && index === 0)
    // Delivered two to ten minutes after they happened, the oldest first as in most files.
    const time = isoSeconds(delivered - 600_000 + Math.floor((index / count) * 480_000))
    // A call that creates a session, and four calls made with it.
    const isIssue = shape.sessions === true && index % 5 === 0
    if (isIssue) issued = vary.key()
    const caller = isDense ? dense : isIssue ? random.pick(users) : session || random.pick(signed)
    if (isIssue) session = filled(random.pick(roles), { ...vary, session: vary.hex16, signer: () => issued })
    const fixed = {
      ...once({ word: vary.word }),
      account: () => account,
      region: () => region,
      time: () => time,
      caller: () => caller,
      ...(isIssue && { key: () => issued }),
    }
    const text = filled(templateFor(rare && !isIssue, isIssue ? 0 : random.next()), { ...vary, ...fixed })
    if (isDense) denseEvents++
    texts.push(text)
    names.push(/"eventName":"(\w+)"/.exec(text)?.[1] ?? '')
  }
  return { text: `{"Records":[${texts.join(',')}]}`, names, dense: denseEvents }
}

/** Draws each value once, when needed. @param {Record<string, () => string>} draws */
function once(draws) {
  return Object.fromEntries(
    Object.entries(draws).map(([slot, draw]) => [
      slot,
      (
        (value) => () =>
          value
      )(draw()),
    ]),
  )
}

/** @param {readonly string[]} parts text and slots by turns @param {Record<string, () => string>} fill */
function filled(parts, fill) {
  let text = ''
  for (const [index, part] of parts.entries()) text += index % 2 === 0 ? part : fill[part]?.()
  return text
}

/** Sizes as in real deliveries: the median is 5 events, the mean about 8, the tail long. @param {Random} random */
function aroundFive(random) {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  return Math.min(600, Math.max(1, Math.round(5 * Math.exp(normal))))
}

/** @param {readonly string[]} args */
async function main(args) {
  const at = args.indexOf('--scale')
  const scale = at < 0 ? 1 : Number(args[at + 1])
  const names = at < 0 ? args : args.slice(0, at)
  for (const name of names.length > 0 ? names : Object.keys(CORPORA)) {
    const started = performance.now()
    const { files, events, jsonBytes, gzipBytes, rare, dense, medianEvents } = await corpus(name, scale)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(
      `${name}: ${files} files, ${events} events, median ${medianEvents}, ${mib(jsonBytes)} MB of JSON, ${mib(gzipBytes)} MB of gzip, ${rare} rare, ${dense} dense, ${seconds} s`,
    )
  }
}

function mib(/** @type {number} */ bytes) {
  return (bytes / 1e6).toFixed(0)
}
