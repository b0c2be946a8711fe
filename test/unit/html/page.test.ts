import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packEvents } from '../../../src/html/events.ts'
import { renderPage } from '../../../src/html/page.ts'
import { ROOT } from '../../helpers/root.ts'

const TABLE = { columns: ['Event time', 'Event name'], shown: 1, events: 1, total: 1, packed: 'AAAA' }

test('the policy allows the one script and style of the page and nothing else', () => {
  const text = renderPage({ title: 'T', generator: 'G', sections: [], events: TABLE }).join('')
  const hash = (kind: string) => {
    const [inside, ...more] = [...text.matchAll(new RegExp(`<${kind}>(.*?)</${kind}>`, 'gs'))].map(
      ([, body]) => body!,
    )
    expect(more).toEqual([])
    return `'sha256-${createHash('sha256').update(inside!).digest('base64')}'`
  }
  expect(/Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1]).toBe(
    `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
  )
})

test('a page without events has no script, and none may run', () => {
  const text = renderPage({ title: 'T', generator: 'G', sections: [], events: undefined }).join('')
  expect(text).not.toMatch(/<script|script-src/)
  expect(text).toContain("default-src 'none'")
})

test('the script has nothing that parses HTML or runs text, and nothing that would end it early', () => {
  const script = readFileSync(join(ROOT, 'src/html/page.js'), 'utf8')
  expect(script).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\beval\b|Function\(|srcdoc|<\/script|<!--/,
  )
})

test('events are packed as two lines each, and records stay as they are to the byte', async () => {
  const packer = packEvents()
  const record = Buffer.from('{"a":1.0,"a":12345678901234567890,"b":"\\u202e\xff"}', 'latin1')
  for (let i = 0; i < 3; i++) await packer.add([`cell ${i}`, ''], record)
  const packed = await packer.end()
  expect(packed).toMatch(/^[A-Za-z0-9+/=]+$/)
  const lines = [0, 1, 2].flatMap((i) => [Buffer.from(`["cell ${i}",""]\n`), record, Buffer.from('\n')])
  expect(gunzipSync(Buffer.from(packed, 'base64'))).toEqual(Buffer.concat(lines))
})
