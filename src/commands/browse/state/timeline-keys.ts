// Keys of the timeline: move the cursor, and select a time range.

import type { Key } from '../../../screen/keys.ts'
import { rowWithin } from '../../../screen/text.ts'
import { withTime } from '../chips.ts'
import { layoutOf } from '../layout.ts'
import { type Timeline, timelineOf } from '../timeline.ts'
import { now, type Data, type State, type Updated } from './state.ts'
import { withChips } from './views.ts'

export function timelineKey(state: State, { name }: Key, { found }: Data): Updated | undefined {
  const shown = timelineOf(found, layoutOf(state).columns)
  if (shown === undefined) return undefined
  const { step, counts } = shown
  const at = brushStep(state, shown)
  const timeAt = (index: number): number => shown.start + index * step
  const to = (index: number): Updated =>
    now({ ...state, brush: { ...state.brush, at: timeAt(rowWithin(index, counts.length)) } })
  switch (name) {
    case 'left':
    case 'h':
      return to(at - 1)
    case 'right':
    case 'l':
      return to(at + 1)
    case 'page-up':
    case 'b':
      return to(at - Math.ceil(counts.length / 10))
    case 'page-down':
      return to(at + Math.ceil(counts.length / 10))
    case 'home':
    case 'g':
      return to(0)
    case 'end':
    case 'G':
      return to(counts.length - 1)
    case '[':
      return now({ ...state, brush: { at: timeAt(at), from: timeAt(at) } })
    case ']':
    case 'enter': {
      const from = state.brush.from ?? timeAt(at)
      const [first, last] = [Math.min(from, timeAt(at)), Math.max(from, timeAt(at))]
      return now(
        withChips(state, withTime(state.chips, { kind: 'time', start: first, end: last + step - 1 })),
      )
    }
    default:
      return undefined
  }
}

/** The step of the cursor; the last step before it is first moved. */
export function brushStep({ brush }: Pick<State, 'brush'>, { start, step, counts }: Timeline): number {
  const index = brush.at === undefined ? counts.length - 1 : Math.floor((brush.at - start) / step)
  return rowWithin(index, counts.length)
}
