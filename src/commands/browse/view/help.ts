// The list of keys, for `?` and docs/browse.md.

type Rows = readonly (readonly [keys: string, does: string])[]

export const HELP: readonly (readonly [heading: string, rows: Rows])[] = [
  [
    'Move',
    [
      ['j k  ↓ ↑', 'one down, one up'],
      ['PgDn PgUp  ^F ^B', 'a page; ^D ^U half of one'],
      ['g G  Home End', 'first, last'],
      ['Tab  Shift-Tab', 'next pane: list, facets, timeline, detail'],
      ['Enter', 'detail of the event; in it, folds and unfolds the record'],
      ['Esc', 'back to the list'],
      ['/  n  N', 'find a text; next, previous'],
    ],
  ],
  [
    'Filter by the event under the cursor (after !, or with -, without it)',
    [
      ['u  i  K  s', 'user or role, source address, access key, session'],
      ['a  S  R', 'event name, service, resource'],
      ['h l  ← →', 'choose a column of the list'],
      ['=  -', 'only, or without, the value of that column; in the detail, of that line'],
    ],
  ],
  [
    'Filter',
    [
      ['f', 'edit the filter as text, as --where takes it; Tab completes from the data'],
      ['w  e', 'only changes, only errors; again for all'],
      ['1 2 3 4 5', 'the last hour, 12 hours, day, 7 days, 30 days before the newest event; 0 all'],
      ['p', 'presets'],
      ['x  X', 'drop a filter, all of them'],
      ['Backspace', 'back to the view before'],
    ],
  ],
  [
    'Facets and timeline',
    [
      ['Enter  !', 'facets: keep the value, exclude it; on a heading, list all values'],
      ['← →  [  ]  Enter', 'timeline: move, begin, end, cut out'],
    ],
  ],
  [
    'Keep',
    [
      ['m  Space  M', 'mark an event; unmark all'],
      ['c', 'compare two to five marked events'],
      ['t', 'trace: who was behind the session of the event, and what came of it'],
      [':', 'the lookup command that gives this view, copied'],
      ['o', 'save the view as jsonl, json, csv, tsv or html'],
      ['y', 'copy the event, an ID, ARN, name, address or key'],
      ['C  <  >', 'choose columns; make one narrower, wider'],
      ['P', 'what could not be read'],
      ['^Z  ^C  q', 'suspend; end with status 130; end'],
    ],
  ],
]
