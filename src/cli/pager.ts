// A pager for what is longer than the screen, as git and gh have it: only on a terminal, started with the first byte of
// data. While it is open, what goes to stderr is held, or it would run into the page.

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Io, PagerProcess } from './io.ts'

export interface Paged {
  readonly io: Io
  /** Ends the data, waits for the reader to leave the pager, and prints what was held. */
  close(): Promise<void>
}

/** Leave at once where all fits the screen, show colours, leave the screen as it was. */
const LESS = 'FRX'

/** `io` itself where there is no terminal, no pager, or none is wanted. */
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
            // A line of progress may stand where the page begins.
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
          // Bytes may be written over when this returns.
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

/** TRAIL_EXPLORE_PAGER, PAGER, or less; undefined for `cat`, nothing, and what is not installed. */
function pagerCommand(env: Io['env']): string | undefined {
  const command = (env['TRAIL_EXPLORE_PAGER'] ?? env['PAGER'] ?? 'less').trim()
  if (command === '' || command === 'cat') return undefined
  const [program = ''] = command.split(/\s/)
  // What only a shell can read is a shell's matter.
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
