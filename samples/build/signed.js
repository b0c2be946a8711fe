// @ts-check
// Half a day of a trail with log file validation: four hourly digest files, one of an hour in which nothing was
// delivered, and the same tree after six ways of tampering, each what somebody would do who wants an event gone or
// made up. The key is the samples' own: it signs nothing else.

import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { gzip, logFileKey } from './delivery.js'
import { iamUser } from './identity.js'
import { seeded } from './random.js'
import { logFileText, record } from './record.js'
import { hashOf, publicKeyFile, signedDigest, signerOf } from './signing.js'

/** @typedef {import('./delivery.js').SampleFile} SampleFile */
/** @typedef {Map<string, Buffer>} Tree contents by path */

const ACCOUNT = '123456789012'
const REGION = 'eu-west-1'
const BUCKET = 'example-cloudtrail-logs'
const HOUR = 3_600_000
const FIRST = at('08:01:31')

const ALICE = user('alice', 'AIDACKCEVSQ6C2EXAMPLE', 'AKIAIOSFODNN7EXAMPLE', '192.0.2.17')
const JORGE = user('jorge_souza', 'AIDAJQABLZS4A3EXAMPLE', 'AKIAI44QH8DHBEXAMPLE', '198.51.100.73')

/** @type {readonly { delivered: string, unique: string, calls: readonly [clock: string, call: string, who: typeof ALICE, params: object][] }[]} */
const DELIVERIES = [
  {
    delivered: '08:15:00',
    unique: 'MorningTagsEXAMP',
    calls: [
      [
        '08:11:20',
        'ec2:CreateTags',
        ALICE,
        { resourcesSet: { items: [{ resourceId: 'i-0a1b2c3d4e5f67890' }] } },
      ],
      [
        '08:11:48',
        'ec2:StartInstances',
        ALICE,
        { instancesSet: { items: [{ instanceId: 'i-0a1b2c3d4e5f67890' }] } },
      ],
    ],
  },
  {
    delivered: '10:28:00',
    unique: 'NewAdminUserEXAM',
    calls: [
      ['10:22:05', 'iam:CreateUser', JORGE, { userName: 'backup-agent' }],
      [
        '10:22:31',
        'iam:AttachUserPolicy',
        JORGE,
        { userName: 'backup-agent', policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
      ],
      ['10:23:10', 'iam:CreateAccessKey', JORGE, { userName: 'backup-agent' }],
    ],
  },
  {
    delivered: '10:46:00',
    unique: 'LateMorningRunEX',
    calls: [['10:40:57', 'ec2:RunInstances', ALICE, { instanceType: 't3.small', minCount: 1, maxCount: 1 }]],
  },
  {
    delivered: '11:25:00',
    unique: 'StopInstancesEXA',
    calls: [
      [
        '11:20:12',
        'ec2:StopInstances',
        ALICE,
        { instancesSet: { items: [{ instanceId: 'i-0a1b2c3d4e5f67890' }] } },
      ],
    ],
  },
]

/** @returns {{ signed: SampleFile[], tampered: SampleFile[], publicKeys: string }} `tampered` has a folder for each way */
export function signed() {
  const signer = signerOf(createPrivateKey(readFileSync(new URL('sample-key.pem', import.meta.url), 'utf8')))
  const { tree, logs, digests } = signedTree(signer)
  const [, theAct = ''] = logs
  const [, , itsDigest = ''] = digests
  /** @type {Readonly<Record<string, (tree: Tree) => void>>} */
  const ways = {
    'log-altered': (tree) => rewrite(tree, theAct, (text) => text.replaceAll('jorge_souza', 'alice')),
    'log-deleted': (tree) => tree.delete(theAct),
    'log-added': (tree) => {
      const path = `AWSLogs/${logKey('11:40:00', 'MadeUpByNobodyEX')}`
      tree.set(path, gzip(madeUp('11:35:02'), at('11:40:00')))
    },
    'record-appended': (tree) =>
      tree.set(theAct, Buffer.concat([contentOf(tree, theAct), gzip(madeUp('10:24:40'), at('10:28:00'))])),
    'digest-altered': (tree) => {
      tree.delete(theAct)
      rewrite(tree, itsDigest, (text) => withoutLog(text, theAct))
    },
    'digest-deleted': (tree) => {
      tree.delete(theAct)
      tree.delete(itsDigest)
      tree.delete(`${itsDigest}.metadata.json`)
    },
  }
  const tampered = Object.entries(ways).flatMap(([way, tamper]) => {
    const copy = new Map(tree)
    tamper(copy)
    return filesOf(copy, `${way}/`)
  })
  return { signed: filesOf(tree, ''), tampered, publicKeys: publicKeyFile(signer) }
}

function signedTree(/** @type {import('./signing.js').Signer} */ signer) {
  const random = seeded('signed')
  /** @type {Tree} */
  const tree = new Map()
  const delivered = DELIVERIES.map(({ delivered, unique, calls }) => {
    const time = at(delivered)
    const key = `AWSLogs/${logKey(delivered, unique)}`
    const text = logFileText(calls.map((call) => recordOf(random, ...call)))
    tree.set(key, gzip(text, time))
    const times = calls.map(([clock]) => at(clock))
    return { time, key, hash: hashOf(text), oldest: Math.min(...times), newest: Math.max(...times) }
  })
  const place = {
    root: 'AWSLogs',
    account: ACCOUNT,
    region: REGION,
    trail: 'management-events',
    homeRegion: REGION,
  }
  const digests = []
  /** @type {import('./signing.js').Link | undefined} */
  let previous
  for (let start = FIRST; start < FIRST + 4 * HOUR; start += HOUR) {
    const end = start + HOUR
    const logs = delivered.filter(({ time }) => time >= start && time < end)
    const digest = signedDigest(signer, place, { bucket: BUCKET, start, end, logs, previous })
    tree.set(digest.key, gzip(digest.text, end))
    // What `download` keeps of the object's metadata, where CloudTrail puts the signature.
    tree.set(`${digest.key}.metadata.json`, Buffer.from(`${JSON.stringify(digest.metadata, undefined, 2)}\n`))
    digests.push(digest.key)
    previous = digest
  }
  return { tree, logs: delivered.map(({ key }) => key), digests }
}

/** @param {import('./random.js').Random} random @param {string} clock @param {string} call @param {typeof ALICE} who @param {object} params */
function recordOf(random, clock, call, who, params) {
  return record(random, { at: at(clock), call, who, account: ACCOUNT, region: REGION, params })
}

/** A record that puts the blame on somebody else. */
function madeUp(/** @type {string} */ clock) {
  const call = recordOf(seeded('made up'), clock, 'iam:CreateAccessKey', ALICE, { userName: 'backup-agent' })
  return logFileText([call])
}

function withoutLog(/** @type {string} */ digest, /** @type {string} */ key) {
  const document = JSON.parse(digest)
  const logFiles = document.logFiles.filter((/** @type {{ s3Object: string }} */ log) => log.s3Object !== key)
  return JSON.stringify({ ...document, logFiles })
}

function rewrite(
  /** @type {Tree} */ tree,
  /** @type {string} */ path,
  /** @type {(text: string) => string} */ change,
) {
  tree.set(path, gzip(change(gunzipSync(contentOf(tree, path)).toString()), at('12:30:00')))
}

function contentOf(/** @type {Tree} */ tree, /** @type {string} */ path) {
  const bytes = tree.get(path)
  if (!bytes) throw new Error(`no ${path} in the signed tree`)
  return bytes
}

function filesOf(/** @type {Tree} */ tree, /** @type {string} */ folder) {
  return [...tree].map(([path, bytes]) => ({ path: folder + path, bytes }))
}

function logKey(/** @type {string} */ delivered, /** @type {string} */ unique) {
  return logFileKey({
    account: ACCOUNT,
    kind: 'CloudTrail',
    region: REGION,
    delivered: at(delivered),
    unique,
  })
}

function user(
  /** @type {string} */ name,
  /** @type {string} */ id,
  /** @type {string} */ key,
  /** @type {string} */ ip,
) {
  return {
    identity: iamUser({ account: ACCOUNT, name, id, key }),
    ip,
    agent: 'aws-cli/2.17.32 ua/2.0 os/linux#6.1 lang/python#3.11.9',
  }
}

function at(/** @type {string} */ clock) {
  return Date.parse(`2024-08-18T${clock}Z`)
}
