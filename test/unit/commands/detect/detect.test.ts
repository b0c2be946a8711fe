import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const { folder, write } = tempLogs()
const rules = join(folder, 'rules')
mkdirSync(rules)

const HEAD = 'logsource: {product: aws, service: cloudtrail}\n'
function rule(name: string, text: string): string {
  const path = join(rules, `${name}.yml`)
  writeFileSync(path, text)
  return path
}

let made = 0
function event(eventName: string, seconds: number, rest: object = {}): object {
  made++
  return {
    eventName,
    eventTime: new Date(Date.parse('2024-08-18T10:00:00Z') + seconds * 1000).toISOString(),
    eventID: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    recipientAccountId: '123456789012',
    userIdentity: { type: 'IAMUser', userName: 'ann', arn: 'arn:aws:iam::123456789012:user/ann' },
    ...rest,
  }
}

const detect = async (...argv: string[]) => {
  const result = await runCli(['detect', ...argv, '--no-pack'])
  const rows = result.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { ...result, rows }
}

const logs = write('a.json', [
  event('Knock', 30, { sourceIPAddress: '198.51.100.1' }),
  event('Knock', 10, { sourceIPAddress: '198.51.100.1' }),
  event('knock', 20, { sourceIPAddress: '198.51.100.1' }),
  event('Enter', 40, { sourceIPAddress: '198.51.100.1' }),
  event('Other', 50),
])

const knock = rule(
  'knock',
  `title: Knock\nname: knock\nlevel: low\n${HEAD}detection: {s: {eventName: Knock}, condition: s}`,
)
const enter = rule(
  'enter',
  `title: Enter\nname: enter\nlevel: high\nauthor: Ann\n${HEAD}detection: {s: {eventName: Enter}, condition: s}`,
)
rule(
  'burst',
  'title: Burst\nlevel: high\ncorrelation: {type: event_count, rules: [knock], group-by: [sourceIPAddress], timespan: 1m, condition: {gte: 3}}',
)
const ordered = rule(
  'ordered',
  'title: In order\nlevel: critical\ncorrelation: {type: temporal_ordered, rules: [knock, enter], group-by: [sourceIPAddress], timespan: 1m}',
)

describe('findings', () => {
  test('of a rule have counts, times and who', async () => {
    const { rows, code } = await detect(logs, '--rules', knock, '--min-level', 'low')
    expect(rows).toMatchObject([
      {
        level: 'low',
        rule: 'Knock',
        count: 3,
        first: '2024-08-18T10:00:10Z',
        last: '2024-08-18T10:00:30Z',
        identities: { 'user ann': 3 },
      },
    ])
    expect(code).toBe(0)
  })

  test('of correlations come in the order of time, whatever the order in the files', async () => {
    const { rows } = await detect(logs, '--rules', rules, '--min-level', 'medium')
    expect(rows.map(({ rule }) => rule)).toEqual(['In order', 'Burst'])
    expect(rows[1]).toMatchObject({ count: 1, groups: [{ group: ['198.51.100.1'], count: 3 }] })
  })

  test('of the rules that a correlation is about are not reported, unless it says so', async () => {
    const generating = rule(
      'generating',
      'title: G\nlevel: high\ncorrelation: {generate: true, type: event_count, rules: [enter], timespan: 1m, condition: {gte: 9}}',
    )
    const files = [enter, generating].flatMap((path) => ['--rules', path])
    expect((await detect(logs, ...files)).rows.map(({ rule }) => rule)).toEqual(['Enter'])
    const quiet = [enter, knock, ordered].flatMap((path) => ['--rules', path])
    expect((await detect(logs, ...quiet)).rows.map(({ rule }) => rule)).toEqual(['In order'])
  })

  test('name the author of a rule of somebody else', async () => {
    const { stdout } = await runCli(['detect', logs, '--rules', enter, '--no-pack', '-o', 'table'])
    expect(stdout).toContain('Enter (by Ann)')
  })

  test('count each event once, however many copies there are', async () => {
    const copies = join(folder, 'copies')
    mkdirSync(copies)
    const one = JSON.stringify({ Records: [event('Enter', 0)] })
    writeFileSync(join(copies, 'a.json'), one)
    writeFileSync(join(copies, 'b.json'), one)
    expect((await detect(copies, '--rules', enter)).rows).toMatchObject([{ count: 1 }])
  })
})

describe('a rule that cannot be asked', () => {
  test('is named, the others are asked, and the exit code says so', async () => {
    const odd = rule('odd', `title: Odd\n${HEAD}detection: {s: {a|windash: x}, condition: s}`)
    const { stderr, rows, code } = await detect(logs, '--rules', odd, '--rules', enter)
    expect(stderr).toContain(`refused: ${odd}: Odd: the modifier 'windash' of 'a|windash' is not supported`)
    expect(rows).toHaveLength(1)
    expect(code).toBe(1)
  })

  test.each([
    [
      'a regular expression that has no end',
      `title: R\n${HEAD}detection: {s: {eventName|re: '(a'}, condition: s}`,
      'the regular expression',
    ],
    [
      'a correlation of rules that are not there',
      'title: C\ncorrelation: {type: temporal, rules: [nobody], timespan: 1m}',
      'correlates rules that are not there: nobody',
    ],
    ['text that moves the cursor', `title: "\\e[31mred"\n${HEAD}x: 1`, '\\x1b[31mred: has no detection'],
  ])('%s', async (name, text, what) => {
    const path = rule(name.replaceAll(' ', '-'), text)
    const { stderr, code } = await detect(logs, '--rules', path, '--rules', enter, '-q')
    expect(stderr).toContain(what)
    expect(code).toBe(1)
  })
})

test('a regular expression that would take for ever elsewhere takes no time', async () => {
  const slow = rule(
    'slow',
    `title: Slow\nlevel: high\n${HEAD}detection: {s: {userAgent|re: '(a+)+$'}, condition: s}`,
  )
  const file = write('slow.json', [event('X', 0, { userAgent: `${'a'.repeat(50_000)}!` })])
  expect((await detect(file, '--rules', slow)).rows).toEqual([])
})

describe('-o html', () => {
  const hot = `${HEAD}title: '<b>Hot</b>'\nid: hot\nlevel: high\ndetection: {s: {eventName: Hot}, condition: s}\n`
  const events = write('page.json', [event('Hot', 0), event('Cold', 1), event('Hot', 2)])

  test('is a page of the findings, and of the events that match with their records', async () => {
    const { stdout, stderr, code } = await runCli([
      'detect',
      events,
      '--no-pack',
      '--rules',
      rule('hot', hot),
      '-o',
      'html',
    ])
    expect(code).toBe(0)
    expect(stderr).toContain('2 events matched by 1 rule')
    expect(stdout).toContain('<h3>&lt;b&gt;Hot&lt;/b&gt;</h3>')
    expect(stdout).toContain("default-src 'none'")
    const packed = /id="packed">([^<]*)</.exec(stdout)![1]!
    const lines = gunzipSync(Buffer.from(packed, 'base64')).toString().trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    expect(JSON.parse(lines[0]!)).toEqual(
      expect.arrayContaining(['2024-08-18T10:00:00Z', '<b>Hot</b> (high)', 'Hot']),
    )
    expect(JSON.parse(lines[3]!)).toMatchObject({ eventName: 'Hot', recipientAccountId: '123456789012' })
  })

  test.each([['--events'], ['--list'], ['--details']])('a page cannot be combined with %s', async (other) => {
    const { stderr, code } = await runCli(['detect', events, '-o', 'html', other])
    expect(code).toBe(2)
    expect(stderr).toMatch(new RegExp(`^error: -o html cannot be combined with ${other}\n`))
  })

  test('is not for a terminal', async () => {
    const { stderr, code } = await runCli(['detect', events, '-o', 'html'], { tty: true })
    expect(code).toBe(2)
    expect(stderr).toContain('redirect it')
  })
})

function rulesFolder(name: string): string {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}

describe('a rules folder', () => {
  const hot = `${HEAD}title: Hot\nid: hot\nlevel: high\ndetection: {s: {eventName: Hot}, condition: s}\n`
  const events = write('folder.json', [event('Hot', 0)])

  test('may have links in circles and to nothing', async () => {
    const path = rulesFolder('circle')
    writeFileSync(join(path, 'hot.yml'), hot)
    symlinkSync('.', join(path, 'again'))
    symlinkSync('nowhere.yml', join(path, 'broken.yml'))
    symlinkSync('self.yml', join(path, 'self.yml'))
    const { rows, stderr, code } = await detect(events, '--rules', path)
    expect(rows).toMatchObject([{ rule: 'Hot', count: 1 }])
    expect(stderr).toContain('broken.yml: does not exist, or is a link to nothing')
    expect(stderr).toContain('self.yml: is a link to itself')
    expect(code).toBe(1)
  })

  test('with a file that is not UTF-8 is read without it', async () => {
    const path = rulesFolder('latin')
    writeFileSync(join(path, 'latin.yml'), Buffer.from(hot.replace('Hot', 'caf\u00e9'), 'latin1'))
    const { stderr, code } = await runCli(['detect', events, '--no-pack', '--rules', path])
    expect(stderr).toContain('latin.yml: is not UTF-8')
    expect(code).toBe(2)
  })

  test('with a list of 50,000 values takes no time', { timeout: 120_000 }, async () => {
    const path = rulesFolder('long')
    const values = Array.from({ length: 50_000 }, (_, i) => `x${i}`).join(',')
    writeFileSync(join(path, 'long.yml'), hot.replace('eventName: Hot', `eventName: [${values},Hot]`))
    expect((await detect(events, '--rules', path)).rows).toMatchObject([{ rule: 'Hot', count: 1 }])
  })
})

test('nothing found is explained by the rules, not by the kind of events', async () => {
  const events = write('cold.json', [event('Cold', 0)])
  const { stderr } = await runCli(['detect', events])
  expect(stderr).toContain('hint: no event matches a rule; a lower --min-level evaluates more rules')
  const insights = await runCli(['insights', events])
  expect(insights.stderr).toContain('hint: no Insights events found')
  expect(insights.stderr).not.toContain('--kind')
})
