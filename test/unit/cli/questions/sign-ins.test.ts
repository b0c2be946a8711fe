// Sign-ins and what came of them: filters, presets and summary say the same.

import { describe, expect, it } from 'vitest'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const logs = tempLogs()
let seconds = 0
const signIn = (eventName: string, userIdentity: object, more: object) => ({
  eventVersion: '1.09',
  userIdentity,
  eventTime: new Date(Date.UTC(2024, 7, 18, 10, 0, seconds++)).toISOString(),
  eventSource: 'signin.amazonaws.com',
  eventName,
  eventID: `${eventName}-${seconds}`,
  eventType: 'AwsConsoleSignIn',
  readOnly: false,
  ...more,
})
const portal = (eventName: string, outcome: string) =>
  signIn(
    eventName,
    { type: 'Unknown', userName: 'gina@example.com' },
    { eventType: 'AwsServiceEvent', serviceEventDetails: { [eventName]: outcome } },
  )
const file = logs.write('sign-ins.json', [
  signIn('ConsoleLogin', { type: 'Root' }, { responseElements: { ConsoleLogin: 'Success' } }),
  signIn(
    'ConsoleLogin',
    { type: 'IAMUser', userName: 'alice' },
    { responseElements: { ConsoleLogin: 'Failure' } },
  ),
  signIn(
    'ConsoleLogin',
    { type: 'AssumedRole', principalId: 'AROAEXAMPLE:erin' },
    { responseElements: { ConsoleLogin: 'Success' } },
  ),
  signIn(
    'SwitchRole',
    { type: 'IAMUser', userName: 'alice' },
    { responseElements: { SwitchRole: 'Failure' } },
  ),
  portal('CredentialChallenge', 'Success'),
  portal('CredentialVerification', 'Failure'),
  portal('CredentialVerification', 'Success'),
  portal('UserAuthentication', 'Success'),
  signIn('CheckMfa', { type: 'Root' }, { responseElements: { CheckMfa: 'Success' } }),
])
const rows = async (...argv: readonly string[]) => {
  const { stdout } = await runCli([
    'lookup',
    file,
    '-o',
    'tsv',
    '--columns',
    'event-name,result',
    '--order',
    'asc',
    ...argv,
  ])
  return stdout.trim().split('\n').slice(1)
}

const FAILED = ['ConsoleLogin\tFailure', 'SwitchRole\tFailure', 'CredentialVerification\tFailure']

describe('sign-ins', () => {
  it.each([
    [['--errors']],
    [['--preset', 'errors']],
    [['--preset', 'failed-logins']],
    [['--preset', 'logins', '--errors']],
  ])('that failed: %j', async (argv) => {
    expect(await rows(...argv)).toEqual(FAILED)
  })

  it('of every kind', async () => {
    expect(await rows('--preset', 'logins')).toEqual([
      'ConsoleLogin\tSuccess',
      'ConsoleLogin\tFailure',
      'ConsoleLogin\tSuccess',
      'SwitchRole\tFailure',
      'CredentialChallenge\tSuccess',
      'CredentialVerification\tFailure',
      'CredentialVerification\tSuccess',
      'UserAuthentication\tSuccess',
    ])
  })

  it('are in the summary, with what came of them', async () => {
    const { stdout } = await runCli(['summary', file, '-o', 'json'])
    const summary = JSON.parse(stdout) as {
      readonly newestEvents: { readonly signIns: readonly Readonly<Record<string, string>>[] }
      readonly counts: { readonly errorCode: readonly object[] }
    }
    expect(summary.newestEvents.signIns.map((row) => `${row['eventName']} ${row['result']}`)).toEqual([
      'UserAuthentication Success',
      'CredentialVerification Success',
      'CredentialVerification Failure',
      'CredentialChallenge Success',
      'SwitchRole Failure',
    ])
    // Those without a value are a row for programs in every count.
    expect(summary.counts.errorCode).toEqual([{ value: null, events: 9 }])
  })
})
