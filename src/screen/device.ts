// A terminal device: keyboard input, frame output and terminal events. main.ts creates the real one, tests their own.

import { closeSync, openSync, writeSync } from 'node:fs'
import { ReadStream } from 'node:tty'

export interface TerminalDevice {
  readonly columns: number
  readonly rows: number
  /** False while the terminal is behind; frames are skipped until `onDrain`. */
  readonly isReady: boolean
  write(text: string): void
  /** Switches raw mode: keys arrive one by one and without echo. */
  setRaw(isRaw: boolean): void
  /** Suspends the program like Ctrl-Z; returns when it continues, or at once on a system without job control. */
  stop(): void
  listen(listener: DeviceListener): void
  /** Restores the terminal. */
  close(): void
}

export interface DeviceListener {
  readonly onInput: (data: Uint8Array) => void
  readonly onResize: () => void
  /** The terminal has caught up. */
  readonly onDrain: () => void
  /** The program continues after a suspension. */
  readonly onContinue: () => void
  /** The program received SIGTSTP. */
  readonly onStop: () => void
  /** The terminal is gone, or the program is asked to end: the session ends. */
  readonly onLost: () => void
  /** The program exits without having left the screen: returns the last text to write. */
  readonly onExit: () => string
}

/** Throws if there is no terminal to read keys from. */
export function openDevice(program: NodeJS.Process): TerminalDevice {
  const { stdout } = program
  // If standard input carries data, keys are read from the controlling terminal.
  const keyboard = program.stdin.isTTY ? undefined : openSync('/dev/tty', 'r')
  const input = keyboard === undefined ? program.stdin : new ReadStream(keyboard)
  let undo: (() => void)[] = []

  function on(
    emitter: NodeJS.EventEmitter,
    event: string,
    listener: Parameters<NodeJS.EventEmitter['on']>[1],
  ): void {
    emitter.on(event, listener)
    undo.push(() => emitter.off(event, listener))
  }

  return {
    get columns() {
      return stdout.columns || 80
    },
    get rows() {
      return stdout.rows || 24
    },
    get isReady() {
      return !stdout.writableNeedDrain
    },
    write(text) {
      if (text !== '') stdout.write(text)
    },
    setRaw(isRaw) {
      // Fails if the terminal is gone.
      try {
        input.setRawMode(isRaw)
      } catch {}
    },
    stop() {
      if (program.platform === 'win32') return
      // Stops the whole process group, as the terminal does; otherwise a parent such as npx would keep waiting.
      program.kill(0, 'SIGSTOP')
    },
    listen(listener) {
      on(input, 'data', listener.onInput)
      on(input, 'end', listener.onLost)
      on(input, 'error', listener.onLost)
      on(stdout, 'resize', listener.onResize)
      on(stdout, 'drain', listener.onDrain)
      on(stdout, 'error', listener.onLost)
      on(program, 'SIGTERM', listener.onLost)
      on(program, 'SIGHUP', listener.onLost)
      if (program.platform !== 'win32') {
        on(program, 'SIGTSTP', listener.onStop)
        on(program, 'SIGCONT', listener.onContinue)
      }
      on(program, 'exit', () => {
        const last = listener.onExit()
        if (last === '') return
        try {
          input.setRawMode(false)
          writeSync(stdout.fd, last)
        } catch {}
      })
      input.resume()
    },
    close() {
      for (const off of undo) off()
      undo = []
      input.pause()
      if (keyboard !== undefined) {
        input.destroy()
        try {
          closeSync(keyboard)
        } catch {}
      }
    },
  }
}
