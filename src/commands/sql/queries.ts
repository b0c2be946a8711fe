// Queries for common questions, in SQL that both DuckDB and Trino accept. Plain data, printed by help.

export const QUERIES: readonly (readonly [question: string, sql: string])[] = [
  [
    'What happens most?',
    'select eventsource, eventname, count(*) as n from events group by 1, 2 order by n desc, 1, 2 limit 20',
  ],
  [
    'Who does it?',
    'select useridentity.type, useridentity.arn, count(*) as n from events group by 1, 2 order by n desc, 1, 2 limit 20',
  ],
  [
    'What fails, by whom?',
    'select errorcode, useridentity.arn, count(*) as n from events where errorcode is not null group by 1, 2 order by n desc, 1, 2',
  ],
  [
    'How many events each day?',
    'select substr(eventtime, 1, 10) as day, count(*) as n from events group by 1 order by 1',
  ],
  [
    'Who signed in to the console, and with MFA?',
    "select eventtime, useridentity.arn, sourceipaddress, json_extract_scalar(responseelements, '$.ConsoleLogin') as result, json_extract_scalar(additionaleventdata, '$.MFAUsed') as mfa from events where eventname = 'ConsoleLogin' order by 1",
  ],
  [
    'From how many addresses does each identity come?',
    'select useridentity.arn, count(distinct sourceipaddress) as addresses from events group by 1 order by 2 desc, 1 limit 20',
  ],
  [
    'Which addresses had calls refused?',
    "select sourceipaddress, count(*) as n from events where regexp_like(errorcode, 'AccessDenied|UnauthorizedOperation') group by 1 order by n desc, 1",
  ],
  [
    'Who touched which resource?',
    'select resource_arn, eventname, count(*) as n from event_resources group by 1, 2 order by n desc, 1, 2 limit 20',
  ],
  [
    'Which buckets are changed?',
    "select json_extract_scalar(requestparameters, '$.bucketName') as bucket, eventname, count(*) as n from events where eventsource = 's3.amazonaws.com' and readonly = 'false' group by 1, 2 order by n desc, 1, 2",
  ],
  [
    'First and last use of each access key?',
    'select useridentity.accesskeyid, min(eventtime) as first, max(eventtime) as last, count(*) as n from events where useridentity.accesskeyid is not null group by 1 order by n desc, 1',
  ],
  [
    'Which roles are assumed by whom?',
    "select json_extract_scalar(requestparameters, '$.roleArn') as role, coalesce(useridentity.arn, useridentity.invokedby) as caller, count(*) as n from events where eventname = 'AssumeRole' group by 1, 2 order by n desc, 1, 2",
  ],
  [
    'Which services are used in which Region?',
    'select awsregion, eventsource, count(*) as n from events group by 1, 2 order by 1, n desc, 2',
  ],
]
