// Pages in a real browser: what hostile events do in it, which must be nothing, and what a reader does.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, withPage } from '../../../helpers/chromium.ts'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const HOSTILE = [
  '<script>window.hit=1</script>',
  '</script><script>window.hit=1</script>',
  '</title></style></textarea></noscript><script>window.hit=1</script>',
  '<img src=x onerror="window.hit=1">',
  '"><svg onload=window.hit=1>',
  "' onmouseover='window.hit=1",
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '<a href="javascript:window.hit=1">x</a>',
  'javascript:window.hit=1',
  '<style>*{display:none}</style><link rel=stylesheet href=https://example.com/a.css>',
  '<meta http-equiv=refresh content="0;url=https://example.com/">',
  '<base href=https://example.com/><form action=https://example.com/><input name=events>',
  '<!--<script>',
  'user\u202egnp.exe\u2066\u200b\ufeff',
  '\u0000\u001b[31m\u2028\u2029',
  '__proto__',
  'constructor',
  '${window.hit=1}`{{window.hit=1}}',
  '&lt;b&gt;&amp;',
]

const logs = tempLogs()

// A number that JavaScript cannot hold, and a key that would reach a prototype.
function hostileRecords(): string[] {
  return HOSTILE.map((text, i) => {
    const parameters = `{${JSON.stringify(text)}:{"__proto__":{"polluted":true},"n":12345678901234567890}}`
    return JSON.stringify({
      eventVersion: '1.09',
      userIdentity: { type: 'IAMUser', userName: text, arn: text, accountId: text, principalId: text },
      eventTime: `2024-08-18T10:00:${String(i).padStart(2, '0')}Z`,
      eventSource: text,
      eventName: text,
      awsRegion: text,
      sourceIPAddress: text,
      userAgent: text,
      errorCode: text,
      errorMessage: text,
      requestParameters: 'PARAMETERS',
      eventID: text,
      recipientAccountId: text,
      readOnly: false,
    }).replace('"PARAMETERS"', () => parameters)
  })
}

if (CHROMIUM === undefined) console.log('skipped: no Chromium to open reports in')

describe.skipIf(CHROMIUM === undefined)('in Chromium', { timeout: 120_000 }, () => {
  let page: string
  beforeAll(async () => {
    const file = logs.write('<img src=x onerror=window.hit=1>.json', hostileRecords())
    page = join(logs.folder, 'page.html')
    const title = '</title><script>window.hit=1</script>'
    const argv = ['report', file, '--title', title, '--author', HOSTILE[3]!, '--output-file', page]
    await runCli(argv)
  })

  it('runs nothing of what a log holds, asks for nothing, and shows it as text', async () => {
    await withPage(page, async ({ evaluate, reports, requests }) => {
      await evaluate('document.querySelector("#status").textContent.endsWith(" events") || undefined')
      // Everything that can be opened is.
      await evaluate(`
        for (const details of document.querySelectorAll('details')) details.open = true
        for (const row of document.querySelectorAll('#table tbody tr')) row.click()
        for (const row of document.querySelectorAll('*')) row.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
        true`)
      expect(await evaluate('typeof window.hit')).toBe('undefined')
      expect(await evaluate('({}).polluted === undefined && Object.keys(Object.prototype).length')).toBe(0)
      expect(
        await evaluate(
          'document.querySelectorAll("img, iframe, a:not([href^=\\"#\\"]), base, link, object, embed").length',
        ),
      ).toBe(0)
      expect(await evaluate('document.scripts.length')).toBe(2)
      expect(
        await evaluate(
          '[...document.querySelectorAll("*")].flatMap((e) => [...e.attributes]).filter((a) => a.name.startsWith("on") || a.name === "style").length',
        ),
      ).toBe(0)
      const names = await evaluate<string[]>(
        '[...document.querySelectorAll("#table tbody tr:not(.details)")].map((row) => row.cells[1].textContent)',
      )
      expect(names.reverse()).toEqual(HOSTILE.map(shown))
      const records = await evaluate<string>(
        '[...document.querySelectorAll("pre")].map((pre) => pre.textContent).join("")',
      )
      expect(records).toContain('"n": 12345678901234567890')
      expect(records).not.toMatch(/[\u202e\u2066\u200b\ufeff\u2028]/)
      expect(reports).toEqual([])
      expect(requests).toEqual([])
    })
  })

  it('shows the findings of detect as text too, with rules of any title', async () => {
    const rules = join(logs.folder, 'hostile.yml')
    writeFileSync(
      rules,
      HOSTILE.slice(0, 12)
        .map((text, i) =>
          JSON.stringify({
            title: text,
            id: `rule-${i}`,
            author: text,
            description: text,
            tags: [text],
            falsepositives: [text],
            references: [text],
            logsource: { product: 'aws', service: 'cloudtrail' },
            detection: { s: { readOnly: false }, condition: 's' },
            level: 'high',
          }),
        )
        .join('\n---\n'),
    )
    const events = logs.write('hostile.json', hostileRecords())
    const argv = ['detect', events, '--no-pack', '--rules', rules, '-o', 'html']
    const { stdout } = await runCli(argv)
    const file = join(logs.folder, 'findings.html')
    writeFileSync(file, stdout)
    await withPage(file, async ({ evaluate, reports, requests }) => {
      await evaluate('document.querySelector("#status").textContent.endsWith(" events") || undefined')
      await evaluate(`
        for (const details of document.querySelectorAll('details')) details.open = true
        for (const row of document.querySelectorAll('#table tbody tr')) row.click()
        true`)
      expect(await evaluate('typeof window.hit')).toBe('undefined')
      expect(await evaluate('document.querySelectorAll("details.finding").length')).toBe(12)
      expect(
        await evaluate('document.querySelectorAll("img, iframe, base, link, object, embed").length'),
      ).toBe(0)
      expect(await evaluate('document.scripts.length')).toBe(2)
      expect(reports).toEqual([])
      expect(requests).toEqual([])
    })
  })

  it('stops a script that got into the page all the same', async () => {
    await withPage(page, async ({ evaluate, reports }) => {
      await evaluate(`
        const script = document.createElement('script')
        script.textContent = 'window.hit = 1'
        document.body.append(script)
        document.body.insertAdjacentHTML('beforeend', '<img src="https://example.com/x" onerror="window.hit = 1">')
        true`)
      // Of the script and of the image.
      const refused = () => reports.filter((report) => report.includes('Content Security Policy')).length
      await expect.poll(refused, { timeout: 100_000 }).toBeGreaterThanOrEqual(2)
      expect(await evaluate('typeof window.hit')).toBe('undefined')
    })
  })

  it('searches, sorts, turns pages and looks up the events of a finding', async () => {
    const file = join(logs.folder, 'samples.html')
    await runCli(['report', 'samples/logs/organization', '--output-file', file])
    await withPage(file, async ({ evaluate, reports }) => {
      const status = 'document.querySelector("#status").textContent'
      await evaluate(`${status} === "300 events" || undefined`)
      const rows = 'document.querySelectorAll("#table tbody tr").length'
      expect(await evaluate(rows)).toBe(100)
      expect(await evaluate('document.querySelector("#place").textContent')).toBe('1 to 100 of 300')
      await evaluate('document.querySelector("[data-go=last]").click() ?? true')
      expect(await evaluate('document.querySelector("#place").textContent')).toBe('201 to 300 of 300')

      await evaluate('document.querySelectorAll("#table thead button")[1].click() ?? true')
      expect(await evaluate('document.querySelectorAll("#table thead th")[1].ariaSort')).toBe('ascending')
      const names = '[...document.querySelectorAll("#table tbody tr")].map((row) => row.cells[1].textContent)'
      const sorted = await evaluate<string[]>(names)
      expect(sorted).toEqual([...sorted].sort())

      await evaluate(
        'document.querySelector("#search").value = "stoplogging production-trail"; document.querySelector("#search").dispatchEvent(new Event("input")); true',
      )
      await evaluate(`${status} === "1 of 300 events" || undefined`)
      expect(await evaluate<string[]>(names)).toEqual(['StopLogging'])

      await evaluate('document.querySelector("button[data-search]").click() ?? true')
      await evaluate(`${status} === "1 of 300 events" || undefined`)
      await evaluate('document.querySelector("#table .open").click() ?? true')
      expect(await evaluate('document.querySelector("#table .open").ariaExpanded')).toBe('true')
      const record = await evaluate<string>('document.querySelector("#table pre").textContent')
      expect(JSON.parse(record)).toMatchObject({
        eventID: await evaluate('document.querySelector("#search").value'),
      })
      expect(reports).toEqual([])
    })
  })

  it('puts all events that were found on paper, or says which ones are', async () => {
    const file = join(logs.folder, 'printed.html')
    await runCli(['report', 'samples/logs/organization', '--output-file', file])
    await withPage(file, async ({ evaluate }) => {
      await evaluate('document.querySelector("#status").textContent === "300 events" || undefined')
      const rows = 'document.querySelectorAll("#table tbody tr:not(.details)").length'
      const note = 'document.querySelector("#printed").textContent'
      const print = async (): Promise<readonly unknown[]> => {
        await evaluate('dispatchEvent(new Event("beforeprint")) ?? true')
        const seen = [await evaluate(rows), await evaluate(note)]
        await evaluate('dispatchEvent(new Event("afterprint")) ?? true')
        return seen
      }
      expect(await print()).toEqual([300, ''])
      expect(await evaluate(rows)).toBe(100)
      // Details that somebody has opened stay, and the note says what that means.
      await evaluate('document.querySelector("#table tbody tr").click() ?? true')
      const [number, said] = await print()
      expect(number).toBe(100)
      expect(said).toMatch(/^On paper: events 1 to 100 of 300.*Close the details/)
      expect(await evaluate('document.querySelectorAll("#table .details").length')).toBe(1)
    })
  })
})

function shown(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u200b\u2028\u2029\u202e\u2066\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
