// The page of a report: one self-contained HTML file, made of plain data from any origin. Its policy allows only our
// script to run; everything from a log is text.

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
  /** Used as the anchor, too. */
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
  // A script type that no browser runs. Base64 contains no character that could end the element.
  const packed = ['<script type="text/plain" id="packed">', events.packed, '</script>\n']
  return [before.text, ...packed, `<script>${script}</script>\n`, end]
}

/** A hash in the form that the content security policy uses. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** The page's script and style, which are readable files of the package; with LF line ends, as in HTML. */
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
