// The pane with the page of the event under the cursor.

import { fitLine, type Line, line, styled } from '../../../screen/text.ts'
import { detailRows } from '../detail.ts'
import type { Layout } from '../layout.ts'
import { currentEvent, type Data, type State } from '../state/state.ts'

export function detailPane(state: State, data: Data, { detail: { width, height } }: Layout): readonly Line[] {
  const event = currentEvent(state, data)
  if (event === undefined) return [line(' No event.')]
  const record = data.records.get(event)
  if (record === undefined) return [line(' Reading the file …', { dim: true })]
  if (record.kind === 'failed')
    return [line(' The record cannot be shown:', { color: 'red' }), line(` ${record.why}`)]
  const rows = detailRows(record.found, width - 1, state.detail.folded, data.look)
  const isFocused = state.pane === 'detail'
  const cursor = data.look.ascii ? '>' : '▸'
  const { row, top } = state.detail
  return rows.slice(top, top + height).map((one, i) => {
    const isCurrent = isFocused && top + i === row
    const spans: Line = [{ text: isCurrent ? cursor : ' ' }, ...one.line]
    return isCurrent ? styled(fitLine(spans, width), { inverse: true }) : spans
  })
}
