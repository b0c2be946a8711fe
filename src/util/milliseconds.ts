/** Monotonic time. `performance.now()` is the same, but its first call makes Node load 1 ms of other code. */
export function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1000 + nanoseconds / 1e6
}
