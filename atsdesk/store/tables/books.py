"""ATS Desk's own books."""

from atsdesk.store.tables.vocabulary import (
    AT,
    DEC,
    ID_,
    INT,
    JSON,
    PERSONAL,
    SENSITIVE,
    YES,
    Column,
    Kind,
    T,
    desk,
)

ACCOUNTS = desk(
    "accounts",
    "One row is one connection to one ATS; its secrets are in the keyring.",
    Column("id", ID_, "The account's name, which is its id."),
    Column("ats", T, "comeet, greenhouse, kombo or smartrecruiters."),
    Column("base_url", T, "Address of the API."),
    Column("settings", JSON, "Settings by name."),
    Column("created_at", AT, "When the account was added."),
    Column("health", JSON, "What the ATS last told of the connection itself, as name and sentence."),
    Column("basis", JSON, "What the copy rests on; where any of it changes, everything is read again."),
    Column("file_rules", JSON, "What the ATS last told of the files that it takes."),
    key=("id",),
)
RECORDS = desk(
    "records",
    "One row is one object as the ATS sent it, so that a new column never needs a new download.",
    Column("pk", INT, "Internal key."),
    Column("account_id", ID_, "The account it came from."),
    Column("resource", T, "The list it came in."),
    Column("id", ID_, "The ATS's id."),
    Column(
        "hash",
        Kind.HASH,
        "Hash of the bytes: an equal one means nothing changed. Blank where its rows could not go in yet.",
    ),
    Column("body", JSON, "The JSON as received, without links that expire.", SENSITIVE),
    Column("first_seen_at", AT, "When it first came."),
    Column("last_changed_at", AT, "When it last came with other bytes."),
    Column("deleted_at", AT, "When the ATS no longer had it."),
    Column("parent_hash", Kind.HASH, "Hash of the record in another list that led to this one."),
    key=("pk",),
    indexes=(
        "account_id, resource, id, hash",
        "account_id, resource where hash is null and deleted_at is null",
    ),
)
CHANGES = desk(
    "changes",
    "One row is one field of one row that changed. Answers: what happened since a day.",
    Column("pk", INT, "Internal key, rising with time."),
    Column("account_id", ID_, "The account."),
    Column("table_name", T, "The table the row is in."),
    Column("row_id", ID_, "The row's id."),
    Column(
        "owner_id", ID_, "The application (or other owner) the row belongs to; blank where it stands alone."
    ),
    Column("field", T, "The column that changed; added, gone or back for the row as a whole."),
    Column("old", T, "Value before.", PERSONAL),
    Column("new", T, "Value after.", PERSONAL),
    Column("seen_at", AT, "When ATS Desk saw it."),
    Column("run_id", INT, "The run that saw it."),
    key=("pk",),
    indexes=("account_id, table_name, row_id", "account_id, owner_id"),
)
RUNS = desk(
    "runs",
    "One row is one sync of one account.",
    Column("id", INT, "Number of the run."),
    Column("account_id", ID_, "The account."),
    Column(
        "state",
        T,
        "RUNNING, SUCCEEDED, PARTIALLY_FAILED, CANCELLED, FAILED, TIMED_OUT, AUTHENTICATION_FAILED or WAITING.",
    ),
    Column("full", YES, "Everything was read again, and what is gone was looked for."),
    Column("started_at", AT, "When it began."),
    Column("ended_at", AT, "When it ended."),
    Column("message", T, "The outcome in one sentence, with what to do."),
    key=("id",),
    indexes=("account_id, id",),
)
RUN_RESOURCES = desk(
    "run_resources",
    "One row is one resource of one run, with its counts.",
    Column("run_id", INT, "The run."),
    Column("resource", T, "The list that was read."),
    Column("state", T, "SUCCEEDED, PARTIALLY_FAILED, FAILED, REFUSED, CANCELLED or SKIPPED."),
    Column("requests", INT, "Requests made."),
    Column("received", INT, "Records received."),
    Column("added", INT, "Records that were new."),
    Column("changed", INT, "Records that had changed."),
    Column("unchanged", INT, "Records that were as before."),
    Column("gone", INT, "Records the ATS no longer has."),
    Column("rejected", INT, "Records set aside."),
    Column("withheld", INT, "Records of people who were forgotten here; nothing of them was kept."),
    Column("waited", DEC, "Seconds spent waiting for the ATS's limit."),
    Column("watermark", AT, "Start of the last window that was read whole."),
    Column("message", T, "What went wrong, and what to do."),
    key=("run_id", "resource"),
)
CHECKPOINTS = desk(
    "checkpoints",
    "One row is how far the reading of one resource has come; written with the page it follows.",
    Column("account_id", ID_, "The account."),
    Column("resource", T, "The list."),
    Column("watermark", AT, "Start of the last window that was read whole."),
    Column("pass", JSON, "The pass in progress: its start, its windows still to read, the next page."),
    Column("swept_at", AT, "When the last full pass ended."),
    key=("account_id", "resource"),
)
SWEEP = desk(
    "sweep",
    "One row is one record seen by the full pass in progress; what it did not see is gone.",
    Column("record_pk", INT, "The record seen."),
    key=("record_pk",),
)
DOOMED = desk(
    "doomed",
    "One row is one record that the ATS marked as deleted; it is believed at the end of the pass, unless so many are.",
    Column("record_pk", INT, "The record."),
    key=("record_pk",),
)
ISSUES = desk(
    "issues",
    "One row is something a person can act on.",
    Column("id", INT, "Number of the issue."),
    Column("account_id", ID_, "The account."),
    Column("run_id", INT, "The run that met it last."),
    Column(
        "kind",
        T,
        "What sort: rejected_record, odd_value, refused, failed, clock, deletions_held, submission, ...",
    ),
    Column("resource", T, "The list concerned."),
    Column("record_id", ID_, "The record concerned."),
    Column("title", T, "What happened, in a sentence."),
    Column("hint", T, "What to do."),
    Column("body", JSON, "The record's JSON, where one was set aside.", SENSITIVE),
    Column("first_seen_at", AT, "When it was first met."),
    Column("last_seen_at", AT, "When it was last met."),
    Column("times", INT, "How often it was met."),
    Column("closed_at", AT, "When it was over; blank while open."),
    key=("id",),
)
FORGOTTEN = desk(
    "forgotten",
    "One row is something of a person who was forgotten here: what comes of it again is withheld. It names nobody.",
    Column("account_id", ID_, "The account."),
    Column("mark", Kind.HASH, "Salted hash of a table or list, and an id in it."),
    Column("person", Kind.HASH, "The mark of the candidate it belongs to."),
    Column("salt", Kind.HASH, "The salt, the same in a whole account."),
    Column("forgotten_at", AT, "When the person was forgotten."),
    Column("cleaned_at", AT, "When the file was written anew since; blank while that is still to be done."),
    key=("account_id", "mark"),
    indexes=("account_id, person", "account_id where cleaned_at is null"),
)
TWINS = desk(
    "twins",
    "One row is one id that differs from another by case only; keys are made of it with a suffix, since many tools see"
    " no difference.",
    Column("domain", T, "What the id is of, as candidate."),
    Column("account_id", ID_, "The account."),
    Column("id", ID_, "The ATS's id."),
    Column("suffix", T, "What its keys end in."),
    key=("domain", "account_id", "id"),
)
OFFSETS = desk(
    "offsets",
    "One row is one stretch of time in which the clocks of an account's time zone are that far from UTC; SQL knows no"
    " time zones.",
    Column("account_id", ID_, "The account."),
    Column("since_at", AT, "When the stretch begins; it ends where the next one does."),
    Column("timezone", T, "The account's time zone."),
    Column("seconds", INT, "To add to UTC for the local time."),
    key=("account_id", "since_at"),
)
EXPORTS = desk(
    "exports",
    "One row is one export that was written.",
    Column("id", INT, "Number of the export."),
    Column("path", T, "The file or folder, or the address of the database.", PERSONAL),
    Column("ended_at", AT, "When it was finished."),
    Column("rows", INT, "Rows in all sheets."),
    Column("hash", T, "Hash of the content: the same data gives the same hash."),
    Column("seconds", DEC, "How long it took."),
    Column("profile", T, "The profile that asked for it; blank where it was asked for directly."),
    Column("format", T, "excel, csv, parquet or publish."),
    Column("privacy", T, "full, pseudonymous or none: what of people is in it."),
    Column("tables", JSON, "Rows by sheet."),
    Column(
        "people",
        Kind.HASH,
        "Marks of the candidates in it, 8 bytes each; blank where a later one replaced it.",
    ),
    key=("id",),
)
PROFILES = desk(
    "profiles",
    "One row is one export that can be repeated: what, how and where to.",
    Column("name", T, "What it is called."),
    Column("path", T, "The file or folder that it writes, or the address of the database.", PERSONAL),
    Column("format", T, "excel, csv, parquet or publish."),
    Column("tables", JSON, "The tables in it; an empty list stands for all."),
    Column("columns", JSON, "The columns by table, for tables that are not written whole."),
    Column("filters", JSON, "Which applications: text, account, and values by filter of the tab Candidates."),
    Column("privacy", T, "full, pseudonymous or none: what of people is in it."),
    Column("after_sync", YES, "Written after each sync that brought something."),
    Column("guarded", YES, "CSV has an apostrophe before what a spreadsheet would run; blank is yes."),
    key=("name",),
)
PUBLICATIONS = desk(
    "publications",
    "One row is one shared database that this folder publishes to.",
    Column("place", T, "Its address, without a password, and the schema in it.", PERSONAL),
    Column("id", ID_, "By which the database knows what is this folder's."),
    Column(
        "token",
        T,
        "Made anew by each publish, here and there: where both are the same, only changes are sent.",
    ),
    Column(
        "unfinished", YES, "Something is still to be sent: a publish failed, or somebody was forgotten here."
    ),
    Column("published_at", AT, "When the last publish was finished."),
    key=("place",),
)
PUBLISHED = desk(
    "published",
    "One row is one table of a publication: what of it was sent.",
    Column("place", T, "The publication.", PERSONAL),
    Column("sheet", T, "The table."),
    Column("columns", JSON, "The type of each of its columns."),
    Column("digests", Kind.BYTES, "The number and a salted hash of each row, 8 bytes each, by number."),
    key=("place", "sheet"),
)
PSEUDONYMS = desk(
    "pseudonyms",
    "The one row is the secret that pseudonyms are made with, so that only whoever has it can tell who is who.",
    Column("id", INT, "1."),
    Column("salt", Kind.HASH, "The secret, of this data folder alone."),
    key=("id",),
)
VIEWS = desk(
    "views",
    "One row is one view of a tab that a person saved: what is searched and filtered, the order, the columns.",
    Column("id", INT, "Number of the view."),
    Column("tab", T, "The tab: candidates, steps, jobs or interviews."),
    Column("name", T, "What the person calls it."),
    Column("is_default", YES, "The tab shows it when the program starts."),
    Column("shows", JSON, "What it shows.", PERSONAL),
    key=("id",),
    indexes=("tab",),
)
STAGE_LIMITS = desk(
    "stage_limits",
    "One row is how long a stage may take before it counts as stuck, in all jobs or in one.",
    Column("account_id", ID_, "The account of the job; blank for all jobs of all accounts."),
    Column("job_id", ID_, "The job; blank for all."),
    Column("stage", T, "Name of the stage; blank for those that have no limit of their own."),
    Column("days", DEC, "Days from entering the stage."),
    key=("account_id", "job_id", "stage"),
)
REQUESTS = desk(
    "requests",
    "One row is one request of a sync, without secrets, names and ids; only the latest of each account are kept.",
    Column("id", INT, "Number of the request."),
    Column("account_id", ID_, "The account."),
    Column("run_id", INT, "The run that made it."),
    Column("resource", T, "The list it was made for; blank for what is asked before the lists."),
    Column("method", T, "GET or POST."),
    Column(
        "path", T, "Path below the account's address, ids left out, with the names of query parameters alone."
    ),
    Column("status", INT, "Status of the answer; 0 where none came."),
    Column("milliseconds", INT, "From sending it to the end of the answer."),
    Column("size", INT, "Bytes of the answer after decoding."),
    Column("waited", DEC, "Seconds waited before it for the ATS's limit, or to try again."),
    Column("trouble", T, "Kind of error where no answer came."),
    Column("ended_at", AT, "When it was over."),
    key=("id",),
    indexes=("run_id", "account_id"),
)
RETENTION = desk(
    "retention",
    "The one row is how long things are kept: safety copies, and candidates of whom nothing is heard any more.",
    Column("id", INT, "1."),
    Column("all_days", INT, "Days for which every safety copy is kept."),
    Column("daily", INT, "Then so many that are the last of their day."),
    Column("weekly", INT, "Then so many that are the last of their week."),
    Column("monthly", INT, "Then so many that are the last of their month."),
    Column(
        "months", INT, "Months without activity after which a candidate is to be erased; blank for never."
    ),
    Column("by_itself", YES, "They are erased without anybody being asked, and it is told."),
    Column("purged_at", AT, "When they were erased last without anybody being asked."),
    key=("id",),
)
