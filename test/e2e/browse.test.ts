// `browse` in a real terminal, tmux: what only a terminal can tell. Everything else is in test/unit/commands/browse.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../helpers/root.ts'

const hasTmux = (() => {
  try {
    execFileSync('tmux', ['-V'], { stdio: 'pipe' })
    return true
  } catch {
    process.stderr.write('skipped: browse in a terminal needs tmux\n')
    return false
  }
})()

describe.skipIf(!hasTmux)('browse in tmux', () => {
  let folder = ''
  const tmux = (...args: readonly string[]): string =>
    execFileSync('tmux', ['-S', join(folder, 'socket'), '-f', '/dev/null', ...args], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    })
  const screen = (): string => tmux('capture-pane', '-p', '-t', 'main')
  const shows = (text: string): Promise<unknown> =>
    expect.poll(screen, { timeout: 120_000, interval: 50 }).toContain(text)
  const type = (...keys: readonly string[]): string => tmux('send-keys', '-t', 'main', ...keys)

  const copied = (): string => {
    try {
      tmux('save-buffer', join(folder, 'copied'))
      return readFileSync(join(folder, 'copied'), 'utf8')
    } catch {
      return ''
    }
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trail-explore-tmux-'))
    tmux('new-session', '-d', '-x', '100', '-y', '30', '-s', 'main', 'env PS1="ready> " sh')
    tmux('set', '-g', 'set-clipboard', 'on')
  })
  afterAll(() => {
    tmux('kill-server')
    rmSync(folder, { recursive: true })
  })

  it('draws, follows the size of the terminal, suspends, goes on, and leaves the screen as it was', async () => {
    await shows('ready>')
    type(`cd ${ROOT} && echo before-it`, 'Enter')
    await shows('before-it')
    type('node bin/trail-explore.js browse samples/logs/organization', 'Enter')
    await shows('127 of 300 events')
    expect(screen()).not.toContain('before-it')
    tmux('resize-window', '-t', 'main', '-x', '140', '-y', '40')
    await shows('Identity 17')
    type('C-z')
    await shows('before-it')
    type('fg', 'Enter')
    await shows('127 of 300 events')
    type('e')
    await shows('Errors ×')
    type('q')
    await shows('before-it')
    type('echo status $? $(stty -a | grep -c -- "-echo ")', 'Enter')
    await shows('status 0 0')
  })

  it('copies the command of the view to the clipboard of the terminal', async () => {
    type(
      'clear; node bin/trail-explore.js browse samples/logs/organization --event-name ConsoleLogin',
      'Enter',
    )
    await shows('Event name: ConsoleLogin ×')
    type(':')
    await shows('trail-explore lookup')
    await expect
      .poll(copied, { timeout: 120_000 })
      .toBe('trail-explore lookup samples/logs/organization --where event-name=ConsoleLogin')
    type('Escape')
    type('C-c')
    await shows('ready>')
    type('echo status $?', 'Enter')
    await shows('status 130')
  })
})
