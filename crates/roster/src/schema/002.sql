-- A new list that looks wrong is held on a shelf of its own until a person says which list is right, so
-- that a refresh begun meanwhile has a shelf to fill. There are three shelves therefore: the list's, the
-- held one's, and the one that is filled.
--
-- reasons: what looks wrong, as JSON; see doubt.rs. joined, gone, changed: against the list that stands.

CREATE TABLE held (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    shelf TEXT NOT NULL CHECK (shelf IN ('a', 'b', 'c')),
    fetched_at TEXT NOT NULL,
    complete INTEGER NOT NULL,
    subject TEXT,
    scope TEXT NOT NULL,
    organizations_listed INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    people INTEGER NOT NULL,
    people_before INTEGER NOT NULL,
    joined INTEGER NOT NULL,
    gone INTEGER NOT NULL,
    changed INTEGER NOT NULL
);

-- The same row, whose shelf may now be any of the three.
ALTER TABLE roster RENAME TO roster_of_two;
CREATE TABLE roster (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    shelf TEXT CHECK (shelf IN ('a', 'b', 'c')),
    generation INTEGER NOT NULL,
    people INTEGER NOT NULL,
    states TEXT NOT NULL,
    organizations_listed INTEGER NOT NULL,
    fetched_at TEXT,
    complete INTEGER NOT NULL,
    subject TEXT,
    scope TEXT NOT NULL,
    staging INTEGER NOT NULL,
    failed_at TEXT,
    failure TEXT
);
INSERT INTO roster SELECT * FROM roster_of_two;
DROP TABLE roster_of_two;

CREATE TABLE user_c (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL,
    canonical TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT,
    accessibility TEXT,
    role_ids TEXT NOT NULL,
    identity_provider_id TEXT,
    external_id TEXT,
    organization_ids TEXT NOT NULL,
    other TEXT NOT NULL
);
CREATE INDEX user_c_canonical ON user_c (canonical);
CREATE INDEX user_c_state ON user_c (state);
CREATE INDEX user_c_identity_provider ON user_c (identity_provider_id);
CREATE TABLE user_c_role (
    role_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (role_id, n)
) WITHOUT ROWID;
CREATE TABLE user_c_organization (
    organization_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (organization_id, n)
) WITHOUT ROWID;
CREATE TABLE text_c (
    n INTEGER PRIMARY KEY,
    folded TEXT NOT NULL
);
CREATE VIRTUAL TABLE trigram_c USING fts5 (
    folded, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
);
CREATE TABLE role_c (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    weight INTEGER,
    people INTEGER NOT NULL
);
CREATE TABLE identity_provider_c (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    prefix TEXT,
    enabled INTEGER NOT NULL,
    people INTEGER NOT NULL
);
CREATE TABLE organization_c (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    erp_id TEXT,
    kind TEXT,
    parent_id TEXT,
    people INTEGER NOT NULL
);
CREATE TABLE sorted_c (
    sort_column TEXT PRIMARY KEY,
    filled INTEGER NOT NULL,
    numbers BLOB NOT NULL
) WITHOUT ROWID;
