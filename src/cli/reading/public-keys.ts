// The public keys for verification: from saved files, or fetched from CloudTrail. Loaded on use.

import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { printable } from '../../format/sanitize.ts'
import { keyCacheFolder, onlineKeyFinder } from '../../integrity/key-cache.ts'
import { openKeyService } from '../../integrity/key-service.ts'
import { formatSavedKeys, parseSavedKeys, savedKeyFinder, type KeyFinder } from '../../integrity/keys.ts'
import type { Outcome } from '../../integrity/report.ts'
import { UnverifiedError } from '../../util/unverified-error.ts'
import { UsageError } from '../../util/usage-error.ts'
import type { ColorChoice } from '../color.ts'
import type { Io } from '../io.ts'
import { say } from '../messages/print.ts'

export interface PublicKeyFlags {
  readonly publicKeys?: readonly string[]
  readonly profile?: string
  readonly color?: ColorChoice
}

export interface OpenedKeys {
  readonly finder: KeyFinder
}

/** Reports ignored entries of key files. Throws UsageError for files that are not saved keys. */
export async function openPublicKeys(
  { publicKeys, profile, color }: PublicKeyFlags,
  io: Io,
): Promise<OpenedKeys> {
  if (publicKeys === undefined) {
    const service = openKeyService(io.env, { profile })
    return { finder: onlineKeyFinder(service, keyCacheFolder(io.env), io.signal) }
  }
  const read = await Promise.all(
    publicKeys.map(async (file) => parseSavedKeys(await readText(file, io.cwd), file)),
  )
  const problems = read.flatMap(({ problems }) => problems)
  await say(
    io,
    problems.map((problem) => `note: left out: ${printable(problem)}`),
    color,
  )
  return { finder: savedKeyFinder(read.flatMap(({ keys }) => keys)) }
}

/** Throws UsageError if the file cannot be written. */
export async function savePublicKeys(file: string, { finder }: OpenedKeys, io: Io): Promise<void> {
  try {
    await writeFile(resolve(io.cwd, file), formatSavedKeys(finder.used()))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`--save-public-keys ${file}: cannot be written (${code})`, 'choose another file')
  }
}

/** Why keys could not be fetched, as lines for stderr. */
export function keyTrouble({ finder }: OpenedKeys): readonly string[] {
  return finder.problems.map((problem) => `note: ${printable(problem)}`)
}

/** The error if nothing could be verified. `isNarrow`: the options restrict times, accounts or the like. */
export function nothingVerified(
  { why }: Extract<Outcome, { kind: 'nothing-verified' }>,
  isNarrow: boolean,
): UnverifiedError {
  const [what, hint] = NOTHING[why]
  const more = why === 'no-digests' && isNarrow ? '; or widen --start, --end, --account, …' : ''
  return new UnverifiedError(`nothing could be verified: ${what}`, hint + more)
}

const NOTHING: Readonly<
  Record<Extract<Outcome, { kind: 'nothing-verified' }>['why'], readonly [string, string]>
> = {
  'no-digests': [
    'no digest files were found',
    'point at a folder that holds CloudTrail-Digest too; without it, log file validation was not turned on for the trail',
  ],
  'no-keys': [
    'the public keys are not known',
    'give --public-keys with saved `aws cloudtrail list-public-keys` output, or credentials that allow cloudtrail:ListPublicKeys',
  ],
  'no-signatures': [
    'no signatures are known',
    'save each as X.json.gz.metadata.json beside its digest file X.json.gz: aws s3api head-object --bucket … --key …',
  ],
}

async function readText(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`--public-keys ${file}: cannot be read (${code})`, 'give a file that you may read')
  }
}
