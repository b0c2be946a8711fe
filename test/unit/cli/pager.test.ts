import { describe, expect, test } from 'vitest'
import { ClosedPipeError, type Io } from '../../../src/cli/io.ts'
import { withPager } from '../../../src/cli/pager.ts'
import { memorySink } from '../../helpers/memory-sink.ts'

interface Given {
  readonly env?: Io['env']
  readonly tty?: boolean
  readonly wanted?: boolean
  /** The reader leaves after so many bytes. */
  readonly leavesAfter?: number
}

function open({ env = {}, tty = true, wanted = true, leavesAfter = Infinity }: Given = {}) {
  const log: string[] = []
  const [out, err] = [memorySink({ isTty: tty }), memorySink({ isTty: tty })]
  const page = memorySink({ closesAfter: leavesAfter, error: new ClosedPipeError() })
  const io = {
    out,
    err,
    env: { PATH: '/bin:/usr/bin', TERM: 'xterm', ...env },
    async openPager(command: string, variables: Readonly<Record<string, string>>) {
      log.push(`${command} LESS=${variables['LESS']}`)
      return { write: (data: string | Uint8Array) => page.write(data), end: async () => void log.push('end') }
    },
  } as unknown as Io
  return { paged: withPager(io, wanted), log, out, err, page }
}

const PAGER = { TRAIL_EXPLORE_PAGER: 'sh -c cat' }

describe('withPager', () => {
  test('begins with the data, holds what is said meanwhile, and prints it when the reader has left', async () => {
    const { paged, log, out, err, page } = open({ env: PAGER })
    await paged.io.err.write('before\n')
    expect(log).toEqual([])
    await paged.io.out.write('row\n')
    expect(paged.io.isPaging?.()).toBe(true)
    await paged.io.err.write('summary\n')
    expect({ page: page.text(), out: out.text() }).toEqual({ page: 'row\n', out: '' })
    expect(err.text()).toBe('before\n\r\u001b[2K')
    await paged.close()
    expect(err.text()).toBe('before\n\r\u001b[2Ksummary\n')
    expect(log).toEqual(['sh -c cat LESS=FRX', 'end'])
  })

  test('without data no pager begins', async () => {
    const { paged, log, err } = open({ env: PAGER })
    await paged.io.out.write('')
    await paged.io.err.write('0 events\n')
    await paged.close()
    expect({ log, err: err.text() }).toEqual({ log: [], err: '0 events\n' })
  })

  test('a reader who leaves ends the run like the reader of a pipe', async () => {
    const { paged, err } = open({ env: PAGER, leavesAfter: 1 })
    await paged.io.out.write('row\n')
    await expect(paged.io.out.write('row\n')).rejects.toBeInstanceOf(ClosedPipeError)
    await paged.io.err.write('unreadable: x\n')
    await paged.close()
    expect(err.text()).toContain('unreadable: x\n')
  })

  test.each<[string, Given, string | undefined]>([
    ['a pipe', { env: PAGER, tty: false }, undefined],
    ['--no-pager', { env: PAGER, wanted: false }, undefined],
    ['a dumb terminal', { env: { ...PAGER, TERM: 'dumb' } }, undefined],
    ['our variable before PAGER', { env: { ...PAGER, PAGER: 'more' } }, 'sh -c cat LESS=FRX'],
    ['PAGER', { env: { PAGER: 'sh' } }, 'sh LESS=FRX'],
    ['an empty one', { env: { TRAIL_EXPLORE_PAGER: '', PAGER: 'sh' } }, undefined],
    ['cat', { env: { PAGER: 'cat' } }, undefined],
    ['one that is not installed', { env: { PAGER: 'no-such-pager -R' } }, undefined],
    ['LESS of the reader', { env: { PAGER: 'sh', LESS: 'S' } }, 'sh LESS=S'],
  ])('%s', async (_what, given, started) => {
    const { paged, log, out } = open(given)
    await paged.io.out.write('row\n')
    await paged.close()
    expect(log[0]).toBe(started)
    expect(out.text()).toBe(started === undefined ? 'row\n' : '')
  })
})
