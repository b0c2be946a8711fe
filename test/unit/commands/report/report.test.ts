// `report` without a browser: what the page says, and how it ends.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const logs = tempLogs()

function packedRecords(page: string): readonly string[] {
  const packed = /id="packed">([^<]*)</.exec(page)![1]!
  const lines = gunzipSync(Buffer.from(packed, 'base64')).toString().split('\n')
  return lines.filter((_, i) => i % 2 === 1)
}

/** The text of a section, without its tags. */
function section(page: string, id: string): string {
  const inside = new RegExp(`<section id="${id}".*?</section>`, 's').exec(page)![0]
  return inside.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

test('the events are those of lookup, as delivered and in its order', async () => {
  const { stdout, code } = await runCli(['report', 'samples/logs/organization'])
  const { stdout: lookup } = await runCli(['lookup', 'samples/logs/organization', '-o', 'jsonl', '-q'])
  expect(code).toBe(0)
  expect(packedRecords(stdout)).toEqual(lookup.trimEnd().split('\n'))
  const places = section(stdout, 'places')
  expect(places).toContain('eu-west-1')
})

test('findings are those of detect, correlations included', async () => {
  const { stdout } = await runCli(['report', 'samples/logs', '--min-level', 'low'])
  const { stdout: detect } = await runCli([
    'detect',
    'samples/logs',
    '--min-level',
    'low',
    '-o',
    'jsonl',
    '-q',
  ])
  const findings = detect
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { rule: string; level: string; count: number })
  const shown = [...stdout.matchAll(/<h3>([^<]*)<\/h3>\s*<span[^>]*>(\w+)<\/span\s*>\s*<span>([\d,]+) ×/g)]
  expect(shown.map(([, rule, level, count]) => [rule, level, Number(count)])).toEqual(
    findings.map(({ rule, level, count }) => [rule, level, count]),
  )
})

test('beyond --max-events it says what it left out, and counts all', async () => {
  const { stdout } = await runCli(['report', 'samples/logs/organization', '--max-events', '10'])
  expect(packedRecords(stdout)).toHaveLength(10)
  expect(section(stdout, 'events')).toContain('The newest 10 of 300 events are in this file.')
  expect(section(stdout, 'time')).toContain('300 events')
})

test('who, when, how: the command line as typed, the filter in words, the author only when named', async () => {
  const argv = ['report', 'samples/logs', '--user-name', 'jorge souza', '--title', 'Case <12>']
  const { stdout } = await runCli([...argv, '--author', 'B. Auditor'], { now: '2026-11-26T02:00:00.500Z' })
  expect(stdout).toContain('<title>Case &lt;12&gt;</title>')
  const about = section(stdout, 'about')
  expect(about).toMatch(
    /2026-11-26T02:00:00Z by trail-explore [\d.]+ , B\. Auditor|2026-11-26T02:00:00Z by trail-explore [\d.]+, B\. Auditor/,
  )
  expect(about).toContain('trail-explore report samples/logs --user-name &#39;jorge souza&#39;')
  expect(about).toContain('user name is &quot;jorge souza&quot;')
  expect(section((await runCli(argv)).stdout, 'about')).not.toContain('Auditor')
})

test('the file appears whole, and says what could not be read', async () => {
  logs.write('good.json', [{ eventID: 'a', eventTime: '2024-08-18T10:00:00Z', eventName: 'GetObject' }])
  logs.write('<b>cut.json', ['{"eventID":"b","eventName":"Cut'])
  const file = join(logs.folder, 'evidence.html')
  const { stdout, stderr, code } = await runCli(['report', logs.folder, '--output-file', file])
  expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
  expect(stderr).toContain(`reported in ${file}`)
  const problems = section(readFileSync(file, 'utf8'), 'problems')
  expect(problems).toContain('this report is incomplete')
  expect(problems).toContain('&lt;b&gt;cut.json')
})

test('nothing is written where nothing could be read', async () => {
  const file = join(logs.folder, 'none.html')
  const { code } = await runCli(['report', join(logs.folder, 'missing'), '--output-file', file])
  expect(code).not.toBe(0)
  expect(existsSync(file)).toBe(false)
})

test('--verify says what is not valid and leaves nothing out', async () => {
  const verify = ['--verify', '--public-keys', 'samples/public-keys.json']
  const whole = await runCli(['report', 'samples/signed', ...verify])
  expect(whole.code).toBe(0)
  expect(section(whole.stdout, 'verification')).toContain('is as CloudTrail delivered it')
  const tampered = await runCli(['report', 'samples/tampered/log-deleted', ...verify])
  expect(tampered.code).toBe(1)
  expect(section(tampered.stdout, 'verification')).toMatch(
    /Not everything.*NewAdminUserEXAM\.json\.gz.*not found/,
  )
  const unsigned = await runCli(['report', 'samples/logs/organization', ...verify])
  expect(unsigned.code).toBe(3)
  expect(section(unsigned.stdout, 'verification')).toContain(
    'Nothing could be verified: no digest files were found',
  )
  expect(packedRecords(unsigned.stdout)).toHaveLength(300)
})

/** Of each packed event: its name and whether its log file is verified. */
function verifiedCells(page: string): readonly (readonly [string, string])[] {
  const packed = /id="packed">([^<]*)</.exec(page)![1]!
  const labels = [...page.matchAll(/<li>([^<]*)<\/li>/g)].map(([, label]) => label!).slice(-14)
  expect(labels.at(-1)).toBe('Verified')
  const lines = gunzipSync(Buffer.from(packed, 'base64')).toString().split('\n')
  return lines
    .filter((line, i) => i % 2 === 0 && line !== '')
    .map((line) => JSON.parse(line) as string[])
    .map((cells) => [cells[1]!, cells.at(-2)!])
}

test('--verify says of every event whether its log file is verified', async () => {
  const verify = ['--verify', '--public-keys', 'samples/public-keys.json']
  const whole = verifiedCells((await runCli(['report', 'samples/signed', ...verify])).stdout)
  expect(new Set(whole.map(([, verified]) => verified))).toEqual(
    new Set(['yes: a valid digest file covers its log file']),
  )
  const edited = verifiedCells(
    (await runCli(['report', 'samples/tampered/record-appended', ...verify])).stdout,
  )
  expect(new Set(edited.map(([, verified]) => verified.replace(/:.*/, '')))).toEqual(
    new Set(['yes', 'no, the log file is not valid']),
  )
  const unsigned = verifiedCells((await runCli(['report', 'samples/logs/organization', ...verify])).stdout)
  expect(unsigned.every(([, verified]) => verified === 'no: not covered by any digest file')).toBe(true)
  const only = ['--verified-only', '--public-keys', 'samples/public-keys.json']
  const some = verifiedCells((await runCli(['report', 'samples/tampered/record-appended', ...only])).stdout)
  expect(some.length).toBeLessThan(edited.length)
  expect(some.every(([, verified]) => verified.startsWith('yes'))).toBe(true)
  expect((await runCli(['report', 'samples/signed'])).stdout).not.toContain('<li>Verified</li>')
})

test('what does not fit is said on stderr too', async () => {
  const { stderr } = await runCli(['report', 'samples/logs/organization', '--max-events', '10'])
  expect(stderr).toContain('note: The newest 10 of 300 events are in this file.')
})

test('never HTML to a terminal', async () => {
  const report = await runCli(['report', 'samples/logs'], { tty: true, env: { NO_COLOR: '1' } })
  expect(report).toMatchObject({ stdout: '', code: 2 })
  expect(report.stderr).toContain('--output-file evidence.html')
  const summary = await runCli(['summary', 'samples/logs', '-o', 'html'], { tty: true })
  expect(summary).toMatchObject({ stdout: '', code: 2 })
})

test('standard input is read once, and everything said of it', async () => {
  const record = {
    eventID: 'a',
    eventTime: '2024-08-18T10:00:00Z',
    eventName: 'StopLogging',
    eventSource: 'cloudtrail.amazonaws.com',
  }
  const { stdout } = await runCli(['report', '-'], { stdin: JSON.stringify({ Records: [record] }) })
  expect(packedRecords(stdout)).toEqual([JSON.stringify(record)])
  expect(section(stdout, 'findings')).toContain('Trail stopped or deleted')
  expect(section(stdout, 'presets')).toContain('trail-tampering')
})

test('summary -o html is the same without the events', async () => {
  const { stdout, code } = await runCli(['summary', 'samples/logs', '-o', 'html'])
  expect(code).toBe(0)
  expect(stdout).not.toContain('<script')
  expect(section(stdout, 'time')).toContain('312 events')
  expect(section(stdout, 'about')).toContain('trail-explore summary samples/logs -o html')
  const { stdout: report } = await runCli(['report', 'samples/logs', '--max-events', '0'])
  expect(section(stdout, 'places')).toBe(section(report, 'places'))
  expect(section(stdout, 'places')).toMatch(/444455556666 .*181/)
  const byName = await runCli(['summary', 'samples/logs', '--by', 'event-name', '-o', 'html'])
  expect(byName.stdout).not.toContain('<section id="places"')
  const byMinute = await runCli(['summary', 'samples/logs', '--interval', 'minute', '-o', 'html'])
  expect(section(byMinute.stdout, 'places')).toBe(section(report, 'places'))
})
