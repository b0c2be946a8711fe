import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { eventId, historyEvent } from '../../../helpers/history-events.ts'
import { type HistoryEntry, startHistoryServer } from '../../../helpers/history-server.ts'
import { logKey } from '../../../helpers/log-key.ts'
import { type CliOptions, runCli } from '../../../helpers/run-cli.ts'
import { S3_ENV } from '../../../helpers/s3-cli.ts'

const all: string[] = []
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trail-explore-watch-'))
  all.push(folder)
})
afterAll(() => {
  for (const path of all) rmSync(path, { recursive: true })
})

const NOW = '2024-08-18T12:00:00Z'

function event(id: number, at = '2024-08-18T11:50:00Z', rest: object = {}): object {
  const eventID = `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`
  return { eventName: `Call${id}`, eventTime: at, eventID, recipientAccountId: '123456789012', ...rest }
}

let files = 0
function deliver(records: readonly object[], delivered = '2024-08-18T11:55', region = 'us-east-1'): string {
  files++
  const at = Date.parse(`${delivered}Z`)
  const key = logKey({
    account: '123456789012',
    region,
    delivered: at,
    unique: `unique${String(files).padStart(10, '0')}`,
  })
  const path = join(folder, 'logs', key)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, gzipSync(JSON.stringify({ Records: records })))
  return path
}

async function look(argv: readonly string[] = [], options: CliOptions = {}) {
  const result = await runCli(['watch', 'logs', '--once', '--state', 'state', ...argv], {
    cwd: folder,
    now: NOW,
    ...options,
  })
  const lines = result.stdout.split('\n').filter(Boolean)
  return {
    ...result,
    lines,
    names: lines.map((line) => (JSON.parse(line) as { eventName: string }).eventName),
  }
}

describe('what was there before', () => {
  test('is not printed, and what comes later is', async () => {
    deliver([event(1)])
    expect(await look()).toMatchObject({ names: [], code: 0 })
    deliver([event(2), event(3)])
    expect((await look()).names).toEqual(['Call2', 'Call3'])
    expect((await look()).names).toEqual([])
  })

  test('is printed when a time says so', async () => {
    deliver([event(1), event(2, '2024-08-18T08:00:00Z')])
    expect((await look(['--last', '1h'])).names).toEqual(['Call1'])
  })
})

describe('an event is printed once', () => {
  test('whatever file it is in, and however late', async () => {
    deliver([event(1)])
    await look()
    deliver([event(2)])
    expect((await look()).names).toEqual(['Call2'])
    deliver([event(2), event(3, '2024-08-17T23:00:00Z')], '2024-08-18T00:10')
    expect((await look()).names).toEqual(['Call3'])
  })

  test('but again with another content, which is evidence', async () => {
    deliver([event(0)])
    await look()
    deliver([event(1)])
    await look()
    deliver([event(1, '2024-08-18T11:50:00Z', { errorCode: 'AccessDenied' })])
    expect((await look()).names).toEqual(['Call1'])
  })

  test('over midnight', async () => {
    deliver([event(1)], '2024-08-18T23:55')
    await look([], { now: '2024-08-18T23:58:00Z' })
    deliver([event(2, '2024-08-18T23:58:00Z')], '2024-08-19T00:03')
    expect((await look([], { now: '2024-08-19T00:05:00Z' })).names).toEqual(['Call2'])
    deliver([event(3, '2024-08-18T23:59:00Z')], '2024-08-18T23:59')
    expect((await look([], { now: '2024-08-19T00:06:00Z' })).names).toEqual(['Call3'])
  })

  test('whatever the order of delivery, and wherever the process was killed', async () => {
    const deliveries = fc.array(fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(deliveries, fc.nat(), async (given, kill) => {
        folder = mkdtempSync(join(tmpdir(), 'trail-explore-watch-'))
        all.push(folder)
        mkdirSync(join(folder, 'logs'))
        deliver([event(99)])
        await look()
        const printed: string[] = []
        for (const [i, ids] of given.entries()) {
          deliver(ids.map((id) => event(id)))
          printed.push(...(await look()).names)
          // Killed while it wrote its last line: half of a line is none.
          if (i === kill % given.length) {
            const state = join(folder, 'state')
            const text = readFileSync(state, 'utf8')
            writeFileSync(state, `${text}{"event":"half`)
          }
        }
        const wanted = new Set(given.flat().map((id) => `Call${id}`))
        expect(printed.toSorted()).toEqual([...wanted].toSorted())
      }),
      { numRuns: 15 },
    )
  })
})

test('a file that is not whole yet is read again, and told once as long as it is the same', async () => {
  deliver([event(1)])
  await look()
  const path = deliver([event(2)])
  const whole = readFileSync(path)
  truncateSync(path, 40)
  expect(await look()).toMatchObject({ names: [], code: 1 })
  writeFileSync(path, whole)
  expect(await look()).toMatchObject({ names: ['Call2'], code: 0 })
})

test('a state belongs to its sources', async () => {
  deliver([event(1)])
  await look()
  mkdirSync(join(folder, 'other'))
  const other = await runCli(['watch', 'other', '--once', '--state', 'state'], { cwd: folder, now: NOW })
  expect(other).toMatchObject({ code: 2, stdout: '' })
  expect(other.stderr).toContain("--state 'state' belongs to other sources: logs")
  writeFileSync(join(folder, 'state'), '{"Records":[]}')
  expect((await look()).stderr).toContain('is not a state file of watch')
})

test.each(['nowhere/state', 'logs'])(
  'a state that is no file of its own is a usage error: %s',
  async (state) => {
    deliver([event(1)])
    const { code, stderr } = await look(['--state', state])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: --state '.*' cannot be (read|written): [^:]+\n/)
  },
)

test('a state is used by one process at a time', async () => {
  deliver([event(1)])
  const second: Promise<{ readonly code: number; readonly stderr: string }>[] = []
  const interrupt = new AbortController()
  const runCommand = async () => {
    second.push(look())
    await second[0]
    interrupt.abort()
    return 0
  }
  await runCli(['watch', 'logs', '--last', '1d', '--state', 'state', '--exec', 'x'], {
    cwd: folder,
    now: NOW,
    signal: interrupt.signal,
    runCommand,
  })
  const { code, stderr } = await second[0]!
  expect(code).toBe(2)
  expect(stderr).toContain("--state 'state' is in use by another watch")
  expect(await look()).toMatchObject({ code: 0 })
})

describe('findings', () => {
  test('are printed in place of events', async () => {
    deliver([event(1)])
    await look(['--detect'])
    const stop = { eventName: 'StopLogging', eventSource: 'cloudtrail.amazonaws.com' }
    deliver([event(2), event(3, '2024-08-18T11:51:00Z', stop)])
    const { lines } = await look(['--detect'])
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { level: 'critical', rule: 'Trail stopped or deleted', eventName: 'StopLogging' },
    ])
  })

  test('of correlations include what earlier runs matched', async () => {
    const denied = (id: number, minute: number) =>
      event(id, `2024-08-18T11:0${minute}:00Z`, { errorCode: 'AccessDenied', sourceIPAddress: '192.0.2.1' })
    const rules = join(folder, 'rules.yml')
    const head = 'logsource: {product: aws, service: cloudtrail}'
    writeFileSync(
      rules,
      `title: Denied\nname: denied\n${head}\ndetection: {s: {errorCode: AccessDenied}, condition: s}\n---\n` +
        'title: Many denied\nlevel: high\ncorrelation: {type: event_count, rules: [denied], group-by: [sourceIPAddress], ' +
        'timespan: 10m, condition: {gte: 3}}\n',
    )
    const argv = ['--detect', '--no-pack', '--rules', rules]
    deliver([event(1)])
    await look(argv)
    for (let i = 0; i < 7; i++) {
      deliver([denied(10 + i, i)])
      const { lines } = await look(argv)
      // Each run is a process of its own; a finding takes its events with it.
      expect(lines).toHaveLength(i === 2 || i === 5 ? 1 : 0)
    }
  })

  test('go to a command as one object on its standard input', async () => {
    deliver([event(1)])
    await look()
    deliver([event(2, NOW, { userAgent: '$(touch pwned); `id`\n"' }), event(3)])
    const calls: { readonly command: string; readonly input: string }[] = []
    const runCommand = async (command: string, input: string) => {
      calls.push({ command, input })
      return 0
    }
    await look(['--exec', 'mail me'], { runCommand })
    expect(calls.map(({ command }) => command)).toEqual(['mail me', 'mail me'])
    const inputs = calls.map(({ input }) => JSON.parse(input) as { eventName: string })
    expect(inputs.map(({ eventName }) => eventName).toSorted()).toEqual(['Call2', 'Call3'])
    expect(calls.every(({ input }) => input.indexOf('\n') === input.length - 1)).toBe(true)
  })

  test('calls over the limit are counted; a failed command is reported', async () => {
    deliver([event(1)])
    await look()
    deliver(Array.from({ length: 10 }, (_, i) => event(10 + i)))
    const result = await look(['--exec', 'x', '--max-calls', '4'], { runCommand: async () => 3 })
    expect(result.stderr).toContain('6 calls not made: over the limit of --max-calls per minute')
    expect(result.stderr).toContain('4 calls failed, the last one: --exec ended with 3')
    expect(result).toMatchObject({ code: 1 })
    expect(result.names).toHaveLength(10)
  })

  test('go to a webhook', async () => {
    const bodies: string[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += String(chunk)))
      request.on('end', () => {
        bodies.push(`${request.headers['content-type']} ${body}`)
        response.writeHead(bodies.length === 1 ? 200 : 500).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    deliver([event(1)])
    await look()
    deliver([event(2), event(3)])
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
    const { stderr, code } = await look(['--webhook', url])
    server.close()
    expect(bodies).toHaveLength(2)
    expect(bodies[0]).toMatch(/^application\/json \{/)
    expect(stderr).toContain('--webhook answered 500')
    expect(code).toBe(1)
  })

  test('a webhook is a URL', async () => {
    expect(await look(['--webhook', 'file:///etc/passwd'])).toMatchObject({ code: 2 })
  })
})

test('goes on until it is interrupted', async () => {
  deliver([event(1)])
  const interrupt = new AbortController()
  const runCommand = async () => {
    interrupt.abort()
    return 0
  }
  const ended = runCli(['watch', 'logs', '--every', '1', '--exec', 'x'], {
    cwd: folder,
    now: NOW,
    signal: interrupt.signal,
    runCommand,
  })
  setTimeout(() => deliver([event(2)]), 200)
  expect(await ended).toMatchObject({ code: 130 })
})

const happened = (time: string, id: number) => historyEvent({ time: `2024-08-18T${time}Z`, id: eventId(id) })

async function lookAt(now: string, events: readonly HistoryEntry[], argv: readonly string[] = []) {
  const server = await startHistoryServer({ events: { 'us-east-1': events }, rate: 1000, burst: 1000 })
  try {
    const { stdout, stderr, code } = await runCli(
      ['watch', 'history:us-east-1', '--once', '--state', 'state', '-o', 'jsonl', ...argv],
      { cwd: folder, now: `2024-08-18T${now}Z`, env: { ...S3_ENV, AWS_ENDPOINT_URL: server.endpoint } },
    )
    const ids = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { eventID: string }).eventID)
    return { ids, stderr, code, starts: server.requests.map(({ start }) => start) }
  } finally {
    await server.close()
  }
}

describe('Event history', () => {
  test('is asked for what is newer than the last round, and an hour more; each event is printed once', async () => {
    const first = await lookAt('12:00:00', [happened('11:40:00', 1)])
    expect(first).toMatchObject({ ids: [], code: 0, starts: [Date.parse('2024-08-18T11:00:00Z') / 1000] })
    const second = await lookAt('12:05:00', [happened('11:40:00', 1), happened('11:58:00', 2)])
    expect(second).toMatchObject({ ids: [eventId(2)], starts: [Date.parse('2024-08-18T11:00:00Z') / 1000] })
    // One that comes late.
    const third = await lookAt('12:10:00', [
      happened('11:30:00', 3),
      happened('11:40:00', 1),
      happened('11:58:00', 2),
    ])
    expect(third).toMatchObject({ ids: [eventId(3)], code: 0 })
    expect((await lookAt('12:11:00', [happened('11:30:00', 3), happened('11:58:00', 2)])).ids).toEqual([])
  })

  test('begins at a time that is given', async () => {
    const { ids, starts } = await lookAt(
      '12:00:00',
      [happened('09:00:00', 1), happened('11:58:00', 2)],
      ['--last', '6h'],
    )
    expect(ids).toEqual([eventId(1), eventId(2)])
    expect(starts).toEqual([Date.parse('2024-08-18T06:00:00Z') / 1000])
  })

  test('goes through all pages of a round, and of the next', async () => {
    const many = Array.from({ length: 120 }, (_, i) => happened(`11:${String(10 + (i % 49))}:00`, i + 1))
    expect((await lookAt('12:00:00', many, ['--last', '1h'])).ids).toHaveLength(120)
    expect((await lookAt('12:00:30', [...many, happened('11:59:00', 999)])).ids).toEqual([eventId(999)])
  })
})

test('what was delivered while it did not run is printed, however long that was', async () => {
  deliver([event(1)])
  await look()
  deliver([event(2, '2024-08-18T20:00:00Z')], '2024-08-18T20:05')
  deliver([event(3, '2024-08-21T20:00:00Z')], '2024-08-21T20:05')
  deliver([event(4, '2024-08-26T20:00:00Z')], '2024-08-26T20:05')
  expect((await look([], { now: '2024-08-28T12:00:00Z' })).names).toEqual(['Call2', 'Call3', 'Call4'])
  expect((await look([], { now: '2024-08-28T12:01:00Z' })).names).toEqual([])
})
