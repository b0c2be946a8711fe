// The script of a report: unpacks the events and fills the table. Text from a log is inserted only by textContent,
// after invisible and reordering characters have been made visible. Nothing is fetched; the page's policy forbids it.

'use strict'
const find = (id) => document.getElementById(id)
const section = find('events')
const body = find('table').tBodies[0]
const heads = [...find('table').tHead.rows[0].cells]
const labels = [...find('labels').children].map((item) => item.textContent)
const shown = Number(section.dataset.shown)
const total = Number(section.dataset.events)
const READ_ONLY = labels.indexOf('Read-only')
const SOURCE = labels.indexOf('Event source')

/** For each event, the text of its cells and its record. Cells are parsed when they are needed. */
const events = []
/** Indexes into `events`, after searching and sorting. */
let found = []
let page = 0
let order = { column: -1, descending: false }
let isReady = false

const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
const UNSAFE = /(?![\ufe0e\ufe0f])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu
const visible = (text) =>
  text.replace(UNSAFE, (char) =>
    char === '\n'
      ? char
      : [...Array(char.length).keys()]
          .map((i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`)
          .join(''),
  )

function element(name, text, className) {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = visible(text)
  if (className) made.className = className
  return made
}

// --- Unpacking

async function* lines() {
  const packed = find('packed').textContent
  // A multiple of four characters, so that each piece decodes to whole bytes.
  const piece = 1 << 20
  const source = new ReadableStream({
    start(controller) {
      for (let at = 0; at < packed.length; at += piece) {
        const binary = atob(packed.slice(at, at + piece))
        const bytes = new Uint8Array(binary.length)
        for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
        controller.enqueue(bytes)
      }
      controller.close()
    },
  })
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    const parts = (rest + (done ? decoder.decode() : decoder.decode(value, { stream: true }))).split('\n')
    rest = parts.pop()
    yield* parts
    if (done) return
  }
}

async function unpack() {
  let cells
  for await (const line of lines()) {
    if (cells === undefined) cells = line
    else {
      events.push({ cells: JSON.parse(cells), record: line })
      cells = undefined
      if (events.length % 5000 === 0) {
        say(`Unpacking: ${number(events.length)} of ${number(total)} events`)
        await new Promise((done) => setTimeout(done))
      }
    }
  }
  if (events.length !== total) throw new Error(`${events.length} of ${total} events`)
}

// --- Searching and sorting

function search() {
  if (!isReady) return
  const words = find('search')
    .value.split(/\s+/)
    .filter((word) => word !== '')
  const tests = words.map((word) => new RegExp(word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i'))
  const onlyFailed = find('failed').checked
  const onlyChanges = find('changes').checked
  found = []
  events.forEach(({ cells, record }, i) => {
    if (onlyFailed && cells[cells.length - 1] === '') return
    if (onlyChanges && !cells[READ_ONLY].startsWith('false')) return
    if (tests.every((test) => test.test(record) || cells.some((cell) => test.test(cell)))) found.push(i)
  })
  sort()
}

function sort() {
  const { column, descending } = order
  if (column >= 0) {
    const sign = descending ? -1 : 1
    found.sort((a, b) => {
      const [left, right] = [events[a].cells[column], events[b].cells[column]]
      return left === right ? a - b : left < right ? -sign : sign
    })
  }
  heads.forEach((head, i) => {
    if (i === column) head.setAttribute('aria-sort', descending ? 'descending' : 'ascending')
    else head.removeAttribute('aria-sort')
  })
  page = 0
  show()
}

// --- Showing

const say = (text) => {
  find('status').textContent = text
}
const size = () => Number(find('rows').value)
const lastPage = () => Math.max(0, Math.ceil(found.length / size()) - 1)

function show() {
  const start = page * size()
  const rows = found.slice(start, start + size())
  body.replaceChildren(...rows.map(row))
  const all = number(events.length)
  say(found.length === events.length ? `${all} events` : `${number(found.length)} of ${all} events`)
  find('pages').hidden = found.length <= 25
  find('place').textContent =
    rows.length === 0
      ? ''
      : `${number(start + 1)} to ${number(start + rows.length)} of ${number(found.length)}`
  for (const button of find('pages').querySelectorAll('button')) {
    const isBack = button.dataset.go === 'first' || button.dataset.go === 'back'
    button.disabled = isBack ? page === 0 : page === lastPage()
  }
}

/** More rows than this are not printed: a browser would take minutes, and nobody reads them on paper. */
const MOST_PRINTED = 5000

// All events that were found go on paper, not only the page that is on the screen. Where they are too many, paper says
// which ones are on it.
function beforePrint() {
  if (!isReady) return
  const start = page * size()
  const onScreen = Math.min(size(), found.length - start)
  const isWhole = found.length <= MOST_PRINTED
  if (isWhole && onScreen < found.length && body.querySelector('.details') === null)
    body.replaceChildren(...found.map(row))
  const isAll = body.querySelectorAll('tr:not(.details)').length === found.length
  find('printed').textContent = isAll
    ? ''
    : `On paper: events ${number(start + 1)} to ${number(start + onScreen)} of ${number(found.length)}, the page that is on the screen. ` +
      (isWhole
        ? 'Close the details of all events to print all of them.'
        : `Search for at most ${number(MOST_PRINTED)} to print all of them, or choose more rows.`)
}

function row(index) {
  const { cells } = events[index]
  const why = cells[cells.length - 1]
  const made = element('tr', undefined, why === '' ? '' : 'failed')
  for (let i = 0; i < shown; i++) {
    const cell = element('td')
    cell.dataset.label = labels[i]
    if (i === 0) {
      const button = element('button', cells[i] || '-', 'open')
      button.type = 'button'
      button.setAttribute('aria-expanded', 'false')
      cell.append(button)
    } else cell.textContent = visible(i === SOURCE ? cells[i].replace(/\.amazonaws\.com$/, '') : cells[i])
    made.append(cell)
  }
  made.addEventListener('click', () => {
    if (String(getSelection()) === '') toggle(made, index)
  })
  return made
}

function toggle(made, index) {
  const isOpen = made.classList.toggle('expanded')
  made.querySelector('button').setAttribute('aria-expanded', String(isOpen))
  if (!isOpen) return void made.nextSibling.remove()
  const { cells, record } = events[index]
  const list = element('dl')
  labels.forEach((label, i) => {
    if (cells[i] !== '') list.append(element('dt', label), element('dd', cells[i]))
  })
  const text =
    record === ''
      ? element('p', 'The record is not in this file, which would be too large otherwise.', 'soft')
      : element('pre', indented(record))
  if (record !== '') {
    text.tabIndex = 0
    text.setAttribute('aria-label', 'Record')
  }
  const cell = element('td')
  cell.colSpan = shown
  cell.append(list, text)
  const details = element('tr', undefined, 'details')
  details.append(cell)
  made.after(details)
}

// The record with white space between its tokens and nothing else changed: numbers, key order and duplicate keys stay
// as delivered, which JSON.parse would not guarantee.
function indented(json) {
  let text = ''
  let depth = 0
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|"/g)) {
    const line = () => `\n${'  '.repeat(Math.min(depth, 40))}`
    if (token === '{' || token === '[') {
      depth++
      text += token + line()
    } else if (token === '}' || token === ']') {
      depth--
      text = /[{[]\s*$/.test(text.slice(-100)) ? text.trimEnd() + token : text + line() + token
    } else if (token === ',') text += `,${line()}`
    else text += token === ':' ? ': ' : token
  }
  return text
}

// --- User actions

let waiting
find('search').addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(search, 150)
})
find('controls').addEventListener('submit', (event) => {
  event.preventDefault()
  search()
})
for (const id of ['failed', 'changes']) find(id).addEventListener('change', search)
find('rows').addEventListener('change', () => {
  page = 0
  show()
})
heads.forEach((head, column) =>
  head.querySelector('button').addEventListener('click', () => {
    order = { column, descending: order.column === column && !order.descending }
    if (isReady) sort()
  }),
)
find('pages').addEventListener('click', ({ target }) => {
  const go = target.dataset.go
  if (go === undefined) return
  page = { first: 0, back: page - 1, next: page + 1, last: lastPage() }[go]
  show()
  find('table').scrollIntoView()
})
addEventListener('beforeprint', beforePrint)
addEventListener('afterprint', () => {
  if (isReady && body.querySelector('.details') === null) show()
})
for (const button of document.querySelectorAll('button[data-search]')) {
  button.addEventListener('click', () => {
    find('search').value = button.dataset.search
    find('failed').checked = find('changes').checked = false
    search()
    section.scrollIntoView()
  })
}

unpack().then(
  () => {
    isReady = true
    search()
  },
  (error) => say(`The events could not be unpacked: ${error.message}. This file may be damaged.`),
)
