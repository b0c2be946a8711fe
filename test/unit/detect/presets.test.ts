// Presets and rules of the pack that ask the same question give the same answer, and a rule that asks for a part of what a
// preset asks for finds nothing beyond it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileDetection } from '../../../src/detect/rule-set.ts'
import { parseSigma } from '../../../src/detect/sigma-parse.ts'
import type { Event } from '../../../src/event/event.ts'
import { compileFilter } from '../../../src/filter/compile.ts'
import type { PresetName } from '../../../src/filter/preset-names.ts'
import { presetOf } from '../../../src/filter/presets.ts'
import { ROOT } from '../../helpers/root.ts'
import { eventFrom } from '../event/records.ts'
import { EVENTS } from './pack.events.ts'

const SAME: readonly (readonly [rule: string, preset: PresetName])[] = [
  ['root-use', 'root'],
  ['console-sign-in-without-mfa', 'no-mfa'],
]
const PART_OF: readonly (readonly [rule: string, preset: PresetName])[] = [
  ['administrator-policy-attached', 'iam'],
  ['bucket-policy-changed', 'changes'],
  ['call-denied', 'denied'],
  ['call-denied', 'errors'],
  ['console-sign-in-failed', 'failed-logins'],
  ['console-sign-in-failed', 'logins'],
  ['iam-policy-changed', 'iam'],
  ['secret-read', 'secrets'],
  ['security-group-changed', 'security-groups'],
  ['trail-stopped', 'trail-tampering'],
  ['user-created', 'new-identities'],
]

function matcher(name: string): (event: Event) => boolean {
  const file = `${name}.yml`
  const [rule] = parseSigma(readFileSync(join(ROOT, 'rules', file), 'utf8'), file).rules
  if (rule?.kind !== 'event') throw new Error(`${name} is not a rule about events`)
  return compileDetection(rule.detection)
}

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const everything = Object.values(EVENTS).flatMap(({ fires, quiet }) => [...fires, ...quiet])

/** Fields with values that CloudTrail writes, which take the place of those of an event. */
const fields = fc.record(
  {
    eventType: oneOf('AwsApiCall', 'AwsConsoleSignIn', 'AwsServiceEvent', undefined),
    errorCode: oneOf(undefined, 'AccessDenied', 'Client.UnauthorizedOperation', 'Throttling'),
    errorMessage: oneOf(undefined, 'Failed authentication'),
    userIdentity: fc.record({
      type: oneOf('Root', 'IAMUser', 'AssumedRole'),
      invokedBy: oneOf(undefined, 'cloudformation.amazonaws.com', 'AWS Internal'),
    }),
    additionalEventData: oneOf<object | undefined>(undefined, { MFAUsed: 'Yes' }, { MFAUsed: 'No' }),
    readOnly: oneOf(undefined, false),
  },
  { requiredKeys: [] },
)

/** The events that test the rules, those of this rule above all, with some fields changed. */
function eventsOf(rule: string) {
  const { fires = [], quiet = [] } = EVENTS[rule] ?? {}
  const base = fc.oneof(oneOf(...everything), oneOf(...fires, ...quiet))
  return fc.tuple(base, fields).map(([event, changed]) => eventFrom({ ...event, ...changed }))
}

describe('the same', () => {
  test.each(SAME)('%s and --preset %s', (rule, preset) => {
    const [byRule, byPreset] = [matcher(rule), compileFilter(presetOf(preset).filter)]
    let hits = 0
    fc.assert(
      fc.property(eventsOf(rule), (event) => {
        if (byRule(event)) hits++
        expect(byPreset(event)).toBe(byRule(event))
      }),
      { numRuns: 2000 },
    )
    expect(hits).toBeGreaterThan(20)
  })
})

describe('a part of it', () => {
  test.each(PART_OF)('%s of --preset %s', (rule, preset) => {
    const [byRule, byPreset] = [matcher(rule), compileFilter(presetOf(preset).filter)]
    let hits = 0
    fc.assert(
      fc.property(eventsOf(rule), (event) => {
        if (!byRule(event)) return
        hits++
        expect(byPreset(event)).toBe(true)
      }),
      { numRuns: 500 },
    )
    expect(hits).toBeGreaterThan(20)
  })
})
