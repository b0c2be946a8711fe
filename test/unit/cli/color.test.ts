import { expect, test } from 'vitest'
import type { ColorChoice } from '../../../src/cli/color.ts'
import { colorFor } from '../../../src/cli/color.ts'

test.each<[boolean, Record<string, string>, ColorChoice, boolean]>([
  [true, {}, 'auto', true],
  [false, {}, 'auto', false],
  [true, { NO_COLOR: '1' }, 'auto', false],
  [true, { NO_COLOR: '' }, 'auto', true],
  [true, { TERM: 'dumb' }, 'auto', false],
  [false, { FORCE_COLOR: '1' }, 'auto', true],
  [false, { FORCE_COLOR: 'true' }, 'auto', true],
  [true, { FORCE_COLOR: '0' }, 'auto', false],
  [true, { FORCE_COLOR: 'false' }, 'auto', false],
  [false, { FORCE_COLOR: '' }, 'auto', false],
  [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, 'auto', false],
  [false, { NO_COLOR: '1', TERM: 'dumb' }, 'always', true],
  [true, { FORCE_COLOR: '1' }, 'never', false],
])('terminal %s, %j, --color %s: %s', async (isTty, env, choice, colored) => {
  const color = await colorFor({ isTty }, env, choice)
  expect(color.red('x')).toBe(colored ? '\u001b[31mx\u001b[39m' : 'x')
})
