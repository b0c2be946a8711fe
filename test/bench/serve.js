// @ts-check
// Starts the bench's S3 server, and stops it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * @param {string} folder with AWSLogs and public-keys.json
 * @param {number} latency milliseconds before every answer
 * @returns {Promise<{ endpoint: string, stop: () => void }>}
 */
export async function serve(folder, latency) {
  const script = fileURLToPath(new URL('s3-serve.js', import.meta.url))
  const child = spawn(process.execPath, [script, folder, String(latency)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [endpoint] = await once(child.stdout, 'data')
  return { endpoint: String(endpoint).trim(), stop: () => child.kill() }
}
