"""Where the imitation keeps its data: a temporary SQLite file that nobody else sees.

Each object is kept as the JSON text that goes over the wire; beside it stand the values
that filters and order need.
"""

SCHEMA = """
CREATE TABLE candidate (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    person_uid TEXT NOT NULL,
    position_uid TEXT NOT NULL,
    status TEXT NOT NULL,
    created INTEGER NOT NULL,
    status_changed INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    activity INTEGER NOT NULL,
    deleted_at INTEGER,
    merged_into TEXT,
    completed INTEGER NOT NULL,
    ours INTEGER NOT NULL DEFAULT 0,
    partner_id TEXT
);
CREATE TABLE body (id INTEGER PRIMARY KEY, json BLOB NOT NULL);
CREATE TABLE person (
    uid TEXT PRIMARY KEY, first TEXT, last TEXT, email TEXT, phone TEXT, mobile TEXT, linkedin TEXT
) WITHOUT ROWID;
CREATE TABLE position (
    uid TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    updated INTEGER NOT NULL,
    is_discreet INTEGER NOT NULL,
    is_published INTEGER NOT NULL,
    json BLOB NOT NULL
);
CREATE TABLE file (
    id INTEGER PRIMARY KEY, candidate_uid TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, content BLOB
);
CREATE TABLE note (uid TEXT PRIMARY KEY, candidate_uid TEXT NOT NULL, json BLOB NOT NULL);
CREATE TABLE opening (uid TEXT PRIMARY KEY, position_uid TEXT NOT NULL, json BLOB NOT NULL);
"""

INDEXES = """
CREATE UNIQUE INDEX candidate_uid ON candidate (uid);
CREATE INDEX candidate_updated ON candidate (updated, uid);
CREATE INDEX candidate_created ON candidate (created);
CREATE INDEX candidate_person ON candidate (person_uid);
CREATE INDEX candidate_position ON candidate (position_uid, updated, uid);
CREATE INDEX candidate_status ON candidate (status, updated, uid);
CREATE INDEX candidate_deleted ON candidate (updated, uid) WHERE deleted_at IS NOT NULL;
CREATE INDEX candidate_partner ON candidate (position_uid, partner_id) WHERE partner_id IS NOT NULL;
CREATE INDEX person_email ON person (email);
CREATE INDEX person_phone ON person (phone);
CREATE INDEX person_mobile ON person (mobile);
CREATE INDEX person_linkedin ON person (linkedin);
CREATE INDEX person_name ON person (last, first);
CREATE INDEX file_candidate ON file (candidate_uid);
"""
