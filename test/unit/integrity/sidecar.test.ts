import { describe, expect, it } from 'vitest'
import {
  formatSidecar,
  isSidecar,
  parseSidecar,
  sidecarKey,
  signatureOf,
} from '../../../src/integrity/sidecar.ts'

const metadata = { signature: 'AB01', 'signature-algorithm': 'SHA256withRSA' }
const read = { signature: 'ab01', algorithm: 'SHA256withRSA', backfillGenerated: undefined }

describe('a side-car', () => {
  it('lies beside the zipped name', () => {
    expect(sidecarKey('a/X.json.gz')).toBe('a/X.json.gz.metadata.json')
    expect(sidecarKey('a/X.json')).toBe('a/X.json.gz.metadata.json')
    expect(isSidecar('X.json.gz.metadata.json')).toBe(true)
    expect(isSidecar('X.json.gz')).toBe(false)
  })

  it('keeps what the object had', () => {
    expect(parseSidecar(formatSidecar(metadata)!)).toEqual(read)
    const backfill = { ...metadata, 'backfill-generation-timestamp': '2025-05-20T00:00:00.000Z' }
    expect(parseSidecar(formatSidecar(backfill)!)?.backfillGenerated).toBe('2025-05-20T00:00:00.000Z')
  })

  it('may be saved head-object output', () => {
    expect(parseSidecar(JSON.stringify({ ContentLength: 7, Metadata: metadata }))).toEqual(read)
  })

  it.each(['', '{', 'null', '[]', '{"signature":7,"signature-algorithm":"x"}', '{"signature":"ab"}'])(
    'is none: %s',
    (text) => expect(parseSidecar(text)).toBeUndefined(),
  )

  it('is not written for objects without a signature', () => {
    expect(formatSidecar(undefined)).toBeUndefined()
    expect(formatSidecar({ other: 'x' })).toBeUndefined()
    expect(signatureOf(Object.create(metadata))).toBeUndefined()
  })
})
