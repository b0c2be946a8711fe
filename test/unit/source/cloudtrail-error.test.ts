import { expect, test } from 'vitest'
import { apiError } from '../../../src/source/cloudtrail/error.ts'

test.each([
  `Unexpected token '<', "<!doctype "... is not valid JSON\n  Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object`,
  '@aws-sdk XML parse error: unexpected content.\n  Deserialization error: to see the raw response, inspect',
])('an answer that is no answer of the API is told in one line: %j', (message) => {
  const failure = { name: 'SyntaxError', message, $metadata: { httpStatusCode: 500 } }
  const { message: told } = apiError(failure, { action: 'cloudtrail:LookupEvents', region: 'us-east-1' })
  expect(told).toBe(
    'CloudTrail in us-east-1 answered with an error each time: its answer is not in the form of the API',
  )
})
