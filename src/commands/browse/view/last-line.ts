// The last line: a prompt, a message, or the keys of the pane.

import { displayWidth } from '../../../format/width.ts'
import { type Line, line, type Span } from '../../../screen/text.ts'
import { completionsOf } from '../complete.ts'
import type { Data, PaneName, Prompt, State } from '../state/state.ts'
import { filterError } from '../state/prompt-keys.ts'

export interface LastLine {
  readonly line: Line
  /** Lines above the last one, which cover the panes. */
  readonly above: readonly Line[]
  /** Column of the text cursor. */
  readonly cursor: number | undefined
}

const HINTS: Readonly<Record<PaneName, string>> = {
  list: 'Enter detail  u i K s a R = filter by it  t trace  ! not  f filter  w changes  e errors  x drop  Bksp back  Tab panes  : command  ? keys  q quit',
  facets: 'Enter keep  ! exclude  Bksp back  Tab panes  ? keys  q quit',
  timeline: '←→ move  [ begin  ] end  Enter cut  Bksp back  Tab panes  ? keys  q quit',
  detail:
    'Enter fold  z fold all  = - filter by line  / find  J next event  y copy  Esc list  ? keys  q quit',
}
const OVERLAY_HINT = 'j k scroll  Esc close'
const EXCLUDING = 'Exclude what? u user  i address  K key  s session  a event name  S service  R resource'

export function lastLine(state: State, data: Data, columns: number): LastLine {
  const { prompt, message, overlay } = state
  if (prompt) return promptLine(prompt, state, data, columns)
  if (message)
    return plain(line(` ${message.text}`, message.isError ? { color: 'red', bold: true } : { bold: true }))
  if (overlay)
    return plain(
      line(` ${overlay.kind === 'menu' ? 'Enter choose  Esc close' : OVERLAY_HINT}`, { dim: true }),
    )
  if (state.isExcluding) return plain(line(` ${EXCLUDING}`, { bold: true }))
  return plain(line(` ${HINTS[state.pane]}`, { dim: true }))
}

function plain(one: Line): LastLine {
  return { line: one, above: [], cursor: undefined }
}

const FILTER_HELP = ' Fields, = != in (…), and, or, not, contains "…", errors: as `help where` says'
const COLUMN_HELP =
  ' A field of `help columns`, or a path of the record, such as requestParameters.bucketName'

const LABELS: Readonly<Record<Prompt['kind'], string>> = {
  find: 'Find: ',
  filter: 'Filter: ',
  save: 'Save the view to (.jsonl, .json, .csv, .tsv, .html): ',
  column: 'Column: ',
}

function promptLine(prompt: Prompt, state: State, data: Data, columns: number): LastLine {
  const label = columns < 70 && prompt.kind === 'save' ? 'Save to: ' : LABELS[prompt.kind]
  const room = columns - label.length - 1
  const before = prompt.text.slice(0, prompt.at)
  // Shows the part around the cursor if the text is longer than the line.
  const skipped = skip(before, room)
  const spans: Span[] = [{ text: label, style: { bold: true } }, { text: prompt.text.slice(skipped) }]
  return {
    line: spans,
    above: prompt.kind === 'filter' || prompt.kind === 'column' ? help(prompt, state, data) : [],
    cursor: label.length + displayWidth(before.slice(skipped)),
  }
}

function skip(before: string, room: number): number {
  let skipped = 0
  while (displayWidth(before.slice(skipped)) >= room) skipped++
  return skipped
}

/** The completion that Tab would insert, and errors. */
function help(prompt: Prompt, state: State, { found, look }: Data): readonly Line[] {
  const { offered } = prompt
  const base = offered?.base ?? prompt.text
  const { texts } = completionsOf(prompt.kind, base, offered?.from ?? prompt.at, found)
  const spans: Span[] = [{ text: ' Tab: ', style: { dim: true } }]
  const first = Math.max((offered?.row ?? 0) - 2, 0)
  for (const [i, text] of texts.slice(first, first + 12).entries())
    spans.push(
      { text, style: offered && first + i === offered.row ? { inverse: true } : { color: 'cyan' } },
      { text: '  ' },
    )
  const isFilter = prompt.kind === 'filter'
  const wrong = state.message?.isError
    ? state.message.text
    : isFilter
      ? filterError(prompt.text, look)
      : undefined
  const hint = isFilter ? ' Enter filters, Esc leaves it as it was' : ' Enter shows the column, Esc none'
  const error = wrong === undefined ? line(hint, { dim: true }) : line(` ${wrong}`, { color: 'red' })
  return [texts.length === 0 ? line(isFilter ? FILTER_HELP : COLUMN_HELP, { dim: true }) : spans, error]
}
