// @ts-check
// Four ordinary days in the sample organization: people at work, pipelines, service roles, and the calls that AWS
// services make on their own. The table of hours is the plan; the activities live in people.js and services.js.

import { aliceLooksAround, arnavExperiments, deploys, jorgeSignsIn, maryChecksCosts } from './people.js'
import {
  cloudTrailChecks,
  configRecords,
  exporting,
  reports,
  scalesIn,
  scalesOut,
  webServerStarts,
} from './services.js'
import { seeded } from './random.js'

/** @typedef {import('./record.js').Json} Json */
/** @typedef {import('./random.js').Random} Random */
/** @typedef {(random: Random, start: number) => Json[]} Activity */

/** @type {readonly (readonly [clock: string, activity: Activity, days: 'all' | 'weekdays'])[]} */
const HOURS = [
  ['00:30', exporting, 'all'],
  ['01:00', webServerStarts, 'all'],
  ['02:15', configRecords, 'all'],
  ['04:40', cloudTrailChecks, 'all'],
  ['06:10', scalesOut, 'all'],
  ['07:05', reports, 'all'],
  ['07:52', aliceLooksAround, 'weekdays'],
  ['08:31', jorgeSignsIn, 'weekdays'],
  ['09:12', arnavExperiments, 'weekdays'],
  ['10:20', deploys, 'weekdays'],
  ['11:03', maryChecksCosts, 'weekdays'],
  ['12:00', webServerStarts, 'all'],
  ['13:44', arnavExperiments, 'weekdays'],
  ['14:15', configRecords, 'all'],
  ['15:27', deploys, 'weekdays'],
  ['16:05', aliceLooksAround, 'weekdays'],
  ['17:40', cloudTrailChecks, 'all'],
  ['19:10', scalesIn, 'all'],
  ['21:00', webServerStarts, 'all'],
]

const DAYS = ['2024-08-15', '2024-08-16', '2024-08-17', '2024-08-18']

/** @returns {Json[]} */
export function background() {
  return DAYS.flatMap((day) => {
    const weekend = [0, 6].includes(new Date(day).getUTCDay())
    return HOURS.filter(([, , days]) => days === 'all' || !weekend).flatMap(([clock, activity]) => {
      const random = seeded(`background ${day} ${clock}`)
      return activity(random, Date.parse(`${day}T${clock}:00Z`) + random.int(240_000))
    })
  })
}
