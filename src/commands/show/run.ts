// The work of `show`: IDs → events → pages, or their records.

import { colorFor } from '../../cli/color.ts'
import type { EventFlags } from '../../cli/options/event-options.ts'
import type { ExitCode } from '../../cli/exit-codes.ts'
import { eventArguments } from '../../cli/reading/event-arguments.ts'
import { findEvents } from '../../cli/reading/find-events.ts'
import type { Io } from '../../cli/io.ts'
import { createWriter } from '../../output/writer.ts'
import { eventPage } from './page.ts'

export interface ShowFlags extends EventFlags {
  readonly output?: 'text' | 'json' | 'jsonl'
}

export async function runShow(ids: readonly string[], flags: ShowFlags, io: Io): Promise<ExitCode> {
  const format = flags.output ?? (io.out.isTty ? 'text' : 'jsonl')
  return findEvents(ids, flags, io, async ({ events, end }) => {
    if (format === 'text') {
      const page = eventPage({
        timeZone: flags.timeZone,
        now: io.now().getTime(),
        columns: io.out.isTty ? io.out.columns : Number.POSITIVE_INFINITY,
        color: await colorFor(io.out, io.env, flags.color),
        sources: [...(flags.source ?? []), ...eventArguments(ids, io.cwd).sources],
      })
      await io.out.write(events.map(page).join('\n'))
    } else if (events.length > 0) {
      // A single record is printed as it is; several need a JSON array around them.
      const writer = await createWriter(
        { kind: format === 'json' && events.length > 1 ? 'json' : 'jsonl' },
        io.out,
      )
      await writer.begin()
      for (const { raw } of events) await writer.row(raw)
      await writer.end()
    }
    return end()
  })
}
