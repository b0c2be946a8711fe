import { describe, expect, it } from 'vitest'
import type { DeviceListener, TerminalDevice } from '../../../src/screen/device.ts'
import { openSession } from '../../../src/screen/session.ts'
import { line } from '../../../src/screen/text.ts'

function terminal() {
  const log: string[] = []
  let listener: DeviceListener | undefined
  const device: TerminalDevice = {
    columns: 4,
    rows: 1,
    isReady: true,
    write: (text) => log.push(text),
    setRaw: (isRaw) => log.push(`raw ${isRaw}`),
    stop: () => log.push('stop'),
    listen: (one) => (listener = one),
    close: () => log.push('close'),
  }
  return { log, device, sent: () => listener! }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))

describe('a session', () => {
  it('takes the screen and gives it back as it was', async () => {
    const { log, device } = terminal()
    const session = openSession(device, { draw: () => ({ lines: [line('hi')] }), key() {}, lost() {} }, true)
    await soon()
    expect(log[0]).toBe('raw true')
    expect(log[1]).toContain('\u001b[?1049h')
    expect(log[2]).toContain('hi')
    session.close()
    expect(log.at(-3)).toContain('\u001b[?1049l')
    expect(log.slice(-2)).toEqual(['raw false', 'close'])
  })

  it('gives it back before it is stopped, and draws all of it when it goes on', async () => {
    const { log, device, sent } = terminal()
    const session = openSession(device, { draw: () => ({ lines: [line('hi')] }), key() {}, lost() {} }, true)
    await soon()
    log.length = 0
    session.suspend()
    expect(log.map((text) => text.slice(0, 9))).toEqual(['\u001b[m\u001b[?200', 'raw false', 'stop'])
    sent().onContinue()
    await soon()
    expect(log.at(-1)).toContain('hi')
    session.close()
    expect(sent().onExit()).toBe('')
  })

  it('leaves the screen if the program ends without closing it', () => {
    const { device, sent } = terminal()
    openSession(device, { draw: () => ({ lines: [] }), key() {}, lost() {} }, true)
    expect(sent().onExit()).toContain('\u001b[?1049l')
  })

  it('presses keys in their order, and a lone Escape after a moment', async () => {
    const { device, sent } = terminal()
    const names: string[] = []
    const session = openSession(
      device,
      { draw: () => ({ lines: [] }), key: ({ name }) => names.push(name), lost() {} },
      true,
    )
    sent().onInput(Buffer.from('j\u001b['))
    sent().onInput(Buffer.from('A\u001b'))
    expect(names).toEqual(['j', 'up'])
    await expect.poll(() => names, { timeout: 120_000 }).toEqual(['j', 'up', 'escape'])
    session.close()
  })
})
