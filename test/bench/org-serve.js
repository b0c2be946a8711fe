// @ts-check
// The bucket of a large organization that nobody has to store: `node org-serve.js [LATENCY_MS] [ACCOUNTS] [DAYS]` lists the
// log files of so many accounts (default 1,000) × 20 Regions × so many days (default 1,095, until 2025-12-31) under
// AWSLogs/o-exampleorgid/ and makes a file when it is fetched: ten events, 2.6 KB. In two Regions a file comes every five
// minutes, in the others every hour. GET /requests gives the numbers of LISTs, GETs and listed keys since the last look.
// Every answer waits for the latency, as S3's does.

import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'

const BUCKET = 'org-bucket'
const PAGE = 1000
const [latency = 0, accounts = 1000, days = 1095] = process.argv.slice(2).map(Number)
const ACCOUNTS = Array.from({ length: accounts }, (_, n) => String(111_100_000_000 + n * 7919))
const BUSY = new Set(['us-east-1', 'eu-west-1'])
const REGIONS =
  'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-south-1 eu-west-1 eu-west-2 eu-west-3 me-south-1 sa-east-1 us-east-1 us-east-2 us-gov-west-1 us-west-1 us-west-2'.split(
    ' ',
  )
const LAST = Date.UTC(2025, 11, 31)
const DAYS = Array.from({ length: days }, (_, n) =>
  new Date(LAST - (days - 1 - n) * 86_400_000).toISOString().slice(0, 10).split('-'),
)

/** @type {(parts: readonly string[]) => readonly string[]} names in a folder, in order */
function namesIn(parts) {
  const [, , account, , region = '', year, month] = parts
  switch (parts.length) {
    case 0:
      return ['AWSLogs/']
    case 1:
      return ['o-exampleorgid/']
    case 2:
      return ACCOUNTS.map((one) => `${one}/`)
    case 3:
      return ['CloudTrail/']
    case 4:
      return REGIONS.map((one) => `${one}/`)
    case 5:
      return distinct(DAYS.map(([y]) => `${y}/`))
    case 6:
      return distinct(DAYS.flatMap(([y, m]) => (`${y}/` === year ? [`${m}/`] : [])))
    case 7:
      return DAYS.flatMap(([y, m, d]) => (`${y}/` === year && `${m}/` === month ? [`${d}/`] : []))
    default:
      return filesOf(
        String(account).slice(0, -1),
        region.slice(0, -1),
        parts.slice(5).join('').replaceAll('/', ''),
      )
  }
}

/** @param {readonly string[]} names */
function distinct(names) {
  return [...new Set(names)]
}

/** @param {string} account @param {string} region @param {string} day as 20250131 */
function filesOf(account, region, day) {
  const minutes = BUSY.has(region) ? 5 : 60
  return Array.from({ length: 1440 / minutes }, (_, n) => {
    const at = n * minutes
    const time = `${two(Math.floor(at / 60))}${two(at % 60)}`
    const name = `${account}_CloudTrail_${region}_${day}T${time}Z_`
    return `${name}${createHash('md5').update(name).digest('hex').slice(0, 16)}.json.gz`
  })
}

/** @param {number} n */
function two(n) {
  return String(n).padStart(2, '0')
}

/**
 * What a listing names, in order, behind `after`.
 * @param {string} prefix @param {string} after @param {string} delimiter
 * @returns {Generator<string, void, undefined>}
 */
function* entriesBehind(prefix, after, delimiter, /** @type {string[]} */ parts = []) {
  const path = parts.join('')
  for (const name of namesIn(parts)) {
    const full = path + name
    if (!full.startsWith(prefix) && !prefix.startsWith(full)) continue
    if (full < after && !(name.endsWith('/') && after.startsWith(full))) continue
    if (!name.endsWith('/')) {
      if (full > after) yield full
    } else if (delimiter !== '' && full.length > prefix.length) {
      if (full > after) yield full
    } else yield* entriesBehind(prefix, after, delimiter, [...parts, name])
  }
}

const seen = { lists: 0, gets: 0, listed: 0 }

/** @param {URLSearchParams} query */
function listing(query) {
  const prefix = query.get('prefix') ?? ''
  const after = query.get('continuation-token') ?? query.get('start-after') ?? ''
  const most = Math.min(PAGE, Number(query.get('max-keys') ?? PAGE))
  const found = []
  let isCut = false
  for (const name of entriesBehind(prefix, after, query.get('delimiter') ?? '')) {
    if ((isCut = found.length === most)) break
    found.push(name)
  }
  seen.lists++
  seen.listed += found.length
  const entries = found.map((name) =>
    name.endsWith('/')
      ? `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`
      : `<Contents><Key>${name}</Key><Size>2600</Size><LastModified>${deliveredAt(name)}</LastModified><ETag>"x"</ETag><StorageClass>STANDARD</StorageClass></Contents>`,
  )
  const next = isCut ? `<NextContinuationToken>${found.at(-1)}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult><Name>${BUCKET}</Name><Prefix>${prefix}</Prefix><KeyCount>${found.length}</KeyCount><MaxKeys>${most}</MaxKeys><IsTruncated>${isCut}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`
}

/** @param {string} key */
function deliveredAt(key) {
  return (/_(\d{8}T\d{4})Z_/.exec(key)?.[1] ?? '').replace(
    /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/,
    '$1-$2-$3T$4:$5:00.000Z',
  )
}

/** @param {string} key */
function fileOf(key) {
  const [account = '', , region = ''] = key.split('/').at(-1)?.split('_') ?? []
  const time = deliveredAt(key).replace('.000', '')
  const Records = Array.from({ length: 10 }, (_, n) => {
    const id = createHash('md5').update(`${key}${n}`).digest('hex')
    const name = ['DescribeInstances', 'GetObject', 'AssumeRole', 'PutObject', 'ListBuckets'][n % 5]
    return {
      eventVersion: '1.08',
      userIdentity: {
        type: 'AssumedRole',
        principalId: `AROA${id.slice(0, 16).toUpperCase()}:session`,
        arn: `arn:aws:sts::${account}:assumed-role/app-${n}/session`,
        accountId: account,
      },
      eventTime: time,
      eventSource: 's3.amazonaws.com',
      eventName: name,
      awsRegion: region,
      sourceIPAddress: `203.0.113.${n}`,
      userAgent: 'aws-sdk-java/2.20',
      requestParameters: {
        bucketName: `bucket-${id.slice(0, 6)}`,
        key: id,
        token: createHash('sha512').update(id).digest('hex') + id + id,
      },
      responseElements: null,
      requestID: id.slice(0, 16),
      eventID: id.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
      readOnly: true,
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: account,
    }
  })
  return gzipSync(JSON.stringify({ Records }))
}

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume()
  const [path = '', search] = (request.url ?? '').split('?')
  if (path === '/requests') {
    response.end(`${JSON.stringify(seen)}\n`)
    Object.assign(seen, { lists: 0, gets: 0, listed: 0 })
    return
  }
  setTimeout(() => {
    const [, , ...rest] = path.split('/').map(decodeURIComponent)
    const key = rest.join('/')
    const query = new URLSearchParams(search)
    const headers = { 'x-amz-bucket-region': 'us-east-1', etag: '"made"' }
    if (key !== '') {
      seen.gets++
      response.writeHead(200, headers).end(fileOf(key))
    } else if (query.has('location')) response.writeHead(200, headers).end('<LocationConstraint/>')
    else response.writeHead(200, { ...headers, 'content-type': 'application/xml' }).end(listing(query))
  }, latency)
})
server.listen(0, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  console.log(`http://127.0.0.1:${address.port}`)
})
