// @ts-check
// Makes one record with its keys in the order in which CloudTrail delivers them, and turns records into JSON text.

/** @typedef {Record<string, any>} Json */
/** @typedef {{ identity: Json | null, ip: string, agent: string }} Caller */
/**
 * `call` is `service:EventName`. `extra` overrides or adds top-level fields, in CloudTrail's order; a value of
 * `undefined` removes a field.
 * @typedef {{
 *   at: number, call: string, who: Caller, account: string, region: string,
 *   ip?: string, agent?: string, params?: Json | string | null, response?: Json | string | null,
 *   error?: readonly [code: string, message: string], extra?: Json,
 * }} Call
 */

const ORDER = [
  'eventVersion',
  'userIdentity',
  'eventTime',
  'eventSource',
  'eventName',
  'awsRegion',
  'sourceIPAddress',
  'userAgent',
  'errorCode',
  'errorMessage',
  'requestParameters',
  'responseElements',
  'additionalEventData',
  'requestID',
  'eventID',
  'readOnly',
  'resources',
  'eventType',
  'apiVersion',
  'managementEvent',
  'recipientAccountId',
  'sharedEventID',
  'serviceEventDetails',
  'vpcEndpointId',
  'vpcEndpointAccountId',
  'addendum',
  'eventCategory',
  'insightDetails',
  'tlsDetails',
  'sessionCredentialFromConsole',
]

const READS = /^(?:Get|List|Describe|Head|Lookup|Search|BatchGet|Simulate|AssumeRole|Decrypt|GenerateDataKey)/

/**
 * @param {import('./random.js').Random} random
 * @param {Call} call
 * @returns {Json}
 */
export function record(random, call) {
  const [service = '', eventName = ''] = call.call.split(':')
  const fields = {
    eventVersion: '1.09',
    userIdentity: call.who.identity,
    eventTime: isoSeconds(call.at),
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: call.region,
    sourceIPAddress: call.ip ?? call.who.ip,
    userAgent: call.agent ?? call.who.agent,
    errorCode: call.error?.[0],
    errorMessage: call.error?.[1],
    requestParameters: call.params ?? null,
    responseElements: call.response ?? null,
    requestID: service === 's3' ? random.s3RequestId() : random.uuid(),
    eventID: random.uuid(),
    readOnly: READS.test(eventName),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: call.account,
    eventCategory: 'Management',
    tlsDetails: tlsDetails(service, call),
    ...call.extra,
  }
  return inOrder(fields)
}

/** @param {readonly Json[]} records A bigint becomes a JSON number with all its digits. */
export function logFileText(records) {
  return `{"Records":[${records.map(recordText).join(',')}]}`
}

export function recordText(/** @type {Json} */ value) {
  const text = JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? `@integer:${item}` : item))
  return text
    .replaceAll(/"@integer:(\d+)"/g, '$1')
    .replaceAll('<sensitiveDataRemoved>', String.raw`\u003csensitiveDataRemoved\u003e`)
}

/** @param {number} at epoch milliseconds */
export function isoSeconds(at) {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

function inOrder(/** @type {Json} */ fields) {
  /** @type {Json} */
  const ordered = {}
  for (const name of ORDER) if (fields[name] !== undefined) ordered[name] = fields[name]
  const lost = Object.keys(fields).filter((name) => !ORDER.includes(name))
  if (lost.length > 0) throw new Error(`record: no place in the order for ${lost.join(', ')}`)
  return ordered
}

/** Calls that an AWS service makes on its own network carry no tlsDetails. */
function tlsDetails(/** @type {string} */ service, /** @type {Call} */ call) {
  const address = call.ip ?? call.who.ip
  if (service === 'signin' || !/^[\d.]+$|:/.test(address)) return undefined
  const bucket = typeof call.params === 'object' ? call.params?.['bucketName'] : undefined
  const host = `${service}.${call.region}.amazonaws.com`
  return {
    tlsVersion: 'TLSv1.3',
    cipherSuite: 'TLS_AES_128_GCM_SHA256',
    clientProvidedHostHeader: service === 's3' && bucket ? `${bucket}.${host}` : host,
  }
}
