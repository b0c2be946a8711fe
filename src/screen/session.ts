// The period in which the program controls the screen: alternate screen, no echo. However it ends, the terminal is
// restored.

import type { DeviceListener, TerminalDevice } from './device.ts'
import { type Key, KeyDecoder } from './keys.ts'
import { type Frame, Painter } from './painter.ts'

export interface Program {
  /** Makes the frame for this size. Called once for each drawn frame. */
  draw(columns: number, rows: number): Frame
  key(key: Key): void
  /** The terminal is gone, or the program is asked to end. */
  lost(): void
}

export interface Session {
  /** Something changed: a frame is drawn soon, one for all changes until then. */
  refresh(): void
  /** Writes other sequences, such as a text for the clipboard. */
  send(text: string): void
  /** Gives the terminal back until the program continues. */
  suspend(): void
  close(): void
}

/** Alternate screen, no automatic wrapping, bracketed paste; the window title stays unchanged. */
const ENTER = '\u001b[?1049h\u001b[?7l\u001b[?2004h\u001b[2J'
const LEAVE = '\u001b[m\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l'
/** Milliseconds to wait after an Escape for the rest of a sequence, because SSH may split it. */
const ESCAPE_WAIT = 50

export function openSession(device: TerminalDevice, program: Program, withColor: boolean): Session {
  const painter = new Painter(withColor)
  const keys = new KeyDecoder()
  let isOpen = false
  let isDue = false
  let waiting: NodeJS.Timeout | undefined

  function enter(): void {
    isOpen = true
    device.setRaw(true)
    device.write(ENTER)
    painter.forget()
    refresh()
  }

  function leave(): void {
    if (!isOpen) return
    isOpen = false
    device.write(LEAVE)
    device.setRaw(false)
  }

  function refresh(): void {
    if (isDue || !isOpen) return
    isDue = true
    setImmediate(draw)
  }

  function draw(): void {
    isDue = false
    // On a slow connection frames are skipped: the newest one is drawn when the last one has been accepted.
    if (!isOpen || !device.isReady) return
    const { columns, rows } = device
    device.write(painter.paint(program.draw(columns, rows), columns, rows))
  }

  function suspend(): void {
    leave()
    device.stop()
  }

  function press(found: readonly Key[]): void {
    for (const key of found) if (isOpen) program.key(key)
  }

  const listener: DeviceListener = {
    onInput(data) {
      clearTimeout(waiting)
      press(keys.feed(data))
      if (keys.isWaiting) waiting = setTimeout(() => press(keys.flush()), ESCAPE_WAIT)
    },
    onResize: refresh,
    onDrain: refresh,
    onStop: suspend,
    onContinue() {
      if (!isOpen) enter()
    },
    onLost: () => program.lost(),
    onExit: () => (isOpen ? LEAVE : ''),
  }
  device.listen(listener)
  enter()
  return {
    refresh,
    send: (text) => device.write(text),
    suspend,
    close() {
      clearTimeout(waiting)
      leave()
      device.close()
    },
  }
}
