// @ts-check
// A bucket in a process of its own: `node s3-serve.js FOLDER LATENCY_MS` serves a folder as `trail-bucket`, from memory,
// with side-cars as object metadata and public-keys.json for ListPublicKeys, and prints its endpoint. Every answer waits
// for the latency, as S3's does. Supports only the requests of the AWS CLI and the AWS SDK.

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { BUCKET } from './digests.js'

const SIDECAR = '.metadata.json'
const PAGE = 1000
const MODIFIED = new Date('2024-08-18')

const [folder = '.', latency = '0'] = process.argv.slice(2)
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
const objects = new Map(
  files
    .filter((key) => key.startsWith('AWSLogs/') && !key.endsWith(SIDECAR))
    .sort()
    .map((key) => [key, readFileSync(join(folder, key))]),
)
const metadata = new Map(
  files
    .filter((key) => key.endsWith(SIDECAR))
    .map((key) => [key.slice(0, -SIDECAR.length), headersOf(readFileSync(join(folder, key), 'utf8'))]),
)
const keys = [...objects.keys()]
const saved = join(folder, 'public-keys.json')
const publicKeys = asAnswered(existsSync(saved) ? readFileSync(saved, 'utf8') : '{"PublicKeyList":[]}')

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume()
  if (latency === '0') answer(request, response)
  else setTimeout(() => answer(request, response), Number(latency))
})
server.listen(0, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  console.log(`http://127.0.0.1:${address.port}`)
})

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
function answer(request, response) {
  const [path = '', search] = (request.url ?? '').split('?')
  if (request.method === 'POST')
    return send(response, 200, publicKeys, { 'content-type': 'application/x-amz-json-1.1' })
  const [, bucket = '', ...rest] = path.split('/').map(decodeURIComponent)
  const key = rest.join('/')
  if (bucket !== BUCKET) return send(response, 404, error('NoSuchBucket'))
  if (key === '') {
    const query = new URLSearchParams(search)
    if (query.has('location')) return send(response, 200, Buffer.from('<LocationConstraint/>'))
    return send(response, 200, Buffer.from(listing(query)), { 'content-type': 'application/xml' })
  }
  const bytes = objects.get(key)
  if (!bytes) return send(response, 404, error('NoSuchKey'))
  send(response, 200, bytes, { etag: '"x"', 'last-modified': MODIFIED.toUTCString(), ...metadata.get(key) })
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {Buffer} body */
function send(response, status, body, headers = {}) {
  response
    .writeHead(status, { 'content-length': body.length, 'x-amz-bucket-region': 'us-east-1', ...headers })
    .end(body)
}

function error(/** @type {string} */ code) {
  return Buffer.from(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}

/** Both versions of the listing: the AWS CLI's validate-logs uses the first. */
function listing(/** @type {URLSearchParams} */ query) {
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const after = query.get('continuation-token') ?? query.get('start-after') ?? query.get('marker') ?? ''
  const most = Math.min(PAGE, Number(query.get('max-keys') ?? PAGE))
  /** @type {string[]} */
  const entries = []
  let last = after
  let isCut = false
  for (let at = firstFrom(prefix > after ? prefix : after); at < keys.length; at++) {
    const key = keys[at] ?? ''
    if (!key.startsWith(prefix)) break
    if (key <= last || (last.endsWith('/') && key.startsWith(last))) continue
    if (entries.length === most) {
      isCut = true
      break
    }
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
    last = cut < 0 ? key : key.slice(0, cut + 1)
    entries.push(
      cut < 0
        ? `<Contents><Key>${key}</Key><Size>${objects.get(key)?.length}</Size><LastModified>${MODIFIED.toISOString()}</LastModified><ETag>"x"</ETag><StorageClass>STANDARD</StorageClass></Contents>`
        : `<CommonPrefixes><Prefix>${last}</Prefix></CommonPrefixes>`,
    )
  }
  const next = isCut
    ? `<NextMarker>${last}</NextMarker><NextContinuationToken>${last}</NextContinuationToken>`
    : ''
  return `<?xml version="1.0"?><ListBucketResult><Name>${BUCKET}</Name><Prefix>${prefix}</Prefix><KeyCount>${entries.length}</KeyCount><MaxKeys>${most}</MaxKeys><IsTruncated>${isCut}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`
}

/** Index of the first key that is not less than a text. */
function firstFrom(/** @type {string} */ text) {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

/** The service returns times as epoch seconds; the AWS CLI prints them as text. */
function asAnswered(/** @type {string} */ saved) {
  return Buffer.from(
    saved.replaceAll(/(Time": )"([^"]+)"/g, (_, name, time) => `${name}${Date.parse(time) / 1000}`),
  )
}

function headersOf(/** @type {string} */ sidecar) {
  return Object.fromEntries(
    Object.entries(JSON.parse(sidecar)).map(([name, value]) => [`x-amz-meta-${name}`, value]),
  )
}
