import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packEvents } from '../../../src/html/events.ts'
import { renderPage } from '../../../src/html/page.ts'
import { ROOT } from '../../helpers/root.ts'

const TABLE = {
  columns: ['Event time', 'Event name'],
  shown: 1,
  events: 1,
  records: 1,
  isFull: false,
  total: 1,
  packed: 'AAAA',
}

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
  const packer = packEvents(10)
  const record = Buffer.from('{"a":1.0,"a":12345678901234567890,"b":"\\u202e\xff"}', 'latin1')
  for (let i = 0; i < 3; i++) await packer.add([`cell ${i}`, ''], record)
  const packed = await packer.end()
  expect(packed).toMatch(/^[A-Za-z0-9+/=]+$/)
  const lines = [0, 1, 2].flatMap((i) => [Buffer.from(`["cell ${i}",""]\n`), record, Buffer.from('\n')])
  expect(gunzipSync(Buffer.from(packed, 'base64'))).toEqual(Buffer.concat(lines))
})

/** A record that does not compress, as the worst case. */
function noise(i: number): Buffer {
  const texts = Array.from({ length: 40 }, (_, n) => Math.sin(i * 50 + n).toString(36))
  return Buffer.from(JSON.stringify({ i, texts }))
}

function noisyCells(i: number): readonly string[] {
  return [`2024-08-18T10:00:00Z ${Math.cos(i).toString(36)}`, '']
}

test('a file that would be too large omits records first, then rows, and the same each time', async () => {
  const pack = async (): Promise<{ readonly packed: string; readonly counts: readonly unknown[] }> => {
    const packer = packEvents(20_000, 600_000)
    for (let i = 0; i < 20_000; i++) await packer.add(noisyCells(i), noise(i))
    const counts = [packer.events, packer.records, packer.isFull]
    return { packed: await packer.end(), counts }
  }
  const { packed, counts } = await pack()
  const [events, records, isFull] = counts as [number, number, boolean]
  expect(packed.length).toBeLessThan(610_000)
  expect(packed.length).toBeGreaterThan(500_000)
  expect(isFull).toBe(true)
  expect(records).toBeGreaterThan(100)
  expect(events).toBeGreaterThan(records * 2)
  const lines = gunzipSync(Buffer.from(packed, 'base64')).toString().split('\n')
  expect(lines).toHaveLength(events * 2 + 1)
  expect(lines[records * 2 - 1]).toBe(noise(records - 1).toString())
  expect(lines.slice(records * 2).filter((line, i) => i % 2 === 1 && line !== '')).toEqual([])
  expect((await pack()).counts).toEqual(counts)
})

/** What stands before the table of a page. */
function note(more: Partial<typeof TABLE>): string {
  const events = { ...TABLE, ...more }
  const text = renderPage({ title: 'T', generator: 'G', sections: [], events }).join('')
  return (/<p class="note">\s*<strong>(.*?)<\/p>/s.exec(text)?.[1] ?? '').replace(/<[^>]*>|\s+/g, ' ')
}

test('the page says what is not in the file, and why', () => {
  const many = { events: 5000, records: 5000, total: 5000 }
  expect(note(many)).toBe('')
  expect(note({ ...many, total: 7000 })).toMatch(
    /^The newest 5,000 of 7,000 events are in this file\. .*counts all/,
  )
  expect(note({ ...many, records: 100 })).toMatch(
    /^All 5,000 events are in this file, the newest 100 of them with their records, because the file would be too large/,
  )
  expect(note({ ...many, records: 100, total: 7000, isFull: true })).toMatch(
    /^The newest 5,000 of 7,000 events are in this file, the newest 100 of them with their records, because/,
  )
})

/** WCAG 2: relative luminance of sRGB. */
function luminance(color: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = color.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function over(top: readonly number[], bottom: readonly number[], opacity: number): readonly number[] {
  return top.map((value, i) => value * opacity + bottom[i]! * (1 - opacity))
}

test.each([
  ['light', /^:root \{(.*?)\}/ms, 0.8],
  ['dark', /prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}/s, 0.8 * 0.6],
  ['print', /@media print \{\s*:root \{(.*?)\}/s, 0.8 * 0.6],
])('every text has a contrast of at least 4.5 on its background: %s', (_, rule, heat) => {
  const css = readFileSync(join(ROOT, 'src/html/page.css'), 'utf8')
  const colors = new Map(
    [...rule.exec(css)![1]!.matchAll(/--([\w-]+): #([\da-f]+)/g)].map(([, name, hex]) => {
      const digits = hex!.length === 3 ? hex!.replace(/./g, '$&$&') : hex!
      return [name!, [0, 2, 4].map((i) => Number.parseInt(digits.slice(i, i + 2), 16))] as const
    }),
  )
  const color = (name: string): readonly number[] => colors.get(name)!
  const pairs = [
    ...['text', 'soft', 'link', 'bad', 'warn', 'good'].flatMap((text) => [
      [text, color(text), color('page')] as const,
      [text, color(text), color('raised')] as const,
    ]),
    ...['text', 'link', 'bad', 'soft'].map((text) => [text, color(text), color('bad-page')] as const),
    ['figure of a heat map', color('text'), over(color('bar'), color('page'), heat)] as const,
  ]
  const poor = pairs.filter(([, text, page]) => contrast(text, page) < 4.5)
  expect(poor.map(([name, text, page]) => `${name}: ${contrast(text, page).toFixed(2)}`)).toEqual([])
})
