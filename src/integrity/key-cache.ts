// Fetches public keys from CloudTrail and caches them on disk. A key never changes, so it is fetched once. Cached keys
// are trusted as if they came from CloudTrail, so the cache is only used in a folder that nobody else can write to.

import { randomUUID } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder, makePrivateFolder, readPrivateFile } from '../util/private-folder.ts'
import { isRegion } from '../logfile/object-key.ts'
import type { KeyService } from './key-service.ts'
import { formatSavedKeys, parseSavedKeys, type KeyFinder, type KeyNeed, type PublicKey } from './keys.ts'

/** `trail-explore/public-keys` in the user's cache folder; undefined if there is no known cache folder. */
export function keyCacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return cacheFolder(env, 'public-keys')
}

/**
 * A key finder that asks CloudTrail. With `folder` undefined nothing is cached. An unreadable or unwritable cache only
 * costs another request.
 */
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
      // The Region comes from an untrusted digest, and is used in a file name and a host name.
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
    // Written to a temporary file and renamed, so that another run sees the old list or the new one, never a partial
    // one.
    await writeFile(draft, formatSavedKeys(keys), { mode: 0o600 })
    await rename(draft, file)
  } catch {
    // A read-only home folder is no reason to fail.
  }
}
