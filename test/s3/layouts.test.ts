// The tree is what it is, on disk and in S3: generated trees in every layout give the same answers from both, for every
// command that walks them, and those that are known without a walk. TREES=20000 and SEED=… ask more and others.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { askEverywhere, TREE_COMMANDS, type TreeServer } from '../helpers/same-everywhere.ts'
import { type S3Server, startS3Server } from '../helpers/s3-server.ts'

const TREES = Number(process.env['TREES'] ?? 500)
const FIRST_SEED = Number(process.env['SEED'] ?? 1)
/** Waits for the server overlap. */
const AT_ONCE = 4
/** Every tree is looked up; the other commands take turns. */
const TURNS = TREE_COMMANDS.filter((command) => command !== 'lookup')

let server: S3Server
const buckets: TreeServer['buckets'] = {}
beforeAll(async () => {
  server = await startS3Server({ buckets })
  // Every third bucket can only be listed level by level, as one that is too large for a page is.
  server.misbehave = ({ kind, bucket, query }) =>
    kind === 'ListObjectsV2' && !query.has('delimiter') && Number(bucket.slice('tree-'.length)) % 3 === 0
      ? { kind: 'error', status: 403, code: 'AccessDenied', message: 'no' }
      : undefined
})
afterAll(() => server.close())

test(
  `${TREES} trees give the same on disk and in S3`,
  async () => {
    let next = FIRST_SEED
    const ask = async (): Promise<void> => {
      while (next < FIRST_SEED + TREES) {
        const seed = next++
        const turn = TURNS[(seed >> 1) % TURNS.length]!
        const commands = seed % 2 === 0 || TREES === 1 ? (['lookup', turn] as const) : (['lookup'] as const)
        const { question, answers } = await askEverywhere(
          seed,
          { endpoint: server.endpoint, buckets },
          commands,
        )
        for (const { command, disk, bucket, expected } of answers) {
          const about = `SEED=${seed} TREES=1 ${command} ${JSON.stringify(question)}`
          expect({ about, found: bucket }).toEqual({ about, found: disk })
          expect({ about, found: disk }).toEqual({ about, found: expected ?? disk })
        }
        server.requests.length = 0
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, ask))
  },
  120_000 + TREES * 400,
)
