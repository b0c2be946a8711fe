import { expect, test } from 'vitest'
import { eventOf } from '../../../src/event/event.ts'
import { compileDetails, DETAIL_FIELDS, detailText, MORE_FIELDS } from '../../../src/format/details.ts'
import { eventFrom } from '../event/records.ts'

/** The text of one detail, with its mark. */
function detail(field: string, record: object): string {
  return detailText(compileDetails([field], undefined)(eventFrom(record))[0]!)
}

test.each<[string, object, string]>([
  ['read-only', { readOnly: true }, 'true'],
  ['read-only', { readOnly: 'false' }, 'false'],
  ['read-only', { eventName: 'ListBuckets' }, 'true (inferred)'],
  ['user-name', { userIdentity: { type: 'IAMUser', userName: 'alice' } }, 'alice'],
  ['user-name', { userIdentity: { type: 'Root' } }, 'root (derived)'],
  ['user-name', { userIdentity: { type: 'AssumedRole', principalId: 'AROAEXAMPLE:bob' } }, 'bob (derived)'],
  ['user-name', {}, ''],
  ['account', { recipientAccountId: '000123456789' }, '000123456789'],
  ['account', { userIdentity: { accountId: '000123456789' } }, '000123456789'],
  ['mfa', { userIdentity: { sessionContext: { attributes: { mfaAuthenticated: 'true' } } } }, 'true'],
  ['mfa', { eventName: 'ConsoleLogin', additionalEventData: { MFAUsed: 'Yes' } }, 'true (derived)'],
  ['event-category', { eventCategory: 'Data' }, 'Data'],
  ['event-category', {}, 'Management (derived)'],
  ['event-source', { eventSource: 'ec2.amazonaws.com' }, 'ec2.amazonaws.com'],
])('%s of %j: %s', (field, record, text) => {
  expect(detail(field, record)).toBe(text)
})

test("a user name that CloudTrail's own response gave is not derived", () => {
  const event = eventOf({ userIdentity: { type: 'Root' } }, { file: '' }, { username: 'admin' })
  expect(detailText(compileDetails(['user-name'], undefined)(event)[0]!)).toBe('admin')
})

test('times are in the zone asked for', () => {
  const event = eventFrom({ eventTime: '2024-08-18T11:48:43Z' })
  expect(compileDetails(['event-time'], 'Asia/Tokyo')(event)[0]!.text).toBe('2024-08-18T20:48:43+09:00')
})

test('the fields are fields', () => {
  const labels = compileDetails(
    [...DETAIL_FIELDS, ...MORE_FIELDS],
    undefined,
  )(eventFrom({})).map(({ field }) => field.label)
  expect(new Set(labels).size).toBe(DETAIL_FIELDS.length + MORE_FIELDS.length)
})
