"""The local SQLite file: tables, migrations, the one writer, queries, search, history, erasure."""
