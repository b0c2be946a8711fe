// Building blocks for the sections of a page.

import { markup, type Content, type Markup } from './markup.ts'

/** A list of names and values. */
export function facts(pairs: readonly (readonly [name: string, value: Content])[]): Markup {
  return markup`<dl class="facts">
    ${pairs.map(
      ([name, value]) =>
        markup`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

export interface TableColumn {
  readonly label: string
  readonly isNumber?: boolean
  /** For times and the like, which are not wrapped. */
  readonly isWhole?: boolean
}

/**
 * A table. The first cell of each row is its heading. On a narrow screen rows become blocks, with the labels beside
 * the cells.
 */
export function dataTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly Content[])[],
  { caption, className = 'stack' }: { readonly caption?: string; readonly className?: string } = {},
): Markup {
  const kind = ({ isNumber, isWhole }: TableColumn) => (isNumber ? 'number' : isWhole ? 'whole' : '')
  const cell = (content: Content, i: number): Markup => {
    const column = columns[i]!
    if (i === 0) return markup`<th scope="row" class="${kind(column)}">${content}</th>`
    return markup`<td class="${kind(column)}" data-label="${column.label}">${content}</td>`
  }
  return markup`<div class="scroll">
    <table class="${className}">
      ${
        caption !== undefined &&
        markup`<caption>
          ${caption}
        </caption>`
      }
      <thead>
        <tr>
          ${columns.map((column) => markup`<th scope="col" class="${kind(column)}">${column.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            markup`<tr>
              ${row.map(cell)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`
}

/** Content that the reader can expand. */
export function fold(summary: Content, body: Content): Markup {
  return markup`<details>
    <summary>${summary}</summary>
    ${body}
  </details>`
}
