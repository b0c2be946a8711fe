"""One query to chdb or polars: `python query.py ENGINE QUESTION LOGS VALUE`. Prints the rows as JSON lines."""

import sys

engine, question, logs, value = sys.argv[1:5]

# Only the fields that a query needs are declared, as for DuckDB.
TOP = ["eventTime", "eventName", "eventSource", "awsRegion", "sourceIPAddress", "eventID"]
IDENTITY = ["type", "principalId", "arn", "accountId", "accessKeyId", "userName"]
is_count = question == "count-by-name"

if engine == "chdb":
    import chdb

    shown = ", ".join(f"{name} String" for name in TOP)
    identity = ", ".join(f"{name} String" for name in IDENTITY)
    fields = "eventName String" if is_count else f"{shown}, userIdentity Tuple({identity})"
    source = f"file('{logs}/**/*.json.gz', JSONEachRow, 'Records Array(Tuple({fields}))')"
    records = f"(SELECT arrayJoin(Records) AS r FROM {source})"
    query = (
        f"SELECT r.eventName AS name, count() AS count FROM {records} GROUP BY 1 ORDER BY 2 DESC"
        if is_count
        else f"SELECT r FROM {records} WHERE r.eventName = '{value}' ORDER BY r.eventTime DESC"
    )
    print(chdb.query(f"{query} SETTINGS max_threads = 2", "JSONEachRow"), end="")
else:
    import polars

    text = polars.String
    fields = {name: text for name in (["eventName"] if is_count else TOP)}
    if not is_count:
        fields["userIdentity"] = polars.Struct({name: text for name in IDENTITY})
    schema = {"Records": polars.List(polars.Struct(fields))}
    records = polars.scan_ndjson(f"{logs}/**/*.json.gz", schema=schema).explode("Records").unnest("Records")
    rows = (
        records.group_by("eventName").len("count").sort("count", descending=True)
        if is_count
        else records.filter(polars.col("eventName") == value).sort("eventTime", descending=True)
    )
    print(rows.collect(engine="streaming").write_ndjson(), end="")
