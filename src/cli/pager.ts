// A pager for output longer than the screen, like git's and gh's: only on a terminal, started with the first byte of
// data. While it is open, stderr output is held back, because it would garble the page.

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Io, PagerProcess } from './io.ts'

export interface Paged {
  readonly io: Io
  /** Ends the data, waits until the reader quits the pager, and prints what was held back. */
  close(): Promise<void>
}

/** less options: quit at once if everything fits on the screen, show colours, leave the screen as it was. */
const LESS = 'FRX'

/** Returns `io` unchanged if there is no terminal or no pager, or if none is wanted. */
export function withPager(io: Io, isWanted: boolean): Paged {
  const command = isWanted && io.out.isTty && io.env['TERM'] !== 'dumb' ? pagerCommand(io.env) : undefined
  const { openPager } = io
  if (command === undefined || openPager === undefined) return { io, close: async () => {} }
  let pager: PagerProcess | undefined
  const held: (string | Uint8Array)[] = []
  const variables = { LESS: io.env['LESS'] ?? LESS, LV: io.env['LV'] ?? '-c' }
  return {
    io: {
      ...io,
      out: {
        isTty: true,
        get columns() {
          return io.out.columns
        },
        async write(data) {
          if (data.length === 0) return
          if (pager === undefined) {
            // Erases the progress line, which may be where the page begins.
            if (io.err.isTty) await io.err.write('\r\u001b[2K')
            pager = await openPager(command, variables)
          }
          await pager.write(data)
        },
      },
      err: {
        isTty: io.err.isTty,
        get columns() {
          return io.err.columns
        },
        async write(data) {
          if (pager === undefined) await io.err.write(data)
          // Copied, because the caller may overwrite the bytes afterwards.
          else held.push(typeof data === 'string' ? data : Buffer.from(data))
        },
      },
      isPaging: () => pager !== undefined,
    },
    async close() {
      await pager?.end()
      pager = undefined
      for (const data of held.splice(0)) await io.err.write(data)
    },
  }
}

/** TRAIL_EXPLORE_PAGER, PAGER, or less; undefined for `cat`, an empty value, and a program that is not installed. */
function pagerCommand(env: Io['env']): string | undefined {
  const command = (env['TRAIL_EXPLORE_PAGER'] ?? env['PAGER'] ?? 'less').trim()
  if (command === '' || command === 'cat') return undefined
  const [program = ''] = command.split(/\s/)
  // A command with shell syntax is left to the shell.
  return /^[\w./-]+$/.test(program) && !isInstalled(program, env['PATH'] ?? '') ? undefined : command
}

function isInstalled(program: string, path: string): boolean {
  const candidates = program.includes('/')
    ? [program]
    : path.split(delimiter).map((folder) => join(folder, program))
  return candidates.some((file) => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
