// @ts-check
// One query to DuckDB: `node duckdb-query.js QUESTION LOGS OUT VALUE`. Prints the number of rows and, last, the
// seconds that the query alone took, without Node's start and DuckDB's loading.

import { DuckDBInstance } from '@duckdb/node-api'
import { COLUMNS } from '../../dist/event/table-columns.js'

const [question = '', logs = '', out = '', value = ''] = process.argv.slice(2)

// Only the fields that a query needs are declared: the fastest schema for DuckDB, without type detection.
const IDENTITY =
  'userIdentity STRUCT("type" VARCHAR, principalId VARCHAR, arn VARCHAR, accountId VARCHAR, accessKeyId VARCHAR, userName VARCHAR)'
const SHOWN = `eventTime VARCHAR, eventName VARCHAR, eventSource VARCHAR, awsRegion VARCHAR, sourceIPAddress VARCHAR, eventID VARCHAR, ${IDENTITY}`
const CSV = `${SHOWN.replace(IDENTITY, IDENTITY.replace('arn VARCHAR, ', ''))}, userAgent VARCHAR, errorCode VARCHAR, resources JSON, requestID VARCHAR, readOnly BOOLEAN, eventType VARCHAR, recipientAccountId VARCHAR, eventCategory VARCHAR`

const questions = {
  'by-name': copy(
    `STRUCT(${SHOWN})`,
    `SELECT r FROM records WHERE r.eventName = '${value}' ORDER BY r.eventTime DESC, r.eventID`,
    'json',
  ),
  'by-id': copy(`STRUCT(${SHOWN})`, `SELECT r FROM records WHERE r.eventID = '${value}'`, 'json'),
  'by-user': copy(
    `STRUCT(${SHOWN})`,
    `SELECT r FROM records WHERE r.userIdentity.userName = '${value}' ORDER BY r.eventTime DESC, r.eventID`,
    'json',
  ),
  // Whole records stay text: 300,000 took 3.2 to 4.1 s once warm, taken apart and written anew 4.2 to 4.8 s, by turns
  // on two cores shared with other work (2026-11-22).
  'all-json': copy('JSON', 'SELECT r FROM records', 'json'),
  'all-csv': copy(
    `STRUCT(${CSV})`,
    "SELECT coalesce(r.userIdentity.userName, split_part(r.userIdentity.principalId, ':', 2)), r.userIdentity.accessKeyId, r.eventTime, r.eventSource, r.eventName, r.awsRegion, r.sourceIPAddress, r.userAgent, r.errorCode, r.resources, r.requestID, r.eventID, r.readOnly, r.eventType, r.recipientAccountId, r.eventCategory FROM records",
    'csv',
  ),
  'count-by-name': copy(
    'STRUCT(eventName VARCHAR)',
    'SELECT r.eventName, count(*) AS count FROM records GROUP BY 1 ORDER BY 2 DESC',
    'json',
  ),
  // Every column of the table of `sql`, as it would be written for all queries.
  'table-by-name': copy(
    `STRUCT(${typesOf(COLUMNS)})`,
    'SELECT r.eventName, count(*) AS count FROM records GROUP BY 1 ORDER BY 2 DESC',
    'json',
  ),
  'count-by-read-only': copy(
    'STRUCT(readOnly BOOLEAN)',
    'SELECT r.readOnly, count(*) AS count FROM records GROUP BY 1',
    'json',
  ),
  // No address of the corpora is one of IPv6, and there is no type for a range.
  'by-range': copy(
    `STRUCT(${SHOWN})`,
    `SELECT r FROM records WHERE r.sourceIPAddress LIKE '${value}%' ORDER BY r.eventTime DESC, r.eventID`,
    'json',
  ),
  'by-word': copy('VARCHAR', `SELECT r FROM records WHERE r ILIKE '%${value}%'`, 'json'),
  'by-role': copy(
    `STRUCT(${SHOWN}, requestParameters STRUCT(roleName VARCHAR))`,
    `SELECT r FROM records WHERE r.requestParameters.roleName = '${value}' ORDER BY r.eventTime DESC, r.eventID`,
    'json',
  ),
  // Nine counts in one pass over the table, without removing copies.
  dashboard: copy(
    `STRUCT(${CSV})`,
    `, kept AS MATERIALIZED (SELECT r FROM records) ${['eventName', 'eventSource', 'awsRegion', 'sourceIPAddress', 'errorCode', 'userIdentity.userName', 'userIdentity.type', 'recipientAccountId', 'substr(r.eventTime, 1, 13)'].map((field) => `SELECT '${field.replaceAll("'", '')}' AS field, CAST(${field.includes('(') ? field : `r.${field}`} AS VARCHAR) AS value, count(*) AS count FROM kept GROUP BY 2`).join(' UNION ALL ')}`,
    'json',
  ),
  newest: copy(
    `STRUCT(${SHOWN})`,
    'SELECT r FROM records ORDER BY r.eventTime DESC, r.eventID LIMIT 50',
    'json',
  ),
}

const sql = questions[/** @type {keyof typeof questions} */ (question)]
const instance = await DuckDBInstance.create(':memory:', { threads: '2', preserve_insertion_order: 'false' })
const connection = await instance.connect()
const started = performance.now()
const result = await connection.runAndReadAll(sql)
const seconds = (performance.now() - started) / 1000
console.log(String(result.getRows()[0]?.[0]))
console.log(seconds.toFixed(4))

/** @param {string} type of one record @param {string} select @param {'json' | 'csv'} format */
function copy(type, select, format) {
  // One object per line and one line per file: with this format DuckDB need not search for the end of an object.
  const source = `read_json('${logs}/**/*.json.gz', columns = {Records: '${type}[]'}, format = 'newline_delimited', compression = 'gzip', maximum_object_size = 268435456)`
  return `COPY (WITH records AS (SELECT unnest(Records) AS r FROM ${source}) ${select}) TO '${out}' (FORMAT ${format})`
}

/** @param {import('../../src/event/table-columns.ts').Fields} fields @returns {string} */
function typesOf(fields) {
  return Object.entries(fields)
    .map(([name, type]) => `"${name}" ${typeOf(type)}`)
    .join(', ')
}

/** @param {import('../../src/event/table-columns.ts').ColumnType} type @returns {string} */
function typeOf(type) {
  if (type === 'text' || type === 'json') return 'VARCHAR'
  if (type.kind === 'map') return 'MAP(VARCHAR, VARCHAR)'
  return type.kind === 'list' ? `STRUCT(${typesOf(type.fields)})[]` : `STRUCT(${typesOf(type.fields)})`
}
