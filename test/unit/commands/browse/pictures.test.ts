// The pictures of browse in the documentation: the audit of the sample organization, done with keys alone. Each is what
// the screen shows after its keys. `npx vitest run test/unit/commands/browse/pictures.test.ts --update` draws them anew.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../../helpers/root.ts'
import { screenshot } from '../../../helpers/screenshot.ts'
import { browse } from '../../../helpers/terminal.ts'

const COMMAND = 'trail-explore browse samples/logs/organization'

interface Step {
  readonly keys: string
  readonly shows: readonly (string | RegExp)[]
  readonly picture?: string
}

const CALM = /^(?!.*reading the files again)/

const STEPS: readonly Step[] = [
  { keys: '', shows: ['127 of 300 events', '4 accounts'], picture: 'browse' },
  // Who signed in without MFA?
  { keys: 'pjjjjjjjjj\r', shows: ['MFA: false ×', /^ 1 of 300 events/, CALM], picture: 'browse-no-mfa' },
  // What else was done from there? The cursor stays on the event when the filters go.
  { keys: 'X', shows: ['No filter', CALM] },
  {
    keys: 'uiw',
    shows: [/^ 11 of 300 events/, 'Source IP address: 198.51.100.73 ×', CALM],
    picture: 'browse-changes',
  },
  // A new access key.
  { keys: '/CreateAccessKey\r', shows: [/▸ \*\S+ CreateAccessKey/] },
  { keys: '\r', shows: ['What happened'] },
  { keys: '/"AKIA\r', shows: [/▸.*"AKIA/], picture: 'browse-key' },
  { keys: '\u001b', shows: [/▸ \*\S+ CreateAccessKey/] },
  { keys: 'Xfaccess-key-id=AKIAI4\t', shows: ['access-key-id=AKIAI44QH8DHBEXAMPLE'] },
  { keys: '\r', shows: [/^ 17 of 300 events/, CALM], picture: 'browse-used' },
  // Who reads from the bucket now?
  { keys: 'gR', shows: ['Resource name: example-customer-exports ×', CALM] },
  { keys: 'X', shows: ['No filter', CALM] },
  {
    keys: 'R',
    shows: ['Resource name: example-customer-exports ×', /^ \d+ of 300 events/, CALM],
    picture: 'browse-bucket',
  },
  // And the trail?
  { keys: 'XpG\r', shows: [/^ 3 of 300 events/, CALM] },
  { keys: ':', shows: ['trail-explore lookup'], picture: 'browse-command' },
]

it('the audit of the sample organization is done with keys alone', async () => {
  const { press, terminal, ended } = browse(['samples/logs/organization'], { columns: 110, rows: 26 })
  for (const { keys, shows, picture } of STEPS) {
    await press(keys, ...shows)
    // The frame with the last of what is read.
    await new Promise((resolve) => setTimeout(resolve, 150))
    await press('', ...shows)
    if (picture === undefined) continue
    const svg = screenshot(terminal.painted, { columns: 110, command: COMMAND })
    await expect(svg).toMatchFileSnapshot(join(ROOT, 'docs/images', `${picture}.svg`))
  }
  await press('\u001bq')
  await press('q')
  expect(await ended).toMatchObject({ code: 0 })
})

it('every picture is in the documentation', () => {
  const text = ['README.md', 'docs/browse.md', 'docs/audit.md']
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .join()
  const pictures = STEPS.flatMap(({ picture }) => picture ?? [])
  expect(pictures.filter((picture) => !text.includes(`images/${picture}.svg`))).toEqual([])
})
