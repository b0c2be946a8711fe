import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diskSource } from '../../../src/source/disk.ts'
import { countingSource } from '../../helpers/counting-source.ts'

test('everything that is asked is counted, and passed on', async () => {
  const root = mkdtempSync(join(tmpdir(), 'counting-source-'))
  mkdirSync(join(root, 'd'))
  writeFileSync(join(root, 'f'), 'abc')
  const { source, counts } = countingSource(diskSource(root, '/'))
  const { folders, objects } = await source.list(source.start)
  expect(folders).toEqual([`${source.start}d/`])
  for (const object of objects) await source.read(object)
  expect(counts).toEqual({ lists: [source.start], reads: [`${source.start}f`], bytes: 3, keys: 2 })
  rmSync(root, { recursive: true })
})
