// `verify` as a person runs it: output, notes and exit codes, on trees on disk.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { publicKeyFile } from '../../../../samples/build/signing.js'
import { logBytes, writeFiles } from '../../../helpers/log-tree.ts'
import { ROOT } from '../../../helpers/root.ts'
import { runCli } from '../../../helpers/run-cli.ts'
import { mapBucket } from '../../../helpers/s3-bucket.ts'
import { S3_ENV } from '../../../helpers/s3-cli.ts'
import { startS3Server } from '../../../helpers/s3-server.ts'
import { signedTree, testSigner, writeTree, type SignedTree } from '../../../helpers/signed-tree.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-command-'))
  await writeFile(join(folder, 'keys.json'), publicKeyFile(testSigner()))
})
afterEach(() => rm(folder, { recursive: true }))

async function verify(argv: readonly string[], { tty = false, columns = 120, env = {} } = {}) {
  const options = { tty: tty && 'out', columns, cwd: folder, now: '2024-03-12T00:00:00Z' } as const
  const { code, stdout, stderr } = await runCli(['verify', ...argv], {
    ...options,
    env: { HOME: folder, ...env },
  })
  return { code, out: stdout, err: stderr }
}

async function written(tree: SignedTree): Promise<SignedTree> {
  await writeTree(tree, join(folder, 'logs'))
  return tree
}

const OFFLINE = ['logs', '--public-keys', 'keys.json']

const A = '123456789012'
const FROM = '2024-03-10T20:01:31Z'
const TO = '2024-03-10T21:01:31Z'

describe('text', () => {
  it('of a good tree is the summary and a row for each chain', async () => {
    await written(signedTree({}, { region: 'us-east-1', backfill: true, hours: 1 }))
    const { code, out, err } = await verify(OFFLINE)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(
      `Validating log files under logs

Results found for 2024-03-10T20:01:31Z to 2024-03-11T00:01:31Z:

4/4 digest files valid
1/1 backfill digest files valid
10/10 log files valid

Account       Region     Trail                Digests valid  Log files valid  Uncovered  Gaps  From (UTC)            To (UTC)
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
123456789012  eu-west-1  my_trail                       4/4              8/8          0     0  2024-03-10T20:01:31Z  2024-03-11T00:01:31Z
123456789012  us-east-1  my_trail (backfill)            1/1              2/2          0     0  2024-03-10T20:01:31Z  2024-03-10T21:01:31Z
`.replace(/─+/, /─+/.exec(out)![0]),
    )
  })

  it('tells copies of one trail apart by their folders', async () => {
    const keys = ['--public-keys', join(ROOT, 'samples/public-keys.json')]
    const { out } = await verify([join(ROOT, 'samples/tampered'), ...keys])
    const table = out.slice(out.indexOf('Account '))
    expect(table).toMatch(/3\/4 .*tampered\/digest-altered\/AWSLogs\/123456789012\//)
    expect(table).toMatch(/4\/4 .*tampered\/log-added\/AWSLogs\/123456789012\//)
  })

  it('names what is wrong, and all with -v', async () => {
    const tree = signedTree({ hours: 2, logsPerHour: 1 })
    const [log] = tree.chains[0]!.logs[0]!
    tree.objects.get(log!)!.body = Buffer.from('{}')
    const other = log!.replace(/_\w{16}\./, '_ABCDEFGHIJKLMNOP.')
    tree.objects.set(other, { body: Buffer.from('{}'), metadata: {} })
    await written(tree)
    const { code, out } = await verify(OFFLINE)
    expect(code).toBe(1)
    expect(out.split('\n').slice(2, 10)).toEqual([
      `Log file\tlogs/${log}\tINVALID: invalid format`,
      `Log file\tlogs/${other}\tnot covered by any digest file`,
      '',
      'Results found for 2024-03-10T20:01:31Z to 2024-03-10T22:01:31Z:',
      '',
      '2/2 digest files valid',
      '1/2 log files valid, 1/2 log files INVALID',
      '1 log file not covered by any valid digest file',
    ])
    const { out: all } = await verify([...OFFLINE, '-v'])
    expect(all).toContain(`Digest file\tlogs/${tree.chains[0]!.digests[1]}\tvalid\n`)
  })

  it('names five of the files that lie where digest files know of none, and all with -v', async () => {
    const tree = signedTree({ hours: 1, logsPerHour: 1 })
    const [log] = tree.chains[0]!.logs[0]!
    for (let i = 0; i < 7; i++) {
      const other = log!.replace(/_\w{16}\./, `_ABCDEFGHIJKLMNO${i}.`)
      tree.objects.set(other, { body: Buffer.from('{}'), metadata: {} })
    }
    await written(tree)
    const { code, out } = await verify(OFFLINE)
    expect([code, out.match(/\tnot covered by any/g)?.length]).toEqual([0, 5])
    expect(out).toContain('7 log files not covered by any valid digest file (-v names all)\n')
    const { out: all } = await verify([...OFFLINE, '-v'])
    expect(all.match(/\tnot covered by any/g)).toHaveLength(7)
    expect(all).not.toContain('names all')
  })

  it('leaves the times out of the table on a narrow terminal', async () => {
    await written(signedTree({ hours: 1 }))
    const { out } = await verify(OFFLINE, { tty: true, columns: 80 })
    expect(out).toMatch(/123456789012 +eu-west-1 +my_trail +1\/1 +2\/2 +0 +0\s*\n/)
    expect(out).toContain('Not shown at this width: From (UTC), To (UTC)')
  })

  it('has colours on a terminal and no escapes of anybody else', async () => {
    const tree = signedTree({ hours: 1, trail: 'a\u001b[31mtrail' })
    tree.objects.delete(tree.chains[0]!.logs[0]![0]!)
    await written(tree)
    const { out } = await verify(OFFLINE, { tty: true })
    expect(out).toContain('\u001b[31mLog file\t')
    expect(out).toContain('a\\x1b[31mtrail')
    expect(out).not.toContain('a\u001b')
  })
})

describe('data', () => {
  it('is JSON with every finding', async () => {
    const tree = await written(signedTree({ hours: 1, logsPerHour: 1 }))
    const { out } = await verify([...OFFLINE, '-o', 'json'])
    const json = JSON.parse(out) as Record<string, unknown>
    expect(json).toMatchObject({
      findings: [
        { subject: 'digest', verdict: 'valid', uri: `logs/${tree.chains[0]!.digests[0]}`, trail: 'my_trail' },
        { subject: 'log', verdict: 'valid' },
      ],
      chains: [{ chain: { account: '123456789012' }, from: '2024-03-10T20:01:31Z' }],
      totals: { digests: { valid: 1 }, logs: { valid: 1, uncovered: 0 }, to: '2024-03-10T21:01:31Z' },
      outcome: { kind: 'valid' },
    })
    const [chain] = json['chains'] as object[]
    expect(Object.keys(chain!)).toEqual(['chain', 'digests', 'logs', 'gaps', 'from', 'to'])
  })

  it('is CSV with a line each', async () => {
    await written(signedTree({ hours: 1, logsPerHour: 1 }))
    const { out } = await verify([...OFFLINE, '-o', 'csv'])
    const lines = out.split('\r\n')
    expect(lines[0]).toBe('subject,verdict,reason,text,uri,account,region,trail,homeRegion,backfill,from,to')
    expect(lines).toHaveLength(4)
  })
})

describe('when nothing can be verified', () => {
  it('for want of digests, the hint says where they are', async () => {
    const tree = signedTree()
    for (const key of tree.chains[0]!.digests) tree.objects.delete(key)
    await written(tree)
    const { code, err } = await verify(OFFLINE)
    expect(code).toBe(3)
    expect(err).toMatch(
      /^error: nothing could be verified: no digest files were found\nhint: point at .*CloudTrail-Digest/,
    )
    expect((await verify([...OFFLINE, '--region', 'x'])).err).toContain('or widen --start')
  })

  it('for want of keys, the hint says how to get them', async () => {
    await writeFile(join(folder, 'keys.json'), publicKeyFile(testSigner('second')))
    await written(signedTree())
    const { code, err } = await verify(OFFLINE)
    expect(code).toBe(3)
    expect(err).toContain(
      'nothing could be verified: the public keys are not known\nhint: give --public-keys',
    )
  })

  it('for want of signatures, the hint says where to put them', async () => {
    await writeTree(signedTree({ hours: 1 }), join(folder, 'logs'), { sidecars: 'none' })
    const { code, err } = await verify(OFFLINE)
    expect(code).toBe(3)
    expect(err).toContain('X.json.gz.metadata.json')
  })
})

describe('options', () => {
  it.each([
    [['--account', '000000000001'], 2],
    [['--account', '!000000000001'], 4],
    [['--region', 'us-*'], 2],
    [['--trail', 'other', '--trail', 'no'], 2],
    [['--start', '2024-03-10T21:30:00Z', '--end', '2024-03-10T21:40:00Z'], 3],
    [['--last', '26h'], 3],
  ])('%j', async (argv, digests) => {
    await written(
      signedTree(
        { hours: 2, account: '000000000001' },
        { hours: 2, region: 'us-east-1' },
        { hours: 2, trail: 'other' },
      ),
    )
    const { out } = await verify([...OFFLINE, ...argv, '-o', 'json'])
    const { totals } = JSON.parse(out) as { totals: { digests: { valid: number } } }
    expect(totals.digests.valid).toBe(digests)
  })

  it('refuses files that inflate to more than --max-inflated', async () => {
    await written(signedTree({ hours: 1 }))
    const { code, out } = await verify(['logs', ...OFFLINE, '--max-inflated', '100'])
    expect(code).toBe(1)
    expect(out).toContain('inflates to more than 100 bytes')
  })

  it('verifies the samples that are signed where nothing is named', async () => {
    const { stdout, stderr, code } = await runCli(['verify', '-o', 'json'], { cwd: folder, tty: true })
    expect(stderr).toContain('no source given, so these are the samples')
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: { kind: 'valid' },
      totals: { digests: { valid: 4, signatureUnavailable: 0 }, logs: { valid: 4 } },
    })
    expect(code).toBe(0)
  })

  it.each([
    [['--public-keys', 'none.json'], '--public-keys none.json: cannot be read (ENOENT)'],
    [['--public-keys', 'keys.json', '--save-public-keys', 'x'], 'cannot be combined'],
    [['--start', 'soon'], "'soon' is not a time"],
  ])('%j is refused', async (argv, message) => {
    const { code, err } = await verify(['logs', ...argv])
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })

  it('names keys that are left out', async () => {
    await writeFile(join(folder, 'keys.json'), '{"PublicKeyList":[{}]}')
    await written(signedTree({ hours: 1 }))
    expect((await verify(OFFLINE)).err).toContain('note: left out: keys.json: key 1: no Value\n')
  })

  it('--save-public-keys keeps the keys that CloudTrail was asked for', async () => {
    await written(signedTree())
    const { der, fingerprint } = testSigner()
    const server = await startS3Server({
      buckets: {},
      publicKeys: (from, to) => [
        {
          Value: der.toString('base64'),
          Fingerprint: fingerprint,
          ValidityStartTime: from,
          ValidityEndTime: to,
        },
      ],
    })
    try {
      const env = { AWS_ENDPOINT_URL: server.endpoint, AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }
      const { code } = await verify(['logs', '--save-public-keys', 'saved.json'], { env })
      expect(code).toBe(0)
      expect(server.count('ListPublicKeys')).toBe(1)
    } finally {
      await server.close()
    }
    expect(JSON.parse(await readFile(join(folder, 'saved.json'), 'utf8'))).toMatchObject({
      PublicKeyList: [{ Fingerprint: fingerprint, Region: 'eu-west-1' }],
    })
    expect((await verify(['logs', '--public-keys', 'saved.json'])).code).toBe(0)
  })
})

const logOf = (account: string): string =>
  `AWSLogs/${account}/CloudTrail/eu-west-1/2024/03/10/${account}_CloudTrail_eu-west-1_20240310T2030Z_abcdefghijklmnop.json.gz`

async function add(key: string): Promise<void> {
  await writeFiles(join(folder, 'logs'), { [key]: logBytes(key) })
}

describe('trees', () => {
  it('are each verified, and named, whatever the folder above them is called', async () => {
    await written(signedTree({ hours: 1 }))
    const other = signedTree({ hours: 1, prefix: '999988887777/' })
    await writeTree(other, join(folder, 'logs'))
    await add(`us-east-1/2024/${logOf('111122223333')}`)
    const { code, out } = await verify(OFFLINE, { columns: 200 })
    expect(code).toBe(0)
    const table = out.slice(out.indexOf('Account ')).split('\n').slice(2)
    expect(table.map((row) => row.trim().split(/ {2,}/))).toEqual([
      [A, 'eu-west-1', 'my_trail', '1/1', '2/2', '0', '0', FROM, TO, `logs/999988887777/AWSLogs/${A}/`],
      [A, 'eu-west-1', 'my_trail', '1/1', '2/2', '0', '0', FROM, TO, `logs/AWSLogs/${A}/`],
      [
        '111122223333',
        'eu-west-1',
        '(no digest files)',
        '0/0',
        '0/0',
        '1',
        '0',
        '-',
        '-',
        'logs/us-east-1/2024/AWSLogs/111122223333/',
      ],
      [''],
    ])
  })

  it('without digest files, and log files beside them, count with --strict', async () => {
    await written(signedTree({ hours: 1 }))
    expect((await verify([...OFFLINE, '--strict'])).code).toBe(0)
    await add(logOf('111122223333'))
    expect((await verify(OFFLINE)).code).toBe(0)
    expect((await verify([...OFFLINE, '--strict'])).code).toBe(1)
    expect((await verify([...OFFLINE, '--strict', '--account', A])).code).toBe(0)
    await add(logOf(A))
    const { code, out } = await verify([...OFFLINE, '--strict', '--account', A])
    expect(code).toBe(1)
    expect(out).toMatch(/my_trail +1\/1 +2\/2 +1 +0 /)
    expect((await verify([...OFFLINE, '--strict', '--trail', 'my*'])).code).toBe(2)
  })

  it('that cannot be listed are named, and the others are verified', async () => {
    const tree = signedTree({ hours: 1 })
    const content = Object.fromEntries(
      [...tree.objects].map(([key, { body, metadata }]) => [
        key,
        { bytes: body, ...(metadata && { metadata }) },
      ]),
    )
    const server = await startS3Server({
      buckets: { [tree.bucket]: mapBucket({ ...content, 'junk/x': 'x', 'junk/y/z': 'x' }) },
    })
    server.misbehave = ({ kind, key }) =>
      kind === 'ListObjectsV2' && key.startsWith('junk/')
        ? { kind: 'error', status: 403, code: 'AccessDenied', message: 'no' }
        : undefined
    const { code, out } = await verify(
      [
        `s3://${tree.bucket}`,
        'nowhere',
        '--public-keys',
        'keys.json',
        '--end',
        '2024-03-12',
        '--endpoint-url',
        server.endpoint,
      ],
      { env: S3_ENV },
    )
    await server.close()
    expect(code).toBe(1)
    expect(out).toContain(`s3://${tree.bucket}/junk/\tINVALID: could not be listed: access denied`)
    expect(out).toContain('nowhere\tINVALID: could not be listed: no such file or folder')
    expect(out).toContain('2/2 log files valid')
  })
})
