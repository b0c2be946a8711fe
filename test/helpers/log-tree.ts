// Invented trees of log files, by name only, for commands that do not read them.

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface LogName {
  readonly account?: string
  readonly folder?: string
  readonly region?: string
  /** `2024-08-18T11:40`, UTC. */
  readonly delivered: string
  readonly unique?: string
  readonly prefix?: string
}

/** The key that CloudTrail gives to a log file. */
export function logKey({
  account = '123456789012',
  folder = 'CloudTrail',
  region = 'us-east-1',
  delivered,
  unique = 'abcdefghijklmnop',
  prefix = '',
}: LogName): string {
  const day = delivered.slice(0, 10)
  const minute = `${day.replaceAll('-', '')}T${delivered.slice(11, 16).replace(':', '')}Z`
  return `${prefix}AWSLogs/${account}/${folder}/${region}/${day.replaceAll('-', '/')}/${account}_${folder}_${region}_${minute}_${unique}.json.gz`
}

/** The key of a digest file that ends at this time: `2024-08-18T11:00:00`, UTC. */
export function digestKey(end: string, region = 'us-east-1', account = '123456789012'): string {
  const time = `${end.replaceAll(/[-:]/g, '')}Z`
  return `AWSLogs/${account}/CloudTrail-Digest/${region}/${end.slice(0, 10).replaceAll('-', '/')}/${account}_CloudTrail-Digest_${region}_a_trail_us-east-1_${time}.json.gz`
}

/** A log file with one record, different for each text. */
export function logBytes(text: string): Buffer {
  return gzipSync(JSON.stringify({ Records: [{ eventVersion: '1.09', eventID: text }] }))
}

export async function writeFiles(
  root: string,
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<void> {
  for (const [key, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(root, key)), { recursive: true })
    await writeFile(join(root, key), bytes)
  }
}

/** Every file below a folder, including hidden ones: path with `/` → bytes. Does not follow links. */
export async function readFiles(root: string): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {}
  for (const path of filesBelow(root)) files[path] = await readFile(join(root, path))
  return files
}

export function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(root, path)).isFile())
    .sort()
}
