// `summary --by a,b -o html`: a table of the groups, and a heat map of two columns.

import { expect, test } from 'vitest'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const logs = tempLogs()
const event = (eventID: string, userName: string, awsRegion: string) => ({
  userIdentity: { type: 'IAMUser', userName },
  eventTime: '2024-08-18T10:00:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'ListBuckets',
  awsRegion,
  eventID,
  recipientAccountId: '000123456789',
})
const HOSTILE = '<script>alert(1)</script>'

async function pageOf(...options: string[]): Promise<string> {
  const file = logs.write('a.json', [
    event('1', 'ann', 'eu-west-1'),
    event('2', 'ann', 'eu-west-1'),
    event('3', 'ann', 'us-east-1'),
    event('4', HOSTILE, 'us-east-1'),
  ])
  const { stdout, code } = await runCli(['summary', file, ...options, '-o', 'html'])
  expect(code).toBe(0)
  expect(stdout).not.toContain(HOSTILE)
  return stdout
}

const cellsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text = '']) =>
    text
      .replaceAll(/<[^>]*>|\s+/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>'),
  )

test('a heat map of two columns, and the groups', async () => {
  const html = await pageOf('--by', 'user-name,region')
  const heat = /<table class="heat">.*?<\/table>/s.exec(html)![0]
  expect(cellsOf(heat)).toEqual(['Username', 'eu-west-1', 'us-east-1', 'ann', '2', '1', HOSTILE, '', '1'])
  expect(html).toContain('Events by User name and ')
  expect(cellsOf(html)).toContain('2024-08-18T10:00:00Z')
})

test('three columns have no heat map, and what is cut off is counted', async () => {
  const html = await pageOf('--by', 'user-name,region,event-name', '--top', '1')
  expect(html).not.toContain('class="heat"')
  expect(html).toContain('and 2 more')
})

test('times and Regions are not wrapped, and three columns are a list', async () => {
  const page = await pageOf('--by', 'user-name,region', '--interval', 'day')
  expect(page).toContain('Events by Day, User name and AWS region')
  expect(page).toMatch(/<th scope="row" class="whole">2024-08-18<\/th>/)
  expect(page).toMatch(/<td class="whole" data-label="First">2024-08-18T10:00:00Z<\/td>/)
})
