// The whole command on a terminal of the test's own: real files, real keys, real frames.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../../../helpers/run-cli.ts'
import { shellWords } from '../../../helpers/case-file.ts'
import { browse } from '../../../helpers/terminal.ts'

const LOGS = 'samples/logs/organization'
const ESC = '\u001b'

/** The line of the event under the cursor. */
function cursorLine(text: string): string | undefined {
  return text.split('\n').find((one) => one.includes('▸'))
}

describe('browse', () => {
  it('works only on a terminal', async () => {
    const { code, stderr } = await runCli(['browse', LOGS])
    expect({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, lines: 1 })
    expect(await runCli(['browse', LOGS], { tty: true, env: { TERM: 'dumb' } })).toMatchObject({ code: 2 })
  })

  it('tells what does not exist as every command does', async () => {
    const { ended } = browse(['samples/no-such-folder'])
    const { code, stderr } = await ended
    expect(code).toBe(1)
    expect(stderr).toContain('samples/no-such-folder: no such file or folder')
  })

  it('shows the newest changes first, and everything without the chip', async () => {
    const { press, shows, terminal, ended } = browse([LOGS], { columns: 110 })
    const first = await shows('127 of 300 events', '4 accounts')
    expect(first).toContain('Read-only: false ×')
    expect(first).toMatch(/▸ \*2024-08-18T21:03:50Z/)
    await press('x', /^ 300 events/, 'No filter')
    await press('q')
    expect(await ended).toMatchObject({ code: 0 })
    expect(terminal.isRaw).toBe(false)
    expect(terminal.written.endsWith(`${ESC}[?1049l`)).toBe(true)
  })

  it('filters by what is under the cursor, and goes back', async () => {
    const { press, shows, ended } = browse([LOGS, '--event-name', 'StopLogging'], { columns: 140 })
    await shows(/^ 2 events/)
    await press('u', 'Identity: user jorge_souza ×')
    // Without what the reading left out there is more to read.
    await press('xk\r', /^ \d+ of 300 events/)
    await press('\u007f', /^ 2 of 300 events/, 'Event name: StopLogging ×')
    await press('q')
    expect(await ended).toMatchObject({ code: 0 })
  })

  it('shows an event in full, and filters by a line of its record', async () => {
    const { press, shows, ended } = browse([LOGS, '--event-name', 'PutBucketPolicy'], { rows: 150 })
    await shows(/^ 2 events/)
    await press('\r', 'What happened', '"requestParameters": {', '(derived)')
    await press('/bucketName\r', /▸.*"bucketName"/)
    await press('=', 'requestParameters.bucketName: example-customer-exports ×')
    await press('q')
    expect(await ended).toMatchObject({ code: 0 })
  })

  it('reads the files again for what only the records tell, and gives what lookup gives', async () => {
    const { press, shows, ended } = browse([LOGS], { columns: 150 })
    await shows('127 of 300 events', '4 accounts')
    const where = 'resource-name="*customer*" and not errors or contains "Boto3"'
    await press('f\u0015')
    await press(`${where}\r`, /×/, /^ (?!127)\d+ of 300 events/)
    const screen = await shows(/^ \d+ of 300 events(?! · reading the files)/)
    const { stdout } = await runCli(['lookup', LOGS, '--where', where, '--count'])
    expect(screen).toContain(` ${stdout.trim()} of 300 events`)
    await press('q')
    await ended
  })

  it.each([
    'w',
    'e',
    '2',
    'pj\r',
    'u',
    '!u',
    'R',
    's',
    '\t\r',
    'lll=',
    'f\u0015mfa=false or region!=us-east-1\r',
  ])(': gives a command that gives the same events: %j', async (keys) => {
    const { press, shows, ended } = browse([LOGS], { columns: 200, rows: 40 })
    await shows('127 of 300 events', '4 accounts')
    await press('jjjjjjjj')
    await press(keys)
    await new Promise((resolve) => setTimeout(resolve, 150))
    await shows(/^ (?:\d+ of )?300 events(?! · reading)/)
    const screen = await press(':', 'trail-explore lookup')
    const line = /^ {2}(trail-explore lookup .*(?:\n {2}\S.*)*)/m.exec(screen)![1]!.replace(/\n {2}/g, ' ')
    const [, number] = /^ (\d+) (?:of \d+ )?events/.exec(screen)!
    const { stdout, stderr } = await runCli([...shellWords(line).slice(1), '--count'])
    expect({ line, count: stdout.trim(), stderr: stderr.startsWith('error') }).toEqual({
      line,
      count: number,
      stderr: false,
    })
    await press(`${ESC}q`)
    await press('q')
    await ended
  })

  it('saves the view as lookup would', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trail-explore-browse-'))
    try {
      const { press, shows, ended } = browse([LOGS, '--event-source', 'cloudtrail'], { columns: 120 })
      await shows(/events · 1/)
      for (const name of ['view.jsonl', 'view.csv']) {
        await press('o', 'Save the view')
        await press(`${join(folder, name)}\r`, 'written to')
        const { stdout } = await runCli(['lookup', LOGS, '--event-source', 'cloudtrail', '-o', name.slice(5)])
        expect(readFileSync(join(folder, name), 'utf8')).toBe(stdout)
        await press('j')
      }
      await press('o', 'Save the view')
      await press(`${join(folder, 'view.exe')}\r`, 'must end in')
      expect(existsSync(join(folder, 'view.exe'))).toBe(false)
      await press('q')
      await ended
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('shows any field and any path of the record as a column', async () => {
    const columns = 'event-id,requestParameters.bucketName,tlsDetails.tlsVersion'
    const { press, shows, ended } = browse([LOGS, '--event-name', 'PutBucketPolicy', '--columns', columns], {
      columns: 130,
    })
    const screen = await shows(/^ 2 events/, 'example-customer-exports', 'Event ID')
    const { stdout } = await runCli([
      'lookup',
      LOGS,
      '--event-name',
      'PutBucketPolicy',
      '--columns',
      columns,
      '-o',
      'tsv',
    ])
    for (const row of stdout.trim().split('\n').slice(1))
      for (const cell of row.split('\t').filter((one) => one !== '')) expect(screen).toContain(cell)
    // The value of such a column, which the record tells.
    await press('l=', 'requestParameters.bucketName: example-customer-exports ×', /^ 2 events/)
    await press('q')
    await ended
  })

  it('reads a column that was chosen later from the files, and makes it wider', async () => {
    const { press, shows, ended } = browse([LOGS, '--event-name', 'PutBucketPolicy'], { columns: 160 })
    await shows(/^ 2 events/)
    await press('C', 'Columns: Enter shows or hides one')
    await press('a', 'Column:')
    await press('user-agent-f\t', 'Column: user-agent-family')
    await press('\r', 'User agent family', /PutBucketPolicy .* aws-cli/)
    await press('Ca')
    await press('nonsense\r', "unknown column 'nonsense'")
    await press('\u0015requestParameters.bucketName\r', /PutBucketPolicy .*aws-cli +example-c…/, '…bucketNa…')
    await press('>>>>>>>>', /PutBucketPolicy .*aws-cli? +example-customer-exports/)
    await press('<<<<<<<<', /PutBucketPolicy .*aws-cli +example-c…/)
    // A line of the menu hides one again, and the last one stays.
    await press('C', 'shown  Event time')
    await press('j\r', /▸ {8}Event time/)
    expect(await press('q', /▸ \*PutBucketPolicy/)).not.toContain('Event time')
    await press('q')
    await ended
  })

  it('refuses what is no column', async () => {
    const { code, stderr } = await browse([LOGS, '--columns', 'event-nam']).ended
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('event-name') })
  })

  it('says so when not every file can be read again for a filter', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trail-explore-browse-'))
    try {
      for (const [i, name] of ['a', 'b'].entries()) {
        const record = {
          eventTime: `2024-08-18T10:00:0${i}Z`,
          eventName: 'PutItem',
          requestParameters: { name },
        }
        writeFileSync(join(folder, `${name}.json`), JSON.stringify({ Records: [record] }))
      }
      const { press, shows, ended } = browse([folder], { columns: 160 })
      await shows(/^ 2 events/)
      writeFileSync(join(folder, 'b.json'), 'no records any more')
      await press('f\u0015requestParameters.name=*\r', /^ 1 of 2 events · incomplete: not every file/)
      // It stays so, whatever is pressed.
      await press('j', /^ 1 of 2 events · incomplete: not every file/)
      await press('\u007f', /^ 2 events(?! · incomplete)/)
      await press('q')
      expect(await ended).toMatchObject({ code: 0 })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('traces the session of an event, as trace does', async () => {
    const { press, shows, ended } = browse([LOGS, '--event-name', 'CreateAccessKey'], {
      columns: 120,
      rows: 60,
    })
    await shows(/^ 1 event/)
    const screen = await press('t', 'trail-explore trace', /jorge_souza/)
    const { stdout } = await runCli(['lookup', LOGS, '--event-name', 'CreateAccessKey', '--columns', 'id'])
    const id = stdout.trim().split('\n').at(-1)!
    expect(screen).toContain(`trail-explore trace ${id} ${LOGS}`)
    const traced = await runCli(['trace', id, LOGS, '-o', 'table', '--no-pager'], { tty: true, columns: 119 })
    const lines = traced.stdout
      .replace(/\u001b\[[\d;]*m/g, '')
      .trimEnd()
      .split('\n')
      .slice(0, 40)
    for (const one of lines) expect(screen).toContain(one.trimEnd())
    await press('j')
    await press(ESC, /^ 1 event/, 'Event name: CreateAccessKey ×')
    await press('q')
    await ended
  })

  it.each([2, 3, 5])('compares %i marked events', async (number) => {
    const { press, shows, ended } = browse([LOGS], { columns: 180, rows: 60 })
    await shows('127 of 300 events', '4 accounts')
    await press('c', 'Mark two to five events with m')
    await press('mj'.repeat(number), `${number} marked`)
    const screen = await press('c', `Compare ${number} events: what differs is marked with ≠`, 'Event ID')
    expect(screen).toMatch(new RegExp(`≠ Event ID(?: +[\\da-f-]{12,36}…?){${number}}`))
    await press('q', 'Read-only: false ×')
    if (number === 5) await press('m', '5 events are marked')
    await press('M', /^(?!.*marked)/)
    await press('q')
    await ended
  })

  it('saves the view as the page of report', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trail-explore-browse-'))
    try {
      const { press, shows, ended } = browse([LOGS, '--event-source', 'cloudtrail'], { columns: 120 })
      await shows(/events · 1/)
      await press('o', 'Save the view')
      await press(`${join(folder, 'view.html')}\r`, 'Report written to')
      const page = readFileSync(join(folder, 'view.html'), 'utf8')
      expect(page).toContain('<!doctype html>')
      expect(page).toContain('--where event-source=')
      await press('jo', 'Save the view')
      await press(
        `${join(folder, 'no', 'such', 'folder.html')}\r`,
        `${join(folder, 'no', 'such', 'folder.html')}: its folder does not exist`,
      )
      await press('q')
      expect(await ended).toMatchObject({ code: 0 })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('edits the filter as text, with completion from the data', async () => {
    const { press, shows, ended } = browse([LOGS], { columns: 120 })
    await shows('127 of 300 events', '4 accounts')
    await press('f', 'Filter: read-only=false')
    await press('\u0015event-na\t', 'Filter: event-name')
    await press('=Console\t', 'Filter: event-name=ConsoleLogin')
    await press(' and region in (us-e\t', 'region in (us-east-1')
    // Shift-Tab goes back through what was offered; a mistake keeps what was typed.
    await press('\r', /Filter: event-name=ConsoleLogin and region in \(us-east-1/, /expected|missing|\)/)
    await press(')\r', 'Event name: ConsoleLogin ×', 'AWS region: us-east-1 ×')
    const screen = await shows(/^ \d+ of 300 events/)
    const { stdout } = await runCli([
      'lookup',
      LOGS,
      '--where',
      'event-name=ConsoleLogin and region=us-east-1',
      '--count',
    ])
    expect(screen).toContain(` ${stdout.trim()} of 300 events`)
    await press('q')
    await ended
  })

  it('goes back through the views, one by one, to where the cursor was', async () => {
    const { press, shows, ended } = browse([LOGS], { columns: 140, rows: 40 })
    const first = await shows('127 of 300 events', '4 accounts')
    await press('jjj')
    const atFourth = await shows(/▸/)
    expect(cursorLine(atFourth)).not.toBe(cursorLine(first))
    await press('e', 'Errors ×')
    await press('u', /Identity: .* ×/)
    await press('2', 'Time: ')
    await press('\u007f', /^(?!.*Time: )/, 'Errors ×')
    await press('\u007f', 'Errors ×')
    const back = await press('\u007f', '127 of 300 events')
    expect(cursorLine(back)).toBe(cursorLine(atFourth))
    await press('\u007f', 'This is the first view.')
    await press('q')
    await ended
  })

  it('ends with 130 on Ctrl-C, and with 1 where something could not be read', async () => {
    const stopped = browse([LOGS])
    await stopped.shows('127 of 300')
    await stopped.press('\u0003')
    expect(await stopped.ended).toMatchObject({ code: 130 })
    const damaged = browse([LOGS, 'samples/no-such-folder'], { columns: 140 })
    await damaged.shows('1 problem: P')
    await damaged.press('P', 'no-such-folder')
    await damaged.press(`${ESC}x`)
    await damaged.press('q')
    const { code, stderr } = await damaged.ended
    expect(code).toBe(1)
    expect(stderr).toContain('samples/no-such-folder')
  })

  it('suspends with Ctrl-Z and draws everything when it goes on', async () => {
    const { press, shows, terminal, ended } = browse([LOGS])
    await shows('127 of 300')
    await press('\u001a')
    expect(terminal.stops).toBe(1)
    expect(terminal.isRaw).toBe(false)
    terminal.on?.onContinue()
    await shows('127 of 300')
    expect(terminal.isRaw).toBe(true)
    await press('q')
    await ended
  })

  it('ends when the terminal is lost', async () => {
    const { shows, terminal, ended } = browse([LOGS])
    await shows('127 of 300')
    terminal.on?.onLost()
    expect(await ended).toMatchObject({ code: 130 })
  })

  it.each([
    [60, 15],
    [80, 24],
    [120, 40],
    [200, 50],
    [250, 70],
  ])('fills %i × %i, whatever is shown', async (columns, rows) => {
    const { press, shows, terminal, ended } = browse([LOGS], { columns, rows })
    await shows('127 of 300')
    for (const keys of [
      '',
      '\r',
      'j',
      ESC,
      '\t',
      'j',
      '\t',
      '[',
      `${ESC}q`,
      '?',
      `${ESC}q`,
      'mjmjc',
      `${ESC}q`,
      'C',
      `${ESC}q`,
      'f',
    ]) {
      await press(keys)
      await new Promise((resolve) => setTimeout(resolve, 20))
      const lines = terminal.painted.split('\n')
      expect(lines).toHaveLength(rows)
    }
    terminal.resize(columns + 7, rows + 3)
    await press(`${ESC}\u007f`)
    await shows('of 300')
    await press('\u0003')
    await ended
  })
})
