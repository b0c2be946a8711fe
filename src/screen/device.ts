// A terminal as main.ts hands it over: where keys come from, where frames go, and what happens to it. Tests have one of
// their own.

import { closeSync, openSync, writeSync } from 'node:fs'
import { ReadStream } from 'node:tty'

export interface TerminalDevice {
  readonly columns: number
  readonly rows: number
  /** Frames are drawn only while the terminal keeps up: false until `drained`. */
  readonly isReady: boolean
  write(text: string): void
  /** Keys come one by one and unseen, or as usual. */
  setRaw(isRaw: boolean): void
  /** Stops the program as Ctrl-Z does; returns when it goes on, or at once where a system has no such thing. */
  stop(): void
  listen(listener: DeviceListener): void
  /** As it was before. */
  close(): void
}

export interface DeviceListener {
  readonly onInput: (data: Uint8Array) => void
  readonly onResize: () => void
  /** It keeps up again. */
  readonly onDrain: () => void
  /** The program goes on after it was stopped. */
  readonly onContinue: () => void
  /** Somebody sent SIGTSTP. */
  readonly onStop: () => void
  /** Ends the session: the terminal is gone, or the program is told to end. */
  readonly onLost: () => void
  /** The program ends without having left the screen: what to write last. */
  readonly onExit: () => string
}

/** Throws when there is no terminal to type at. */
export function openDevice(program: NodeJS.Process): TerminalDevice {
  const { stdout } = program
  // Standard input may be what is read; the keyboard is there all the same.
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
      // A terminal that is gone cannot be set.
      try {
        input.setRawMode(isRaw)
      } catch {}
    },
    stop() {
      if (program.platform === 'win32') return
      // All of the job, as the terminal does it: a program that started this one waits for it otherwise.
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
