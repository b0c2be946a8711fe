// The page of a report: one HTML file that needs nothing but itself. It is made of plain data and knows nothing of where
// that comes from. Its policy lets one script run, ours; whatever a log holds is text.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { packagePath } from '../util/package-paths.ts'
import { markup, Markup, type Content } from './markup.ts'
import { eventsSection, type EventTable } from './events.ts'

export interface Page {
  readonly title: string
  readonly sections: readonly Section[]
  readonly events: EventTable | undefined
  /** Name and version of the program. */
  readonly generator: string
}

export interface Section {
  /** Also its anchor. */
  readonly id: string
  readonly heading: string
  readonly body: Content
}

/** The text of the file, in parts. */
export function renderPage({ title, sections, events, generator }: Page): readonly string[] {
  const script = events ? ownFile('page.js') : ''
  const style = ownFile('page.css')
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(script === '' ? [] : [`script-src '${hashOf(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const links = [
    ...sections.map(({ id, heading }) => markup`<a href="#${id}">${heading}</a> `),
    ...(events ? [markup`<a href="#events">Events</a>`] : []),
  ]
  const before = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${generator}">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<nav aria-label="Sections">${links}</nav>
</header>
<main>
${sections.map(sectionMarkup)}${events && eventsSection(events)}</main>
`
  const end = '</body>\n</html>\n'
  if (events === undefined) return [before.text, end]
  // Of a type that no browser runs. What is packed has no character that could end it.
  const packed = ['<script type="text/plain" id="packed">', events.packed, '</script>\n']
  return [before.text, ...packed, `<script>${script}</script>\n`, end]
}

/** As the policy names what may run. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** The page's script and style are files of the package, so that they can be read; with the line ends that HTML has. */
function ownFile(name: string): string {
  return readFileSync(packagePath(`dist/bundle/${name}`), 'utf8').replaceAll('\r\n', '\n')
}

function sectionMarkup({ id, heading, body }: Section): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${heading}</h2>
${body}
</section>
`
}
