// Finds keys by asking CloudTrail, and keeps what it learned on disk: a key never changes, so it is asked for once. What
// is kept is believed as CloudTrail's word, so only where nobody else can write.

import { randomUUID } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder, makePrivateFolder, readPrivateFile } from '../util/private-folder.ts'
import { isRegion } from '../logfile/object-key.ts'
import type { KeyService } from './key-service.ts'
import { formatSavedKeys, parseSavedKeys, type KeyFinder, type KeyNeed, type PublicKey } from './keys.ts'

/** `trail-explore/public-keys` below the user's cache folder; undefined when that is not known. */
export function keyCacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return cacheFolder(env, 'public-keys')
}

/** `folder` undefined: nothing is kept. A cache that cannot be read or written only costs the question again. */
export function onlineKeyFinder(
  service: KeyService,
  folder: string | undefined,
  signal?: AbortSignal,
): KeyFinder {
  const regions = new Map<string, Map<string, PublicKey>>()
  const questions = new Map<string, Promise<void>>()
  const used = new Map<string, PublicKey>()
  const problems = new Set<string>()

  return {
    async find(fingerprint, need) {
      // The Region is a stranger's word, and becomes a file name and a host name.
      if (!isRegion(need.region)) return undefined
      const known = regions.get(need.region) ?? readCache(need.region)
      regions.set(need.region, known)
      if (!known.has(fingerprint)) await askOnce(need, known)
      const found = known.get(fingerprint)
      if (found) used.set(fingerprint, found)
      return found
    },
    used: () => [...used.values()],
    get problems() {
      return [...problems]
    },
  }

  function askOnce(need: KeyNeed, known: Map<string, PublicKey>): Promise<void> {
    const id = `${need.region} ${need.from} ${need.to}`
    const asked = questions.get(id) ?? ask(need, known)
    questions.set(id, asked)
    return asked
  }

  async function ask(need: KeyNeed, known: Map<string, PublicKey>): Promise<void> {
    try {
      const keys = await service.list(need.region, need.from, need.to, signal)
      for (const key of keys) known.set(key.fingerprint, key)
      if (keys.length > 0) await writeCache(folder, need.region, [...known.values()])
    } catch (error) {
      signal?.throwIfAborted()
      problems.add(
        `no public keys of ${need.region}: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }

  function readCache(region: string): Map<string, PublicKey> {
    if (folder === undefined) return new Map()
    const file = join(folder, `${region}.json`)
    const kept = readPrivateFile(folder, `${region}.json`)
    if (kept.text === undefined) {
      if (kept.why === 'foreign')
        problems.add(`the saved keys in ${file} are not used: somebody else may have written them`)
      return new Map()
    }
    try {
      const { keys } = parseSavedKeys(kept.text, file)
      return new Map(keys.map((key) => [key.fingerprint, key]))
    } catch {
      return new Map()
    }
  }
}

async function writeCache(
  folder: string | undefined,
  region: string,
  keys: readonly PublicKey[],
): Promise<void> {
  if (folder === undefined) return
  const file = join(folder, `${region}.json`)
  const draft = `${file}.${randomUUID()}.tmp`
  try {
    if (!makePrivateFolder(folder)) return
    // Written aside and renamed: another run sees the old list or the new one, never half of one.
    await writeFile(draft, formatSavedKeys(keys), { mode: 0o600 })
    await rename(draft, file)
  } catch {
    // A read-only home is no reason to stop.
  }
}
