import { expect, test } from 'vitest'
import { consoleLink } from '../../../src/event/console-link.ts'
import { eventFrom } from './records.ts'

const NOW = Date.parse('2024-08-18T12:00:00Z')
const ID = '11111111-1111-4111-8111-111111111111'
const PLAIN = {
  eventTime: '2024-08-18T11:40:01Z',
  eventName: 'DeleteBucket',
  eventSource: 's3.amazonaws.com',
  awsRegion: 'eu-west-1',
  eventID: ID,
  eventCategory: 'Management',
}

test.each<[string, object, string | undefined]>([
  ['plain', {}, `https://eu-west-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-west-1#/events/${ID}`],
  [
    'China',
    { awsRegion: 'cn-north-1' },
    `https://cn-north-1.console.amazonaws.cn/cloudtrailv2/home?region=cn-north-1#/events/${ID}`,
  ],
  [
    'GovCloud',
    { awsRegion: 'us-gov-west-1' },
    `https://us-gov-west-1.console.amazonaws-us-gov.com/cloudtrailv2/home?region=us-gov-west-1#/events/${ID}`,
  ],
  ['an isolated partition', { awsRegion: 'us-iso-east-1' }, undefined],
  [
    '89 days old',
    { eventTime: '2024-05-21T12:00:00Z' },
    `https://eu-west-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-west-1#/events/${ID}`,
  ],
  ['90 days old', { eventTime: '2024-05-20T12:00:00Z' }, undefined],
  ['without a time', { eventTime: 'yesterday' }, undefined],
  ['a data event', { eventCategory: 'Data' }, undefined],
  ['an Insights event', { eventCategory: 'Insight' }, undefined],
  ['a Region that leads elsewhere', { awsRegion: 'evil.example/' }, undefined],
  ['an ID that is more than one', { eventID: `${ID}?x=1` }, undefined],
  ['no ID', { eventID: '' }, undefined],
])('%s', (_, changes, link) => {
  expect(consoleLink(eventFrom({ ...PLAIN, ...changes }), NOW)).toBe(link)
})
