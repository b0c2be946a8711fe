import { defineConfig } from 'vitest/config'

// Everything a test could inherit from the machine it runs on is pinned here.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: { TZ: 'UTC', NO_COLOR: '', FORCE_COLOR: '', AWS_EC2_METADATA_DISABLED: 'true' },
    // Half of a test's time is waiting for programs and servers. By default two cores run one file at a time.
    maxWorkers: '100%',
    // On two busy cores a test takes many times as long as on an idle machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: ['test/helpers/watchdog.ts'],
  },
})
