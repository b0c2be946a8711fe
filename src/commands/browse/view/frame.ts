// Draws a state as the lines of a screen: title, chips, timeline, panes, and a last line that explains keys.

import type { Frame } from '../../../screen/painter.ts'
import { beside, fitHeight, type Line, line, type Pane } from '../../../screen/text.ts'
import { layoutOf } from '../layout.ts'
import type { Data, State } from '../state/state.ts'
import { detailPane } from './detail-pane.ts'
import { facetsPane } from './facets-pane.ts'
import { chipsLine, titleLine } from './head.ts'
import { listPane } from './list-pane.ts'
import { lastLine } from './last-line.ts'
import { overlayLines } from './overlays.ts'
import { timelineLines } from './timeline-lines.ts'

export function frameOf(state: State, data: Data): Frame {
  const layout = layoutOf(state)
  const { columns, rows, body } = layout
  const { look } = data
  const last = lastLine(state, data, columns)
  const over = state.overlay && overlayLines(state.overlay, state, data, { columns, rows: rows - 2 })
  if (over)
    return {
      lines: [titleLine(state, data, columns), ...fitHeight(over, rows - 2), last.line],
      cursor: undefined,
    }

  const panes: Pane[] = []
  if (layout.facets > 0) panes.push({ lines: facetsPane(state, data, layout), width: layout.facets })
  const { detail, list } = layout
  if (list.width > 0) {
    const listLines = listPane(state, data, layout)
    const isBelow = detail.where === 'below' && detail.height > 0 && detail.width > 0
    const lines = isBelow
      ? [
          ...fitHeight(listLines, list.height),
          rule(list.width, look.ascii),
          ...fitHeight(detailPane(state, data, layout), detail.height),
        ]
      : listLines
    panes.push({ lines, width: list.width })
  }
  if (detail.where !== 'below' && detail.width > 0)
    panes.push({ lines: detailPane(state, data, layout), width: detail.width })
  const between = line(look.ascii ? '|' : '│', { dim: true })
  const cursor = last.cursor === undefined ? undefined : { row: rows - 1, column: last.cursor }
  return {
    lines: [
      titleLine(state, data, columns),
      chipsLine(state, data, columns),
      ...timelineLines(state, data, layout),
      ...beside(panes, body, between).slice(0, body - last.above.length),
      ...last.above,
      last.line,
    ],
    cursor,
  }
}

function rule(width: number, ascii: boolean): Line {
  return line((ascii ? '-' : '─').repeat(width), { dim: true })
}
