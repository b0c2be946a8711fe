// Decides when to retry a request to S3. Replaces the SDK's adaptive mode, whose rate limiter starts at zero:
// 400 GETs, 32 at a time, one in ten answered with SlowDown, took 64 s with it, 2.4 s with plain backoff, and one in a
// hundred 3.3 s against 0.5 s (2026-11, loopback). A throttled request keeps its place among the --concurrency, so
// waiting already lowers the rate.

/** The parts of the SDK's RetryToken that its middleware reads. */
export interface RetryToken {
  getRetryCount(): number
  /** Milliseconds. The middleware does the waiting. */
  getRetryDelay(): number
}

interface RetryInfo {
  /** CLIENT_ERROR, SERVER_ERROR, TRANSIENT or THROTTLING. */
  readonly errorType: string
  readonly error?: unknown
}

export interface RetryStrategy {
  acquireInitialRetryToken(scope: string): Promise<RetryToken>
  refreshRetryTokenForRetry(token: RetryToken, info: RetryInfo): Promise<RetryToken>
  recordSuccess(token: RetryToken): void
}

export interface RetryOptions {
  /** Maximum number of attempts per request, including the first. */
  readonly attempts: number
  /** Maximum wait before the first retry, in milliseconds; doubles each time, and is five times as long for SlowDown. */
  readonly backoff: number
}

const MAX_WAIT = 20_000
/** Maximum number of retries without a success in between, so that an outage does not cost retries for each object. */
const BUDGET = 500
/**
 * A host that does not exist or refuses connections usually means a wrong address, so the user should not have to wait.
 * After a first answer it means an outage, which is waited out.
 */
const ATTEMPTS_AT_NOBODY = 3

export function retryStrategy({ attempts, backoff }: RetryOptions): RetryStrategy {
  let budget = BUDGET
  let hasAnswered = false
  return {
    acquireInitialRetryToken: async () => token(0, 0),
    async refreshRetryTokenForRetry(last, { errorType, error }) {
      const count = last.getRetryCount() + 1
      const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
      const nobody = code === 'ENOTFOUND' || code === 'ECONNREFUSED' || code === 'EAI_AGAIN'
      const most = nobody && !hasAnswered ? Math.min(attempts, ATTEMPTS_AT_NOBODY) : attempts
      if (errorType === 'CLIENT_ERROR' || isNotImplemented(error) || count >= most || budget <= 0)
        throw new Error('no more retries')
      budget--
      const base = errorType === 'THROTTLING' ? backoff * 5 : backoff
      const longest = Math.min(MAX_WAIT, base * 2 ** (count - 1))
      // Backoff would not relieve a server that is down: always wait long, so that all waits together outlast a restart.
      const part = nobody && hasAnswered ? 0.75 + Math.random() / 4 : Math.random()
      return token(count, part * longest)
    },
    recordSuccess(last) {
      hasAnswered = true
      budget = Math.min(BUDGET, budget + 1 + last.getRetryCount())
    },
  }
}

/** True if the server does not support the request, so that a retry is useless. */
export function isNotImplemented(error: unknown): boolean {
  const { name, $metadata } = (error ?? {}) as { name?: string; $metadata?: { httpStatusCode?: number } }
  return name === 'NotImplemented' || $metadata?.httpStatusCode === 501
}

function token(count: number, delay: number): RetryToken {
  return { getRetryCount: () => count, getRetryDelay: () => delay }
}
