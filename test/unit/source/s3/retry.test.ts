import { expect, test } from 'vitest'
import { retryStrategy } from '../../../../src/source/s3/retry.ts'

async function retries(
  errorType: string,
  options = { attempts: 8, backoff: 100 },
  code?: string,
): Promise<number[]> {
  const strategy = retryStrategy(options)
  const delays: number[] = []
  let token = await strategy.acquireInitialRetryToken('')
  for (;;) {
    try {
      token = await strategy.refreshRetryTokenForRetry(token, {
        errorType,
        error: Object.assign(new Error(), { code }),
      })
    } catch {
      return delays
    }
    delays.push(token.getRetryDelay())
  }
}

test.each([
  ['TRANSIENT', undefined, 7],
  ['SERVER_ERROR', undefined, 7],
  ['THROTTLING', undefined, 7],
  ['CLIENT_ERROR', undefined, 0],
  ['TRANSIENT', 'ENOTFOUND', 2],
  ['TRANSIENT', 'ECONNREFUSED', 2],
])('%s %s is tried again %d times', async (errorType, code, times) => {
  expect(await retries(errorType, undefined, code)).toHaveLength(times)
})

test('waits double, with jitter, and are longer when S3 asks to slow down', async () => {
  for (const [errorType, base] of [
    ['TRANSIENT', 100],
    ['THROTTLING', 500],
  ] as const) {
    const delays = await retries(errorType)
    delays.forEach((delay, i) => expect(delay).toBeLessThanOrEqual(Math.min(20_000, base * 2 ** i)))
    expect(new Set(delays).size).toBe(delays.length)
  }
})

test('success gives back what failure spent', async () => {
  const strategy = retryStrategy({ attempts: 1_000_000, backoff: 0 })
  const first = await strategy.acquireInitialRetryToken('')
  const info = { errorType: 'TRANSIENT' }
  const spend = async () => {
    for (let times = 0; ; times++) {
      try {
        await strategy.refreshRetryTokenForRetry(first, info)
      } catch {
        return times
      }
    }
  }
  expect(await spend()).toBe(500)
  for (let i = 0; i < 30; i++) strategy.recordSuccess(first)
  expect(await spend()).toBe(30)
})
