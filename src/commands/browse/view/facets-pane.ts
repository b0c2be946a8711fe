// The facets: the top values of each field among the shown events, with their counts.

import { FAILED } from '../../../format/packed.ts'
import { displayWidth } from '../../../format/width.ts'
import { fitLine, type Line, type Span, styled } from '../../../screen/text.ts'
import { thousands } from '../../../util/format.ts'
import { type FacetRow, facetRows } from '../facets.ts'
import type { Layout } from '../layout.ts'
import type { Data, State } from '../state/state.ts'

export function facetsPane(state: State, data: Data, { facets: width, body }: Layout): readonly Line[] {
  const isFocused = state.pane === 'facets'
  const { row, top } = state.facets
  return facetRows(data, state)
    .slice(top, top + body)
    .map((one, i) => {
      const isCurrent = isFocused && top + i === row
      const spans = fitLine(rowLine(one, width, isCurrent, data), width)
      return isCurrent ? styled(spans, { inverse: true }) : spans
    })
}

function rowLine(row: FacetRow, width: number, isCurrent: boolean, { look }: Data): Line {
  const cursor = isCurrent ? (look.ascii ? '>' : '▸') : ' '
  if (row.kind === 'gap') return []
  if (row.kind === 'head') {
    const sign = row.isOpen ? '-' : row.distinct > 5 ? '+' : ' '
    const label: Span = { text: `${cursor}${row.label}`, style: { bold: true, color: 'cyan' } }
    const more = row.isWhole ? '' : look.ascii ? '...' : '…'
    const count: Span = { text: ` ${thousands(row.distinct)}${more} ${sign}`, style: { dim: true } }
    return [label, count]
  }
  const { text, count } = row.value
  const shown = thousands(count)
  const room = width - displayWidth(shown) - 3
  const label = text === '' ? '(none)' : text === FAILED ? 'failed, no code' : text
  const isPlain = text !== '' && text !== FAILED
  const short = row.facet === 'event-source' ? label.replace(/\.amazonaws\.com$/, '') : label
  const fitted = fitLine(
    [
      {
        text: short,
        style: isPlain ? (row.facet === 'error-code' ? { color: 'red' } : undefined) : { dim: true },
      },
    ],
    room,
  )
  return [{ text: `${cursor} ` }, ...fitted, { text: shown }]
}
