"""Where the imitation keeps its data: a temporary SQLite file that nobody else sees.

Each object is kept as the JSON text that goes over the wire; beside it stand the values
that filters and order need.
"""

SCHEMA = """
CREATE TABLE candidate (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    words TEXT NOT NULL,
    place TEXT NOT NULL,
    rating INTEGER,
    consent TEXT NOT NULL,
    onboarding TEXT
);
CREATE TABLE body (id INTEGER PRIMARY KEY, json BLOB NOT NULL);
CREATE TABLE tag (name TEXT NOT NULL, candidate INTEGER NOT NULL, PRIMARY KEY (candidate, name)) WITHOUT ROWID;
CREATE TABLE application (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    candidate INTEGER NOT NULL,
    job TEXT NOT NULL,
    main INTEGER NOT NULL,
    status TEXT NOT NULL,
    sub TEXT,
    stage INTEGER NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    source TEXT NOT NULL,
    reason TEXT,
    ended_after TEXT,
    answer INTEGER NOT NULL,
    position TEXT,
    starts INTEGER,
    history BLOB NOT NULL
);
CREATE TABLE property (
    candidate INTEGER NOT NULL,
    application INTEGER NOT NULL,
    property TEXT NOT NULL,
    value TEXT,
    json BLOB NOT NULL,
    PRIMARY KEY (candidate, application, property)
) WITHOUT ROWID;
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    application INTEGER NOT NULL,
    by_api INTEGER NOT NULL,
    canceled INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    json BLOB NOT NULL
);
CREATE TABLE offer (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    application INTEGER NOT NULL,
    status TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    json BLOB NOT NULL
);
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    candidate INTEGER NOT NULL,
    application INTEGER,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    content_type TEXT NOT NULL,
    content BLOB
);
CREATE TABLE job (
    uid TEXT PRIMARY KEY,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    activity INTEGER NOT NULL,
    status TEXT NOT NULL,
    posting TEXT NOT NULL,
    city TEXT NOT NULL,
    department TEXT,
    language TEXT NOT NULL,
    words TEXT NOT NULL,
    team TEXT NOT NULL,
    json BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE user (
    uid TEXT PRIMARY KEY, updated INTEGER NOT NULL, words TEXT NOT NULL, json BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    report TEXT NOT NULL,
    status TEXT NOT NULL,
    looks INTEGER NOT NULL,
    scheduled INTEGER NOT NULL,
    generated INTEGER,
    content BLOB
);
CREATE TABLE gone (uid TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
"""

INDEXES = """
CREATE UNIQUE INDEX candidate_uid ON candidate (uid);
CREATE INDEX candidate_updated ON candidate (updated);
CREATE INDEX tag_name ON tag (name);
CREATE UNIQUE INDEX application_uid ON application (uid);
CREATE INDEX application_candidate ON application (candidate);
CREATE INDEX application_job ON application (job, status);
CREATE INDEX application_status ON application (status);
CREATE INDEX property_value ON property (property, value);
CREATE UNIQUE INDEX meeting_uid ON meeting (uid);
CREATE INDEX meeting_application ON meeting (application);
CREATE INDEX offer_application ON offer (application);
CREATE INDEX attachment_candidate ON attachment (candidate);
"""
