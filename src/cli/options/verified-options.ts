// `--verify` and `--verified-only`: options of commands that read events. verified-only.ts evaluates them, loaded on
// use.

import { type Command, Option } from 'commander'
import { UsageError } from '../../util/usage-error.ts'
import { collect } from './parsers.ts'
import type { VerifiedOnly, VerifiedRun } from '../reading/verified-only.ts'

/** `withVerdict`: the command also has `--verify`, which reports the result and excludes nothing. */
export function addVerifiedOptions(command: Command, { withVerdict = false } = {}): Command {
  command.optionsGroup('Evidence (digest files, signed by CloudTrail):')
  if (withVerdict)
    command.option(
      '--verify',
      'verify the log files that are read, and list those that are not valid in the report',
    )
  return command
    .option('--verified-only', 'only events from log files that a valid digest file covers; see `verify`')
    .addOption(
      new Option(
        '--public-keys <file>',
        'saved `aws cloudtrail list-public-keys` output (default: fetched from CloudTrail and cached)',
      ).argParser(collect),
    )
}

export interface VerifiedFlags {
  /** For commands that can report the result of verification. */
  readonly verify?: true
  readonly verifiedOnly?: true
  readonly publicKeys?: readonly string[]
}

/**
 * Verifies the files of the run, if requested. Throws UnverifiedError if nothing can be verified, and UsageError for
 * invalid options or key files.
 */
export async function verifiedOnly(
  flags: VerifiedFlags & VerifiedRun['flags'],
  run: Omit<VerifiedRun, 'flags'>,
): Promise<VerifiedOnly | undefined> {
  if (flags.verifiedOnly || flags.verify)
    return (await import('../reading/verified-only.ts')).verifySources({ ...run, flags })
  if (flags.publicKeys === undefined) return undefined
  throw new UsageError(
    `--public-keys ${flags.publicKeys[0]} does nothing without --verified-only`,
    'add --verified-only, or leave it out',
  )
}
