// The samples as a newcomer finds them: what the generator writes is what is committed, and the story can be found.
// Reads the files with zlib and JSON.parse only, so that it says nothing about the program.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const committed = resolve(import.meta.dirname, '../../samples')
const PRODUCTION = '444455556666'
const STRANGE = '198.51.100.73'

let fresh = ''
beforeAll(() => {
  fresh = mkdtempSync(join(tmpdir(), 'samples-'))
  execFileSync(process.execPath, [join(committed, 'generate.js'), fresh])
})
afterAll(() => rmSync(fresh, { recursive: true, force: true }))

describe('the generator', () => {
  // zlib differs between Node versions, so contents are compared as they inflate.
  test.each(['logs', 'chains', 'damaged', 'signed', 'tampered'])('writes %s as committed', (tree) => {
    const written = filesOf(join(fresh, tree))
    expect(written).toEqual(filesOf(join(committed, tree)))
    const contents = (root: string) => written.map((file) => [file, contentOf(join(root, tree, file))])
    expect(contents(committed)).toEqual(contents(fresh))
  })

  test('writes the public keys as committed', () => {
    const [ours, theirs] = [fresh, committed].map((root) =>
      readFileSync(join(root, 'public-keys.json'), 'utf8'),
    )
    expect(ours).toBe(theirs)
  })

  test('stays well under a megabyte', () => {
    const bytes = filesOf(committed).map((file) => readFileSync(join(committed, file)).length)
    expect(bytes.length).toBeGreaterThan(100)
    expect(bytes.reduce((total, size) => total + size, 0)).toBeLessThan(500_000)
  })

  test('names each file for a minute two to ten minutes after its events', () => {
    const regular = logFiles('CloudTrail').filter(({ file }) => !/abcde|DeliveredTwice/.test(file))
    const minutes = regular.flatMap(({ file, records }) => {
      const [, year, month, day, hour, minute] = /_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z_/.exec(file) ?? []
      const delivered = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:59Z`)
      return records.map((record) => (delivered - Date.parse(record.eventTime)) / 60_000)
    })
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(2)
    expect(Math.max(...minutes)).toBeLessThanOrEqual(11)
  })
})

describe('the tutorial', () => {
  const records = logFiles('CloudTrail', 'logs/tutorial').flatMap((file) => file.records)

  test('has the sign-in of Mary_Major', () => {
    const logins = records.filter((record) => record.eventName === 'ConsoleLogin')
    expect(logins).toHaveLength(1)
    expect(logins[0]).toMatchObject({
      eventTime: '2019-06-10T17:14:09Z',
      awsRegion: 'us-east-1',
      userIdentity: { userName: 'Mary_Major' },
    })
  })

  test('has a file with the name of the tutorial', () => {
    const name = '123456789012_CloudTrail_us-east-2_20190610T1255abcdeEXAMPLE.json.gz'
    expect(filesOf(join(committed, 'logs/tutorial')).some((file) => file.endsWith(`/${name}`))).toBe(true)
  })

  test('has the making of the trail, in order', () => {
    const writes = records.filter((record) => record.readOnly === false && record.awsRegion === 'us-east-2')
    const expected = 'CreateKeyPair CreateBucket PutBucketPolicy CreateTrail StartLogging PutEventSelectors'
    expect(
      inTime(writes)
        .map((record) => record.eventName)
        .join(' '),
    ).toBe(expected)
  })
})

describe('the organization', () => {
  const files = logFiles('CloudTrail', 'logs/organization')
  const records = files.flatMap((file) => file.records)
  const named = (...names: readonly string[]) => records.filter((record) => names.includes(record.eventName))

  test('spans four accounts, three Regions and four days', () => {
    expect(distinct(records, (record) => record.recipientAccountId)).toEqual([
      '000123456789',
      '111122223333',
      PRODUCTION,
      '777788889999',
    ])
    expect(distinct(records, (record) => record.awsRegion)).toEqual(['eu-west-1', 'us-east-1', 'us-west-2'])
    expect(distinct(records, (record) => record.eventTime.slice(0, 10))).toHaveLength(4)
  })

  test('has every kind of identity', () => {
    expect(distinct(records, (record) => String(record.userIdentity?.type))).toEqual([
      'AWSAccount',
      'AWSService',
      'AssumedRole',
      'Directory',
      'FederatedUser',
      'IAMUser',
      'IdentityCenterUser',
      'Role',
      'Root',
      'SAMLUser',
      'Unknown',
      'WebIdentityUser',
      'undefined',
    ])
  })

  test('one sign-in without MFA worked, after six from the same address failed without an errorCode', () => {
    const logins = named('ConsoleLogin')
    const noMfa = logins.filter((record) => succeeded(record) && record.additionalEventData.MFAUsed === 'No')
    expect(noMfa.map((record) => [record.userIdentity?.userName, record.sourceIPAddress])).toEqual([
      ['jorge_souza', STRANGE],
    ])
    const failed = logins.filter((record) => !succeeded(record))
    expect(failed).toHaveLength(6)
    expect(failed.every((record) => record.sourceIPAddress === STRANGE && record.errorMessage)).toBe(true)
    expect(failed.some((record) => 'errorCode' in record)).toBe(false)
  })

  test('the key made for another user opened the bucket, and its denied calls are there', () => {
    const made = named('CreateAccessKey')
    expect(made).toHaveLength(1)
    expect(made[0]?.requestParameters.userName).toBe('svc_reporting')
    const key = made[0]?.responseElements.accessKey.accessKeyId
    const used = records.filter((record) => record.userIdentity?.accessKeyId === key)
    expect(used.filter((record) => record.errorCode)).toHaveLength(12)
    expect(used.map((record) => record.eventName)).toContain('DeleteBucketPublicAccessBlock')
    const opened = used.filter(
      (record) => record.requestParameters?.bucketPolicy?.Statement[0].Principal === '*',
    )
    expect(opened).toHaveLength(2)
    expect(distinct(opened, (record) => record.eventID)).toHaveLength(1)
  })

  test('strangers read objects, one of them in the last minutes of a day', () => {
    const anonymous = records.filter((record) => record.userIdentity?.accountId === 'ANONYMOUS_PRINCIPAL')
    expect(anonymous).toHaveLength(5)
    const crossing = files.filter(({ file, records: inFile }) =>
      inFile.some((record) => record.eventTime.startsWith('2024-08-17') && file.includes('/2024/08/18/')),
    )
    expect(crossing.flatMap((file) => file.records).map((record) => record.eventTime)).toEqual([
      '2024-08-17T23:58:41Z',
    ])
  })

  test('the trail was stopped and deleted, and the organization trail withstood', () => {
    const stops = inTime(named('StopLogging', 'DeleteTrail')).map(
      (record) => `${record.eventName} ${record.errorCode ?? 'worked'}`,
    )
    expect(stops).toEqual([
      'StopLogging NotOrganizationMasterAccountException',
      'StopLogging worked',
      'DeleteTrail worked',
    ])
  })

  test('root came in the morning, with MFA', () => {
    const root = records.filter(
      (record) => record.userIdentity?.type === 'Root' && record.eventTime > '2024-08-18',
    )
    expect(root).toHaveLength(8)
    expect(root.some((record) => record.additionalEventData?.MFAUsed === 'Yes')).toBe(true)
  })

  test('shared events are two, each with an ID of its own', () => {
    const assumed = named('AssumeRole').filter((record) => record.requestParameters.externalId)
    const pairs = distinct(assumed, (record) => record.sharedEventID)
    expect(assumed).toHaveLength(pairs.length * 2)
    expect(distinct(assumed, (record) => record.eventID)).toHaveLength(assumed.length)
  })

  test('has the texts and values that a reader must not trip over', () => {
    const text = files.map((file) => file.text).join('\n')
    expect(text).toContain(String.raw`"userAgent":"\u001b[2J`)
    expect(text).toContain('"userAgent":"=HYPERLINK(')
    expect(text).toContain('\u202E')
    expect(text).toContain('"current-snapshot-id":6530921847291503842')
    expect(text).toContain(String.raw`"keyMaterial":"\u003csensitiveDataRemoved\u003e"`)
    expect(text).toContain(
      '{"reason":"requestParameters too large","originalSize":"131219","omitted":"true"}',
    )
    expect(text).toContain('"__proto__":"polluted"')
  })

  test('has data events, and files of the other kinds', () => {
    expect(distinct(records, (record) => record.eventCategory)).toEqual(['Data', 'Management'])
    expect(logFiles('CloudTrail-NetworkActivity').flatMap((file) => file.records)).toHaveLength(2)
    const insights = inTime(logFiles('CloudTrail-Insight').flatMap((file) => file.records))
    expect(insights.map((record) => record.insightDetails.state).join(' ')).toBe('Start End Start')
    expect(insights[0]?.sharedEventID).toBe(insights[1]?.sharedEventID)
    expect(
      filesOf(join(committed, 'logs')).filter((file) => file.includes('/CloudTrail-Aggregated/')),
    ).toHaveLength(1)
    expect(filesOf(join(committed, 'logs')).filter((file) => file.includes('/Config/'))).toHaveLength(1)
  })
})

describe('the signed tree', () => {
  const signedFiles = filesOf(join(committed, 'signed'))
  const digests = signedFiles.filter((file) => /CloudTrail-Digest.*\.gz$/.test(file))

  test('has four digests in a row, one of them of an empty hour, and each with its signature beside it', () => {
    const documents = digests.map((file) => JSON.parse(contentOf(join(committed, 'signed', file))))
    expect(documents.map((document) => document.logFiles.length)).toEqual([1, 0, 2, 1])
    expect(documents.map((document) => document.previousDigestS3Object)).toEqual([
      null,
      ...digests.slice(0, 3),
    ])
    for (const file of digests) expect(signedFiles).toContain(`${file}.metadata.json`)
  })

  test('lists its log files with their hashes', () => {
    const entries = digests.flatMap((file) => JSON.parse(contentOf(join(committed, 'signed', file))).logFiles)
    for (const { s3Object, hashValue } of entries) {
      const content = contentOf(join(committed, 'signed', s3Object))
      expect(createHash('sha256').update(content).digest('hex')).toBe(hashValue)
    }
    expect(distinct(entries, (entry) => entry.s3Object)).toEqual(
      signedFiles.filter((file) => !file.includes('Digest')),
    )
  })

  test('was tampered with in six ways, each in few files', () => {
    const ways = distinct(filesOf(join(committed, 'tampered')), (file) => file.split('/')[0]!)
    expect(ways).toEqual([
      'digest-altered',
      'digest-deleted',
      'log-added',
      'log-altered',
      'log-deleted',
      'record-appended',
    ])
    for (const way of ways) {
      const changed = differences(join(committed, 'signed'), join(committed, 'tampered', way))
      expect([way, changed.length > 0 && changed.length <= 3]).toEqual([way, true])
    }
  })
})

/** The tests above say what they expect of each record. */
type Sample = Record<string, any> & { readonly eventTime: string; readonly eventName: string }

interface LogFile {
  readonly file: string
  readonly text: string
  readonly records: readonly Sample[]
}

function logFiles(kind: string, tree = 'logs'): LogFile[] {
  const files = filesOf(join(committed, tree)).filter((file) => file.includes(`/${kind}/`))
  return files.map((file) => {
    const text = gunzipSync(readFileSync(join(committed, tree, file))).toString()
    return { file, text, records: JSON.parse(text).Records }
  })
}

function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** Of a file that does not inflate, only that fact is compared: where a cut falls depends on the zlib. */
function contentOf(path: string): string {
  const bytes = readFileSync(path)
  if (!path.endsWith('.gz')) return bytes.toString()
  try {
    return gunzipSync(bytes).toString()
  } catch (error) {
    return String(error)
  }
}

function succeeded(record: Sample): boolean {
  return record['responseElements'].ConsoleLogin === 'Success'
}

function inTime(records: readonly Sample[]): Sample[] {
  return [...records].sort((left, right) => left.eventTime.localeCompare(right.eventTime))
}

/** Files that only one of two folders has, or that differ. */
function differences(left: string, right: string): string[] {
  const files = distinct([...filesOf(left), ...filesOf(right)], (file) => file)
  return files.filter((file) => bytesOf(join(left, file)) !== bytesOf(join(right, file)))
}

function bytesOf(path: string): string {
  return existsSync(path) ? readFileSync(path).toString('base64') : 'none'
}

function distinct<T>(records: readonly T[], value: (record: T) => string): string[] {
  return [...new Set(records.map(value))].sort()
}
