import { describe, expect, it } from 'vitest'
import {
  makeFinding,
  REASONS,
  type Chain,
  type FindingFacts,
  type Reason,
} from '../../../src/integrity/finding.ts'
import {
  CSV_COLUMNS,
  findingCells,
  findingJson,
  startReport,
  summaryLines,
  textLine,
} from '../../../src/integrity/report.ts'
import { bucketSource, signedTree } from '../../helpers/signed-tree.ts'

const source = bucketSource(signedTree({ hours: 0 }))
const chain: Chain = {
  id: '123456789012/eu-west-1/t@us-east-1',
  folder: 's3://trail-bucket/AWSLogs/123456789012/',
  account: '123456789012',
  region: 'eu-west-1',
  trail: 't',
  homeRegion: 'us-east-1',
  backfill: false,
}
const backfill: Chain = { ...chain, id: `${chain.id} (backfill)`, backfill: true }
const T = Date.parse('2015-08-17T14:01:31Z')
const HOUR = 3_600_000

const make = (
  subject: FindingFacts['subject'],
  reason: Reason,
  more: Partial<FindingFacts> = {},
  words: Record<string, string> = {},
) => makeFinding(reason, { subject, source, key: 'k', chain, ...more }, words)

const times = { from: T, to: T + HOUR }
const key = { fingerprint: 'f00', region: 'us-east-1' }

describe('lines', () => {
  it.each([
    [make('digest', 'valid'), 'Digest file\ts3://trail-bucket/k\tvalid'],
    [make('log', 'valid'), 'Log file\ts3://trail-bucket/k\tvalid'],
    [
      make('digest', 'moved'),
      'Digest file\ts3://trail-bucket/k\tINVALID: has been moved from its original location',
    ],
    [make('digest', 'invalid-format'), 'Digest file\ts3://trail-bucket/k\tINVALID: invalid format'],
    [make('digest', 'not-found'), 'Digest file\ts3://trail-bucket/k\tINVALID: not found'],
    [
      make('digest', 'key-not-found', {}, key),
      'Digest file\ts3://trail-bucket/k\tINVALID: public key not found in region us-east-1 for fingerprint f00',
    ],
    [
      make('digest', 'key-unusable', {}, key),
      'Digest file\ts3://trail-bucket/k\tINVALID: Unable to load PKCS #1 key with fingerprint f00',
    ],
    [
      make('digest', 'digest-altered'),
      'Digest file\ts3://trail-bucket/k\tINVALID: signature verification failed',
    ],
    [make('log', 'hash-mismatch'), "Log file\ts3://trail-bucket/k\tINVALID: hash value doesn't match"],
    [
      make('log', 'second-member', { chain: backfill }),
      'Log file\ts3://trail-bucket/k\tINVALID: unexpected data after end of compressed stream',
    ],
    [make('digest', 'valid', { chain: backfill }), '(backfill) Digest file\ts3://trail-bucket/k\tvalid'],
    [
      make('chain', 'gap', times),
      'No log files were delivered by CloudTrail between 2015-08-17T14:01:31Z and 2015-08-17T15:01:31Z',
    ],
    [
      make('chain', 'gap', { ...times, chain: backfill }),
      '(backfill) No log files were delivered by CloudTrail between 2015-08-17T14:01:31Z and 2015-08-17T15:01:31Z',
    ],
    [
      make('chain', 'ends-early', times),
      'Digest chain\t123456789012/eu-west-1/t@us-east-1\tno digest files between 2015-08-17T14:01:31Z and 2015-08-17T15:01:31Z',
    ],
  ])('%#: %o', (finding, line) => expect(textLine(finding)).toBe(line))

  it('go through what makes them safe', () => {
    const finding = make('log', 'unreadable', { key: '\u001b[2J' }, { why: '\u001b]0;x', __proto__: 'x' })
    expect(textLine(finding, (text) => text.replaceAll('\u001b', '?'))).toBe(
      'Log file\ts3://trail-bucket/?[2J\tINVALID: could not be read: ?]0;x',
    )
  })

  it('take words as they are', () => {
    expect(make('digest', 'key-not-found', {}, { fingerprint: '$&{region}', region: '$1' }).text).toBe(
      'INVALID: public key not found in region $1 for fingerprint $&{region}',
    )
  })
})

describe('data', () => {
  it('has every field of a finding, in JSON and in CSV', () => {
    const json = findingJson(make('digest', 'valid', times))
    expect(json).toEqual({
      subject: 'digest',
      verdict: 'valid',
      reason: 'valid',
      text: 'valid',
      uri: 's3://trail-bucket/k',
      account: '123456789012',
      region: 'eu-west-1',
      trail: 't',
      homeRegion: 'us-east-1',
      backfill: false,
      from: '2015-08-17T14:01:31Z',
      to: '2015-08-17T15:01:31Z',
    })
    expect(Object.keys(json)).toEqual([...CSV_COLUMNS])
    expect(findingCells(make('log', 'not-covered', { chain: undefined }))).toEqual([
      'log',
      'uncovered',
      'not-covered',
      'not covered by any digest file',
      's3://trail-bucket/k',
      '',
      '',
      '',
      '',
      'false',
      '',
      '',
    ])
  })
})

describe('what it amounts to', () => {
  const outcome = (...findings: readonly ReturnType<typeof make>[]) => {
    const report = startReport()
    for (const finding of findings) report.add(finding)
    return report.outcome()
  }
  const good = make('digest', 'valid', times)

  it.each([
    ['valid', [good, make('log', 'valid')]],
    ['valid', [good, make('chain', 'gap', times), make('log', 'not-covered')]],
    ['valid', [make('digest', 'signature-unavailable'), good]],
    ['not-valid', [good, make('log', 'hash-mismatch')]],
    ['not-valid', [good, make('log', 'not-found')]],
    ['not-valid', [good, make('log', 'unreadable')]],
    ['not-valid', [good, make('digest', 'key-not-found')]],
    ['not-valid', [good, make('chain', 'missing-between', times)]],
    ['not-valid', [make('digest', 'invalid-format')]],
    ['not-valid', [make('chain', 'unlisted')]],
    ['not-valid', [make('digest', 'not-found'), make('digest', 'key-not-found')]],
  ])('%s: %#', (kind, findings) => expect(outcome(...findings)).toEqual({ kind }))

  it.each([
    ['no-digests', []],
    ['no-digests', [make('log', 'no-digests')]],
    ['no-keys', [make('digest', 'key-not-found'), make('log', 'digest-not-valid')]],
    ['no-signatures', [make('digest', 'signature-unavailable'), make('log', 'unsigned-digest')]],
  ])('nothing verified, %s: %#', (why, findings) =>
    expect(outcome(...findings)).toEqual({ kind: 'nothing-verified', why }),
  )

  it('closes like the AWS CLI', () => {
    const report = startReport()
    const asked = { start: T + HOUR / 2, end: T + 4 * HOUR }
    const lines = () => summaryLines(report.totals(), asked)
    expect(lines()).toEqual([
      'Results requested for 2015-08-17T14:31:31Z to 2015-08-17T18:01:31Z',
      'No digests found',
    ])
    report.add(make('digest', 'moved'))
    expect(lines().slice(1)).toEqual([
      'No valid digests found in range',
      '',
      '0/1 digest files valid, 1/1 digest files INVALID',
    ])
    report.add(good)
    report.add(make('digest', 'valid', { from: T + HOUR, to: T + 2 * HOUR, chain: backfill }))
    report.add(make('log', 'valid'))
    report.add(make('log', 'not-found'))
    report.add(make('log', 'not-covered', { chain: undefined }))
    report.add(make('chain', 'gap', times))
    expect(lines()).toEqual([
      'Results requested for 2015-08-17T14:31:31Z to 2015-08-17T18:01:31Z',
      'Results found for 2015-08-17T14:31:31Z to 2015-08-17T16:01:31Z:',
      '',
      '1/2 digest files valid, 1/2 digest files INVALID',
      '1/1 backfill digest files valid',
      '1/2 log files valid, 1/2 log files INVALID',
    ])
    expect(report.totals()).toMatchObject({ gaps: 1, logs: { uncovered: 1 }, from: T, to: T + 2 * HOUR })
    expect(report.chains()).toMatchObject([
      {
        chain,
        digests: { valid: 1, invalid: 1 },
        logs: { valid: 1, missing: 1 },
        gaps: 1,
        from: T,
        to: T + HOUR,
      },
      { chain: backfill, digests: { valid: 1 }, logs: { valid: 0 }, gaps: 0, from: T + HOUR },
    ])
  })

  it('says so where no time was asked for', () => {
    expect(summaryLines(startReport().totals(), {})).toEqual(['No digests found'])
  })
})

it('every wording of something bad begins as in the AWS CLI', () => {
  for (const { verdict, text } of Object.values(REASONS)) {
    const isBad = verdict === 'invalid' || verdict === 'missing' || verdict === 'unreadable'
    expect(text.startsWith('INVALID: ')).toBe(isBad)
  }
})
