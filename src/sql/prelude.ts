// Views and functions beside the table `events` in DuckDB: the view of resources that Athena has too, and Trino's names
// for functions that DuckDB names differently, so that a query runs on both.

export const VIEWS: readonly string[] = [
  `create view event_resources as
     select eventid, eventtime, eventsource, eventname, recipientaccountid, awsregion,
       r.arn as resource_arn, r.accountid as resource_account, r.type as resource_type, path
     from (select *, unnest(resources) as r from events)`,
  `create macro json_extract_scalar(text, path) as case when try(json_type(text, path)) not in ('OBJECT', 'ARRAY', 'NULL')
     then try(json_extract_string(text, path)) end`,
  `create macro regexp_like(text, regex) as regexp_matches(text, regex)`,
  `create macro from_iso8601_timestamp(text) as cast(text as timestamptz)`,
  `create macro approx_distinct(value) as approx_count_distinct(value)`,
  `create macro cardinality(list) as len(list)`,
]
