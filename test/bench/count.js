// @ts-check
// Counts the results of an output in a streaming way, because half a gigabyte of JSON lines is usual.

import { createReadStream, readFileSync } from 'node:fs'

const LINE_FEED = 10

/** @param {string} file @param {import('./peers.js').Count} count @returns {Promise<number>} NaN where there is none */
export async function countOf(file, count) {
  if (count === 'lines') return (await lineFeeds(file)).lines
  if (count === 'csv') return csvRows(await lineFeeds(file))
  const text = readFileSync(file, 'utf8')
  if (count === 'valid-logs') return Number(/^(\d+)\/\d+ log files valid/m.exec(text)?.[1] ?? NaN)
  if (count === 'first') return Number(text.split('\n')[0] || NaN)
  const numbers =
    count === 'counts'
      ? [...text.matchAll(/"count":\s*(\d+)|"value":.*\s*"events":\s*(\d+)/g)].map(
          (match) => match[1] ?? match[2],
        )
      : text.split('\n')
  return numbers.reduce((sum, number) => sum + Number(number), 0)
}

/** Rows below the header; the console's format has no line end after the last. No cell of the corpora contains line breaks. */
function csvRows(/** @type {{ lines: number, endsWithLine: boolean }} */ { lines, endsWithLine }) {
  return endsWithLine ? lines - 1 : lines
}

async function lineFeeds(/** @type {string} */ file) {
  let lines = 0
  let endsWithLine = false
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lines++
    endsWithLine = chunk.at(-1) === LINE_FEED
  }
  return { lines, endsWithLine }
}
