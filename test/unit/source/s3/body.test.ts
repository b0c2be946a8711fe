import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Part, readBody, type Resume } from '../../../../src/source/s3/body.ts'

const TEXT = 'the body of an object that may break anywhere'
const OPTIONS = { retries: 3, backoff: 0 }

/** Sends what is asked for, and breaks off after so many bytes of each answer. */
function server(breaks: readonly number[], { etag = 'a', ranges = true } = {}) {
  const asked: (Resume | undefined)[] = []
  const get = async (resume?: Resume): Promise<Part> => {
    asked.push(resume)
    const from = ranges ? (resume?.from ?? 0) : 0
    const sent = TEXT.slice(from, from + (breaks[asked.length - 1] ?? TEXT.length))
    return { body: Readable.from([Buffer.from(sent)]), from, end: TEXT.length, ...(etag !== '' && { etag }) }
  }
  return { asked, get }
}

async function hangs(): Promise<Part> {
  return { body: new Readable({ read() {} }), from: 0 }
}

describe('a body', () => {
  it('that breaks is continued where it broke, as the same object', async () => {
    const { asked, get } = server([5, 7])
    const { bytes } = await readBody(get, OPTIONS)
    expect(Buffer.from(bytes).toString()).toBe(TEXT)
    expect(asked).toEqual([undefined, { from: 5, etag: 'a' }, { from: 12, etag: 'a' }])
  })

  it('that a server sends from its beginning again is not taken twice', async () => {
    const { get } = server([5, 7], { ranges: false })
    expect(Buffer.from((await readBody(get, OPTIONS)).bytes).toString()).toBe(TEXT)
  })

  it('without an ETag is asked for from its beginning', async () => {
    const { asked, get } = server([5], { etag: '' })
    expect(Buffer.from((await readBody(get, OPTIONS)).bytes).toString()).toBe(TEXT)
    expect(asked).toEqual([undefined, undefined])
  })

  it('that stays broken is an error with the bytes that came', async () => {
    const { asked, get } = server([5, 0, 0, 0])
    await expect(readBody(get, OPTIONS)).rejects.toMatchObject({
      code: 'unreachable',
      message: `the connection broke 4 times, at last after 5 of ${TEXT.length} bytes`,
    })
    expect(asked).toHaveLength(4)
  })

  it('is given up when that is asked for', async () => {
    const abort = new AbortController()
    const reading = readBody(hangs, { ...OPTIONS, signal: abort.signal })
    setImmediate(() => abort.abort())
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('is whole wherever it breaks', async () => {
    const breaks = fc.array(fc.nat(TEXT.length), { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(breaks, fc.boolean(), fc.constantFrom('a', ''), async (at, ranges, etag) => {
        const { get } = server(at, { ranges, etag })
        expect(Buffer.from((await readBody(get, OPTIONS)).bytes).toString()).toBe(TEXT)
      }),
    )
  })
})
